package org.anchang.commission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.anchang.events.CommissionEvent;
import org.anchang.kit.money.Money;

/// COM-2: divides a commission so that its parts add up to the whole, to the cent.
public final class Shares {
    private Shares() {}

    /// Each part but the first is rounded HALF_UP; the first portion gets what remains.
    ///
    /// @param portions at least one; their percentages add up to 100
    public static List<Share> divided(Money amount, List<Portion> portions) {
        var shares = new ArrayList<Share>();
        var rest = amount;
        for (var portion : portions.subList(1, portions.size())) {
            var part = amount.percent(portion.percent());
            part = part.isMoreThan(rest) ? rest : part;
            shares.add(share(portion, part));
            rest = rest.minus(part);
        }
        shares.addFirst(share(portions.getFirst(), rest));
        return List.copyOf(shares);
    }

    /// The portions by which these shares were made.
    static List<Portion> portions(List<Share> shares) {
        return shares.stream()
                .map(share -> new Portion(share.consultant(), share.percent(), share.reason(), share.visit()))
                .toList();
    }

    /// What each consultant gets more or less when `before` becomes `after`; nobody who gets the same.
    static List<CommissionEvent.Share> difference(List<Share> before, List<Share> after) {
        var change = new LinkedHashMap<String, Money>();
        var reasons = new LinkedHashMap<String, String>();
        before.forEach(share -> {
            change.merge(share.consultant(), share.amount().negated(), Money::plus);
            reasons.put(share.consultant(), share.reason());
        });
        after.forEach(share -> {
            change.merge(share.consultant(), share.amount(), Money::plus);
            reasons.put(share.consultant(), share.reason());
        });
        return change.entrySet().stream()
                .filter(entry -> !entry.getValue().isZero())
                .map(entry -> new CommissionEvent.Share(
                        entry.getKey(), entry.getValue().amount(), reasons.getOrDefault(entry.getKey(), "-")))
                .toList();
    }

    private static Share share(Portion portion, Money amount) {
        return new Share(portion.consultant(), portion.percent(), amount, portion.reason(), portion.visit());
    }
}
