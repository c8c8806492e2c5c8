package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// Who buys, and in what shares; those who were named before stay on record.
public record Buyers(List<Buyer> all) {
    /// How many a home has at most.
    public static final int MOST = 20;

    private static final BigDecimal WHOLE = new BigDecimal(100);

    /// Together they own the whole, one of them stands for all, and nobody stands there twice.
    ///
    /// @throws org.anchang.kit.problem.Refused BUYER_STANDS_TWICE, SHARES_DO_NOT_ADD_UP, NOT_ONE_MAIN_BUYER
    public void mustOwnTheWhole() {
        mustBeDifferent();
        var shares = all.stream().map(Buyer::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (shares.compareTo(WHOLE) != 0) {
            throw refuse(DealRefusal.SHARES_DO_NOT_ADD_UP).with("sum", shares);
        }
        refuseUnless(all.stream().filter(Buyer::isMain).count() == 1, DealRefusal.NOT_ONE_MAIN_BUYER);
    }

    private void mustBeDifferent() {
        for (var second = 1; second < all.size(); second++) {
            for (var first = 0; first < second; first++) {
                if (all.get(first).isSamePerson(all.get(second))) {
                    throw refuse(DealRefusal.BUYER_STANDS_TWICE)
                            .with("field", "buyers[" + second + "].idNumber")
                            .with("first", first + 1)
                            .with("second", second + 1);
                }
            }
        }
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
