package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.anchang.deal.evidence.AgreedTerms;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// The deposits of a deal: what was taken, what the signed order form promises (DEP-3), and by when more has to
/// follow (DEP-2).
@Embeddable
public class Deposits {
    private Money depositTotal = Money.ZERO;
    private @Nullable Money depositAgreed;
    private @Nullable LocalDate topUpBy;
    private @Nullable LocalDate signBy;

    protected Deposits() {}

    /// Those of the deal that continues this one (SWP-3): no form promises anything yet.
    Deposits carriedOver() {
        var next = new Deposits();
        next.depositTotal = depositTotal;
        next.topUpBy = topUpBy;
        next.signBy = signBy;
        return next;
    }

    /// DEP-2, DEP-4: by its date, above zero, within the cap, and a full deposit is full.
    void mayTake(DepositOffer offer, Money price) {
        offer.deadline().mustBePossible();
        refuseUnless(offer.amount().isPositive(), DealRefusal.AMOUNT_IS_NOT_POSITIVE);
        var cap = new DepositCap(price, offer.capPercent(), depositTotal);
        var together = depositTotal.plus(offer.amount());
        cap.mustCover(together);
        var full = cap.orLess(offer.full());
        if (offer.completes() && full.isMoreThan(together)) {
            throw refuse(DealRefusal.FULL_DEPOSIT_NOT_REACHED)
                    .with("full", full)
                    .with("taken", depositTotal);
        }
    }

    void take(Money amount) {
        depositTotal = depositTotal.plus(amount);
    }

    /// DEP-2: a new date runs from here.
    void keepUntil(DepositOffer offer) {
        if (offer.completes()) {
            signBy = offer.deadline().until();
        } else {
            topUpBy = offer.deadline().until();
        }
    }

    void agree(AgreedTerms terms) {
        depositAgreed = terms.deposit();
        topUpBy = terms.topUpBy() == null ? topUpBy : terms.topUpBy();
        signBy = terms.signBy();
    }

    /// DEP-3: no form promises anything until the next one has its three signatures.
    void waitForSignatures() {
        depositAgreed = null;
    }

    /// They have become part of the price, are owed back, forfeited or with the next deal.
    void leave() {
        depositTotal = Money.ZERO;
        depositAgreed = null;
    }

    /// DEP-3: no contract is signed on less than the order form promises.
    void mustBeAsAgreed() {
        if (depositAgreed != null && depositAgreed.isMoreThan(depositTotal)) {
            throw refuse(DealRefusal.DEPOSIT_BELOW_ORDER_FORM)
                    .with("agreed", depositAgreed)
                    .with("taken", depositTotal);
        }
    }

    /// DEP-2: the date that has to be kept at this stage: top-up, then signing.
    @Nullable
    LocalDate dueOn(DealStage stage) {
        return switch (stage) {
            case RESERVED -> topUpBy;
            case SUBSCRIBED -> signBy;
            case QUEUED, CONTRACTED, FILED, VOIDED, REFUNDED, SWAPPED, LAPSED -> null;
        };
    }

    /// Taken, and neither part of the price nor given back.
    public Money taken() {
        return depositTotal;
    }

    /// DEP-3: what the signed order form promises and was not paid yet.
    public Money outstanding() {
        return depositAgreed == null || !depositAgreed.isMoreThan(depositTotal)
                ? Money.ZERO
                : depositAgreed.minus(depositTotal);
    }

    public @Nullable LocalDate topUpBy() {
        return topUpBy;
    }

    public @Nullable LocalDate signBy() {
        return signBy;
    }
}
