package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuseUnless;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// Who buys, and in what shares; those who were named before stay on record.
public record Buyers(List<Buyer> all) {
    private static final BigDecimal WHOLE = new BigDecimal(100);

    /// @throws org.anchang.kit.problem.Refused SHARES_DO_NOT_ADD_UP, NOT_ONE_MAIN_BUYER
    public void mustOwnTheWhole() {
        var shares = all.stream().map(Buyer::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        refuseUnless(shares.compareTo(WHOLE) == 0, DealRefusal.SHARES_DO_NOT_ADD_UP);
        refuseUnless(all.stream().filter(Buyer::isMain).count() == 1, DealRefusal.NOT_ONE_MAIN_BUYER);
    }

    /// These take the place of who was named before.
    void name(List<Buyer> named, Instant at) {
        new Buyers(named).mustOwnTheWhole();
        now().forEach(buyer -> buyer.replace(at));
        all.addAll(named);
    }

    /// CON-1, REN-1: whether nobody has still to be checked.
    boolean areChecked() {
        return now().stream().allMatch(Buyer::isChecked);
    }

    List<Buyer> now() {
        return all.stream().filter(buyer -> !buyer.isReplaced()).toList();
    }
}
