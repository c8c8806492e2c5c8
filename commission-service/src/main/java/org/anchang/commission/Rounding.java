package org.anchang.commission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.anchang.events.CommissionEvent;
import org.anchang.kit.money.Money;

/// COM-2: puts claims into money so that the shares add up to the whole, to the cent.
public final class Rounding {
    private Rounding() {}

    /// Each part but the first is rounded HALF_UP; the first claim gets what remains.
    ///
    /// @param claims at least one; their percentages add up to 100
    public static List<Share> divided(Money amount, List<Claim> claims) {
        var shares = new ArrayList<Share>();
        var rest = amount;
        for (var claim : claims.subList(1, claims.size())) {
            var part = amount.percent(claim.percent());
            part = part.isMoreThan(rest) ? rest : part;
            shares.add(share(claim, part));
            rest = rest.minus(part);
        }
        shares.addFirst(share(claims.getFirst(), rest));
        return List.copyOf(shares);
    }

    /// The claims by which these shares were made.
    static List<Claim> claims(List<Share> shares) {
        return shares.stream()
                .map(share -> new Claim(share.consultant(), share.percent(), share.reason(), share.visit()))
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

    private static Share share(Claim claim, Money amount) {
        return new Share(claim.consultant(), claim.percent(), amount, claim.reason(), claim.visit());
    }
}
