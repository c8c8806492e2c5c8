package org.anchang.deal.refund;

import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.anchang.deal.DealRefusal;
import org.anchang.deal.change.RefundBasis;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefundTermsRulesTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "BUYER_FAULT, true",
        "AGREED_PENALTY, true",
        "LOAN_REFUSED, false",
        "SELLER_FAULT, false",
        "FORCE_MAJEURE, false"
    })
    @DisplayName("RFD-1 only the buyer's fault or an agreed penalty keep money back; no basis keeps less than nothing")
    void penaltyByBasis(RefundBasis basis, boolean allowed) {
        terms(basis, "0.00").mustBeAllowed();
        assertRefused(
                DealRefusal.PENALTY_NOT_ALLOWED, () -> terms(basis, "-0.01").mustBeAllowed());
        if (allowed) {
            terms(basis, "0.01").mustBeAllowed();
        } else {
            assertRefused(
                    DealRefusal.PENALTY_NOT_ALLOWED, () -> terms(basis, "0.01").mustBeAllowed());
        }
    }

    @Test
    @DisplayName("RFD-1 RFD-2 the buyer's fault costs the deposit at most, an agreed penalty all that is the buyers'")
    void mostOfAPenalty() {
        terms(RefundBasis.BUYER_FAULT, "50000.00").mustBeAllowed();
        assertRefused(DealRefusal.PENALTY_ABOVE_DEPOSIT, () -> terms(RefundBasis.BUYER_FAULT, "50000.01")
                .mustBeAllowed());
        terms(RefundBasis.AGREED_PENALTY, "300000.00").mustBeAllowed();
        assertRefused(DealRefusal.PENALTY_ABOVE_RECEIVED, () -> terms(RefundBasis.AGREED_PENALTY, "300000.01")
                .mustBeAllowed());
    }

    @Test
    @DisplayName("RFD-1 a basis has its fact: a bank that refused, a signed paper that names the penalty")
    void basisHasItsFact() {
        var none = new RefundTerms.Facts(false, false);

        var refused =
                assertRefused(DealRefusal.BASIS_LACKS_ITS_FACT, () -> terms(RefundBasis.LOAN_REFUSED, "0.00", none)
                        .mustBeAllowed());
        assertThat(refused.facts()).containsEntry("lacking", "LOAN_REFUSAL");
        terms(RefundBasis.LOAN_REFUSED, "0.00", new RefundTerms.Facts(true, false))
                .mustBeAllowed();
        assertRefused(DealRefusal.BASIS_LACKS_ITS_FACT, () -> terms(RefundBasis.AGREED_PENALTY, "0.01", none)
                .mustBeAllowed());
        terms(RefundBasis.AGREED_PENALTY, "0.01", new RefundTerms.Facts(false, true))
                .mustBeAllowed();
        terms(RefundBasis.AGREED_PENALTY, "0.00", none).mustBeAllowed();
        terms(RefundBasis.BUYER_FAULT, "50000.00", none).mustBeAllowed();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("RFD-2 only the seller's fault gives the deposit back twice (Civil Code 587)")
    void doubleDeposit(RefundBasis basis) {
        assertThat(terms(basis, "0.00").compensation())
                .isEqualTo(basis == RefundBasis.SELLER_FAULT ? Money.of("50000.00") : Money.ZERO);
    }

    /// 50,000.00 were paid as deposits, 300,000.00 by the buyers altogether.
    private static RefundTerms terms(RefundBasis basis, String penalty) {
        return terms(basis, penalty, new RefundTerms.Facts(true, true));
    }

    private static RefundTerms terms(RefundBasis basis, String penalty, RefundTerms.Facts facts) {
        return new RefundTerms(basis, Money.of(penalty), facts, Money.of("50000.00"), Money.of("300000.00"));
    }
}
