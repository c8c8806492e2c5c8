package org.anchang.commission.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.commission.Claim;
import org.anchang.commission.CommissionRefusal;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.kit.problem.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClaimsRulesTest {
    private static final BigDecimal FORTY = new BigDecimal("40");

    @Test
    @DisplayName("COM-1 without a substitute the first consultant has the whole")
    void noSubstitute() {
        assertThat(divided(List.of(), Map.of())).containsExactly("li.na 100 FIRST_CONSULTANT");
    }

    @Test
    @DisplayName("COM-2 who received during leave has 40 per cent, the first consultant 60")
    void duringLeave() {
        assertThat(divided(List.of(by("wang.wei", ReceptionReason.OWNER_ON_LEAVE)), Map.of()))
                .containsExactly("li.na 60 FIRST_CONSULTANT", "wang.wei 40 SUBSTITUTE_DURING_LEAVE");
    }

    @Test
    @DisplayName("COM-2 who received during a business trip has 40 per cent, the first consultant 60")
    void duringBusinessTrip() {
        assertThat(divided(List.of(by("wang.wei", ReceptionReason.OWNER_ON_BUSINESS_TRIP)), Map.of()))
                .containsExactly("li.na 60 FIRST_CONSULTANT", "wang.wei 40 SUBSTITUTE_DURING_BUSINESS_TRIP");
    }

    @Test
    @DisplayName("COM-2 who received during an errand has nothing")
    void duringErrand() {
        assertThat(divided(List.of(by("wang.wei", ReceptionReason.OWNER_ON_ERRAND)), Map.of()))
                .containsExactly("li.na 100 FIRST_CONSULTANT", "wang.wei 0 ERRAND_WITHOUT_AGREEMENT");
    }

    @Test
    @DisplayName("COM-2 who received during an errand has what the first consultant agrees to")
    void errandWithAgreement() {
        assertThat(divided(
                        List.of(by("wang.wei", ReceptionReason.OWNER_ON_ERRAND)),
                        Map.of("wang.wei", new BigDecimal("25"))))
                .containsExactly("li.na 75 FIRST_CONSULTANT", "wang.wei 25 AGREED_BY_FIRST_CONSULTANT");
    }

    @Test
    @DisplayName("COM-2 two substitutes during absences: the last one before the deal has the 40 per cent")
    void lastSubstitute() {
        assertThat(divided(
                        List.of(
                                by("wang.wei", ReceptionReason.OWNER_ON_LEAVE),
                                by("zhao.min", ReceptionReason.OWNER_ON_BUSINESS_TRIP)),
                        Map.of()))
                .containsExactly(
                        "li.na 60 FIRST_CONSULTANT",
                        "wang.wei 0 LATER_SUBSTITUTE_RECEIVED",
                        "zhao.min 40 SUBSTITUTE_DURING_BUSINESS_TRIP");
    }

    @Test
    @DisplayName("COM-2 what was agreed goes before what the rule gives to another")
    void agreedGoesFirst() {
        assertThat(divided(
                        List.of(
                                by("wang.wei", ReceptionReason.OWNER_ON_ERRAND),
                                by("zhao.min", ReceptionReason.OWNER_ON_LEAVE)),
                        Map.of("wang.wei", new BigDecimal("70"))))
                .containsExactly(
                        "li.na 0 FIRST_CONSULTANT",
                        "wang.wei 70 AGREED_BY_FIRST_CONSULTANT",
                        "zhao.min 30 SUBSTITUTE_DURING_LEAVE");
    }

    @Test
    @DisplayName("COM-2 nobody can agree to more than the whole")
    void notMoreThanTheWhole() {
        assertThatThrownBy(() -> divided(
                        List.of(
                                by("wang.wei", ReceptionReason.OWNER_ON_ERRAND),
                                by("zhao.min", ReceptionReason.OWNER_ON_ERRAND)),
                        Map.of("wang.wei", new BigDecimal("60"), "zhao.min", new BigDecimal("40.01"))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(CommissionRefusal.SHARES_DO_NOT_ADD_UP));
    }

    private static List<String> divided(List<Substitution> substitutions, Map<String, BigDecimal> agreed) {
        return Claims.divided("li.na", new Claims.Rule(FORTY, substitutions, agreed)).stream()
                .map(ClaimsRulesTest::words)
                .toList();
    }

    private static String words(Claim claim) {
        return claim.consultant() + " " + claim.percent().stripTrailingZeros().toPlainString() + " " + claim.reason();
    }

    private static Substitution by(String substitute, ReceptionReason reason) {
        return Substitution.of(new VisitReceived(
                UUID.randomUUID(),
                "songfeng",
                Instant.EPOCH,
                UUID.randomUUID(),
                substitute,
                "li.na",
                reason,
                "WALK_IN",
                null,
                null));
    }
}
