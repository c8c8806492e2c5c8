package org.anchang.audit.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anchang.audit.Topics.Said;

/// The books of finance, kept from `deal-events` alone: what the finance system outside would know.
final class Books {
    /// Balance by deal, account and nature: debits less credits, in CNY.
    private final Map<String, BigDecimal> balances = new TreeMap<>();

    private final Map<String, BigDecimal> imbalances = new TreeMap<>();

    static Books of(List<Said> dealEvents) {
        var books = new Books();
        var entered = new HashSet<String>();
        for (var event : dealEvents) {
            var entry = event.json().path("entry");
            if (entry.isObject() && entered.add(entry.path("entry").asText())) {
                books.enter(entry);
            }
        }
        return books;
    }

    static String line(String deal, String account, String nature) {
        return deal + " " + account + " " + nature;
    }

    Map<String, BigDecimal> balances() {
        return balances;
    }

    /// Entries whose debits and credits differ, with the difference.
    Map<String, BigDecimal> imbalances() {
        return imbalances;
    }

    private void enter(JsonNode entry) {
        var difference = BigDecimal.ZERO;
        for (var posting : entry.path("postings")) {
            var amount = decimal(posting, "debit").subtract(decimal(posting, "credit"));
            difference = difference.add(amount);
            var line = line(
                    posting.path("deal").asText(),
                    posting.path("account").asText(),
                    posting.path("nature").asText());
            balances.merge(line, amount, BigDecimal::add);
        }
        if (difference.signum() != 0) {
            imbalances.put(entry.path("entry").asText(), difference);
        }
    }

    private static BigDecimal decimal(JsonNode posting, String member) {
        var value = posting.path(member).asText("0");
        return new BigDecimal(value.isEmpty() ? "0" : value);
    }
}
