package org.anchang.commission;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import org.anchang.events.CommissionEvent;
import org.anchang.kit.money.Money;

/// COM-2, COM-5: how much there is, and whose part it is. While it is disputed the parts stay as they were.
@Embeddable
class Division {
    /// What a new division means for those who had the old one.
    record Change(Money amount, List<CommissionEvent.Share> shares) {
        boolean isNone() {
            return shares.isEmpty();
        }
    }

    private Money amount = Money.ZERO;
    private boolean disputed;
    private boolean contested;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "commission_share", joinColumns = @JoinColumn(name = "commission"))
    @OrderColumn(name = "position")
    private List<Share> shares = new ArrayList<>();

    /// Divides the amount anew.
    Change divide(Money anew, List<Claim> claims) {
        return put(anew, Rounding.divided(anew, isFrozen() ? Rounding.claims(shares) : claims));
    }

    /// COM-4: nobody has anything of it any more; whose it was stays to be seen.
    Change takeBack() {
        return put(
                Money.ZERO,
                shares.stream()
                        .map(s -> new Share(s.consultant(), s.percent(), Money.ZERO, s.reason(), s.visit()))
                        .toList());
    }

    /// In place, so that an unchanged share is not written again.
    private Change put(Money anew, List<Share> after) {
        var change = new Change(anew.minus(amount), Rounding.difference(shares, after));
        amount = anew;
        if (!after.equals(shares)) {
            shares.clear();
            shares.addAll(after);
        }
        return change;
    }

    void freeze() {
        mustNotBeDisputed();
        disputed = true;
    }

    /// REC-6: whether it is not settled whose the customer is.
    void contest(boolean isOpen) {
        contested = isOpen;
    }

    void decided() {
        refuseUnless(disputed, CommissionRefusal.COMMISSION_IS_NOT_DISPUTED);
        disputed = false;
    }

    void mustNotBeDisputed() {
        refuseIf(disputed, CommissionRefusal.COMMISSION_IS_DISPUTED);
    }

    void mustNotBeFrozen() {
        refuseIf(isFrozen(), CommissionRefusal.COMMISSION_IS_DISPUTED);
    }

    Money amount() {
        return amount;
    }

    boolean isDisputed() {
        return disputed;
    }

    boolean isFrozen() {
        return disputed || contested;
    }

    List<Share> shares() {
        return List.copyOf(shares);
    }
}
