package org.anchang.customer.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Json;
import org.jspecify.annotations.Nullable;

/// CUS-9: all that happened with a customer, in one query.
@ApplicationScoped
class Timeline {
    /// @param entry by which it is found where it was recorded
    /// @param at    of what is only planned: its day
    /// @param place the table in which its texts are sealed
    record TimelineEntry(
            EntryKind kind,
            String what,
            UUID entry,
            Instant at,
            @Nullable String person,
            String place,
            @Json Map<String, String> texts,
            @Json SortedMap<String, String> facts) {}

    private static final String LIST = """
            SELECT kind, what, entry, at, person, place, texts, facts
            FROM customer_timeline
            WHERE record = ANY (:records) AND (NOT :some OR kind = ANY (:kinds::text[]))
              AND (:before::timestamptz IS NULL OR (at, entry, what) < (:before::timestamptz, :entry::uuid, :what::text))
            ORDER BY at DESC, entry DESC, what DESC LIMIT :rows""";

    @Inject
    Database database;

    @Inject
    Customers customers;

    /// The latest first, those under records that went into the customer's among them (CUS-3).
    ///
    /// @param kinds none: all
    Page<TimelineEntry> of(Customer customer, Set<EntryKind> kinds, PageRequest page) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("records", customers.records(customer));
        asked.put("kinds", kinds);
        asked.put("some", !kinds.isEmpty());
        asked.put("before", null);
        asked.put("entry", null);
        asked.put("what", null);
        asked.put("rows", page.rows());
        page.after(key -> Map.of(
                        "before",
                        Instant.parse(key.getFirst()),
                        "entry",
                        UUID.fromString(key.get(1)),
                        "what",
                        key.get(2)))
                .ifPresent(asked::putAll);
        return Page.of(
                database.sql(LIST).with(asked).rows(TimelineEntry.class),
                page,
                entry -> List.of(entry.at(), entry.entry(), entry.what()));
    }
}
