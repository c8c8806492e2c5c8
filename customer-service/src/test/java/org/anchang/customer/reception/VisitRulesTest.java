package org.anchang.customer.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerNumber;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.NumberSeries;
import org.anchang.customer.SealedIdentity;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.kit.problem.Refusal;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.seal.Sealing;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitRulesTest {
    private static final Sealing SEALING = Sealing.under(Sealing.newKey());

    private static final Instant NOW = Instant.parse("2026-10-01T02:00:00Z");

    private final Customer liNasCustomer = Customer.registered(new Customer.Registration(
            UUID.randomUUID(),
            "songfeng",
            CustomerNumber.ofProspect(new NumberSeries("LY", "ZS"), 1),
            new SealedIdentity("sealed", "fingerprint"),
            new Customer.Origin(Channel.PHONE_IN, null, null, null),
            "li.na",
            "li.na",
            NOW));

    @Test
    @DisplayName("REC-2 the first visit of an own customer is a new visitor's, later ones a returning customer's")
    void ownCustomer() {
        assertThat(Visit.withoutQueue("li.na", arrival(false, null), SEALING).reason())
                .isEqualTo(ReceptionReason.NEW_VISITOR);
        assertThat(Visit.withoutQueue("li.na", arrival(true, null), SEALING).reason())
                .isEqualTo(ReceptionReason.OWN_CUSTOMER);
    }

    @Test
    @DisplayName("REC-3 a returning visitor goes back to the first consultant, who is present")
    void ownerIsPresent() {
        assertRefused(
                CustomerRefusal.OWNER_IS_PRESENT, () -> Visit.withoutQueue("wang.lei", arrival(true, null), SEALING));
    }

    @ParameterizedTest
    @DisplayName("REC-3 a substitute receives while the owner is out, and the visit says how")
    @CsvSource({"ERRAND,OWNER_ON_ERRAND", "BUSINESS_TRIP,OWNER_ON_BUSINESS_TRIP", "LEAVE,OWNER_ON_LEAVE"})
    void substitute(Absence.Kind kind, ReceptionReason reason) {
        var away = absence(kind);

        var visit = Visit.withoutQueue("wang.lei", arrival(true, away), SEALING);

        assertThat(visit.receiver()).isEqualTo("wang.lei");
        assertThat(visit.owner()).isEqualTo("li.na");
        assertThat(visit.reason()).isEqualTo(reason);
        assertThat(visit.absence()).isEqualTo(away.id());
    }

    @Test
    @DisplayName("REC-3 who comes in while on leave receives an own customer as ever")
    void ownerDuringLeave() {
        var visit = Visit.withoutQueue("li.na", arrival(true, absence(Absence.Kind.LEAVE)), SEALING);

        assertThat(visit.reason()).isEqualTo(ReceptionReason.OWN_CUSTOMER);
        assertThat(visit.absence()).isNull();
    }

    @Test
    @DisplayName("REC-3 an absence covers its first moment and not its last")
    void bounds() {
        var away = absence(Absence.Kind.ERRAND);

        assertThat(away.covers(NOW)).isTrue();
        assertThat(away.covers(NOW.minusMillis(1))).isFalse();
        assertThat(away.covers(NOW.plusSeconds(3600))).isFalse();
        assertThat(away.covers(NOW.plusSeconds(3599))).isTrue();
    }

    @Test
    @DisplayName("REC-3 an absence ends after it begins, and ends once")
    void ends() {
        assertRefused(
                CustomerRefusal.ABSENCE_ENDS_BEFORE_IT_BEGINS,
                () -> Absence.recorded(
                        new Absence.Notice("songfeng", "li.na", Absence.Kind.LEAVE, NOW, NOW), "chen.jing", NOW));
        var away = absence(Absence.Kind.LEAVE);

        away.end("chen.jing", NOW.plusSeconds(60));

        assertThat(away.covers(NOW.plusSeconds(59))).isTrue();
        assertThat(away.covers(NOW.plusSeconds(60))).isFalse();
        assertRefused(CustomerRefusal.ABSENCE_HAS_ENDED, () -> away.end("chen.jing", NOW.plusSeconds(90)));
    }

    @Test
    @DisplayName("REC-3 an absence that is called off before it begins covers nothing")
    void calledOff() {
        var away = absence(Absence.Kind.LEAVE);

        away.end("chen.jing", NOW.minusSeconds(60));

        assertThat(away.covers(NOW)).isFalse();
    }

    private Visit.Circumstances arrival(boolean returning, @org.jspecify.annotations.Nullable Absence away) {
        return new Visit.Circumstances(liNasCustomer, returning, Optional.ofNullable(away), null, null, NOW);
    }

    private static Absence absence(Absence.Kind kind) {
        return Absence.recorded(
                new Absence.Notice("songfeng", "li.na", kind, NOW, NOW.plus(Duration.ofHours(1))), "chen.jing", NOW);
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                .isEqualTo(refusal));
    }
}
