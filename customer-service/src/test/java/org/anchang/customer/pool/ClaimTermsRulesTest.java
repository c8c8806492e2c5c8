package org.anchang.customer.pool;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.pool.ClaimTerms.Claim;
import org.anchang.kit.problem.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClaimTermsRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 28);
    private static final ClaimTerms TERMS = new ClaimTerms(2, 30, 50);

    @Test
    @DisplayName("TRK-5 a former owner cools down first, then the day's quota counts, then how many one has")
    void inOrder() {
        refused(CustomerRefusal.NOT_CLAIMED_BACK_YET, new Claim(TODAY.minusDays(29), 2, 50));
        refused(CustomerRefusal.CLAIMS_OF_TODAY_ARE_USED, new Claim(TODAY.minusDays(30), 2, 50));
        refused(CustomerRefusal.CUSTOMERS_ARE_ENOUGH, new Claim(null, 1, 50));
        assertThatCode(() -> TERMS.mustAllow(new Claim(TODAY.minusDays(30), 1, 49), TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("TRK-5 where a project sets no limit a consultant has any number of customers")
    void withoutLimit() {
        assertThatCode(() -> new ClaimTerms(1, 0, 0).mustAllow(new Claim(TODAY, 0, 1_000), TODAY))
                .doesNotThrowAnyException();
    }

    private static void refused(CustomerRefusal refusal, Claim claim) {
        ThrowingCallable claiming = () -> TERMS.mustAllow(claim, TODAY);
        assertThatExceptionOfType(Refused.class).isThrownBy(claiming).matches(refused -> refused.refusal() == refusal);
    }
}
