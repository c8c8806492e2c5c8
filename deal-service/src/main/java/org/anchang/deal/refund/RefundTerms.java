package org.anchang.deal.refund;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import org.anchang.deal.DealRefusal;
import org.anchang.deal.change.RefundBasis;
import org.anchang.kit.money.Money;

/// RFD-1, RFD-2, Civil Code 586–588: on one basis, what may be kept of the buyers' money, and what is owed beyond it.
///
/// @param facts       what the deal's papers say
/// @param deposits    paid as a deposit, also if it has become part of the price since
/// @param forfeitable of what was paid in, the part that is the buyers' to lose
record RefundTerms(RefundBasis basis, Money penalty, Facts facts, Money deposits, Money forfeitable) {
    /// What a basis may rest on.
    ///
    /// @param loanRefused  the bank's refusal is on record
    /// @param paperSigned  a signed order form or contract can name a penalty
    record Facts(boolean loanRefused, boolean paperSigned) {}

    /// @throws org.anchang.kit.problem.Refused BASIS_LACKS_ITS_FACT, PENALTY_NOT_ALLOWED, PENALTY_ABOVE_DEPOSIT,
    ///     PENALTY_ABOVE_RECEIVED
    void mustBeAllowed() {
        basisMustHaveItsFact();
        refuseIf(penalty.isNegative(), DealRefusal.PENALTY_NOT_ALLOWED);
        refuseUnless(penalty.isZero() || allowsPenalty(), DealRefusal.PENALTY_NOT_ALLOWED);
        if (basis == RefundBasis.BUYER_FAULT && penalty.isMoreThan(deposits)) {
            throw refuse(DealRefusal.PENALTY_ABOVE_DEPOSIT).with("deposits", deposits);
        }
        if (isAboveReceived()) {
            throw refuse(DealRefusal.PENALTY_ABOVE_RECEIVED).with("received", forfeitable);
        }
    }

    private boolean allowsPenalty() {
        return switch (basis) {
            case BUYER_FAULT, AGREED_PENALTY -> true;
            case LOAN_REFUSED, SELLER_FAULT, FORCE_MAJEURE -> false;
        };
    }

    /// RFD-1: nobody's word makes a bank's refusal, nor a penalty that no paper names.
    private void basisMustHaveItsFact() {
        var lacking =
                switch (basis) {
                    case LOAN_REFUSED -> facts.loanRefused() ? null : "LOAN_REFUSAL";
                    case AGREED_PENALTY -> facts.paperSigned() || penalty.isZero() ? null : "SIGNED_PAPER";
                    case BUYER_FAULT, SELLER_FAULT, FORCE_MAJEURE -> null;
                };
        if (lacking != null) {
            throw refuse(DealRefusal.BASIS_LACKS_ITS_FACT)
                    .with("field", "basis")
                    .with("basis", basis)
                    .with("lacking", lacking);
        }
    }

    /// Whether more is to be kept than is there.
    boolean isAboveReceived() {
        return penalty.isMoreThan(forfeitable);
    }

    /// Civil Code 587: the seller at fault gives the deposit back twice; the second one is its own penalty.
    Money compensation() {
        return switch (basis) {
            case SELLER_FAULT -> deposits;
            case BUYER_FAULT, AGREED_PENALTY, LOAN_REFUSED, FORCE_MAJEURE -> Money.ZERO;
        };
    }
}
