package org.anchang.inventory.sale.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.sale.permit.RecordedCertificate;
import org.anchang.inventory.sale.permit.RecordedCertificate.Revocation;
import org.anchang.inventory.sale.release.ReleasePolicy.Candidate;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.problem.Refusal;
import org.anchang.kit.problem.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseRulesTest {
    private static final UUID BUILDING = new UUID(0, 1);
    private static final String PERMIT = "洛房预售证第2026-031号";
    private static final LocalDate DAY = LocalDate.of(2026, 9, 28);

    @Test
    @DisplayName("INV-14 a release says once which units: these, a building or everything")
    void saysOnceWhich() {
        var some = List.of(new UUID(0, 7));

        assertRefused(ReleasePolicy.RELEASE_IS_AMBIGUOUS, () -> said(some, BUILDING, false));
        assertRefused(ReleasePolicy.RELEASE_IS_AMBIGUOUS, () -> said(some, null, true));
        assertRefused(ReleasePolicy.RELEASE_IS_AMBIGUOUS, () -> said(null, BUILDING, true));
        assertThatCode(() -> said(some, null, false)).doesNotThrowAnyException();
        assertThatCode(() -> said(List.of(), BUILDING, false)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName(
            "INV-14 it names units, all of them closed and in no other release; what forbids it is tried in this order")
    void namesClosedUnits() {
        var lacking = List.of(obstacle(List.of(), PERMIT));
        var sold = new Candidate(new UUID(0, 7), BUILDING, UnitState.AVAILABLE, true);
        var taken = new Candidate(new UUID(0, 8), BUILDING, UnitState.CLOSED, true);
        var free = new Candidate(new UUID(0, 9), BUILDING, UnitState.CLOSED, false);

        assertRefused(ReleasePolicy.RELEASE_NAMES_NO_UNITS, () -> ReleasePolicy.mayBeReleased(List.of(), lacking));
        assertRefused(
                InventoryRefusal.CERTIFICATES_INCOMPLETE, () -> ReleasePolicy.mayBeReleased(List.of(sold), lacking));
        assertRefused(
                ReleasePolicy.UNIT_IS_NOT_CLOSED,
                () -> ReleasePolicy.mayBeReleased(List.of(free, taken, sold), List.of()));
        assertRefused(
                ReleasePolicy.UNIT_IS_IN_ANOTHER_RELEASE,
                () -> ReleasePolicy.mayBeReleased(List.of(free, taken), List.of()));
        assertThatCode(() -> ReleasePolicy.mayBeReleased(List.of(free), List.of()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "INV-14 only one that is planned or blocked is opened, corrected or withdrawn; the last not while an opening day rests on it")
    void stepsOfOneThatIsPlanned(ReleaseState state) {
        var steps = List.<ThrowingCallable>of(
                () -> ReleasePolicy.mayOpen(state, List.of()),
                () -> ReleasePolicy.mayHaveAnotherPermit(state),
                () -> ReleasePolicy.mayBeWithdrawn(state, false));

        switch (state) {
            case PLANNED, BLOCKED -> {
                steps.forEach(step -> assertThatCode(step).doesNotThrowAnyException());
                assertRefused(ReleasePolicy.RELEASE_HAS_OPENING_DAY, () -> ReleasePolicy.mayBeWithdrawn(state, true));
                assertRefused(
                        InventoryRefusal.CERTIFICATES_INCOMPLETE,
                        () -> ReleasePolicy.mayOpen(state, List.of(obstacle(List.of(), PERMIT))));
            }
            case OPEN, WITHDRAWN -> steps.forEach(step -> assertRefused(ReleasePolicy.RELEASE_IS_NOT_PLANNED, step));
        }
    }

    @Test
    @DisplayName(
            "INV-6 a building is sold in with all five certificates, on its own pre-sale permit, from the first to the last day")
    void certificatesAndPermit() {
        assertThat(Obstacle.in(BUILDING, all(DAY, DAY, null), PERMIT, DAY)).isEmpty();
        assertThat(obstacle(all(DAY.plusDays(1), null, null), PERMIT).missing()).hasSize(5);
        assertThat(obstacle(all(DAY.minusDays(9), DAY.minusDays(1), null), PERMIT)
                        .missing())
                .hasSize(5);
        assertThat(obstacle(all(DAY, null, DAY), PERMIT).missing()).hasSize(5);
        assertThat(Obstacle.in(BUILDING, all(DAY, null, DAY.plusDays(1)), PERMIT, DAY))
                .isEmpty();
        assertThat(obstacle(all(DAY, null, null), "another").code())
                .isEqualTo(InventoryRefusal.PERMIT_IS_NOT_THE_BUILDINGS);
        assertThat(obstacle(all(DAY, null, null).subList(0, 4), PERMIT).missing())
                .containsExactly(Certificate.PRE_SALE);
    }

    private static Obstacle obstacle(List<RecordedCertificate> recorded, String permit) {
        return Obstacle.in(BUILDING, recorded, permit, DAY).orElseThrow();
    }

    private static List<RecordedCertificate> all(
            LocalDate from, @Nullable LocalDate until, @Nullable LocalDate revokedFrom) {
        return Stream.of(Certificate.values())
                .map(certificate -> new RecordedCertificate(
                        new UUID(1, certificate.ordinal()),
                        BUILDING,
                        certificate,
                        PERMIT,
                        from,
                        until,
                        revokedFrom == null ? null : new Revocation(revokedFrom, "by mistake", "li.na", Instant.EPOCH),
                        "li.na",
                        Instant.EPOCH))
                .toList();
    }

    private static void said(@Nullable List<UUID> units, @Nullable UUID building, boolean everything) {
        ReleasePolicy.mustSayWhichOnce(new Release.Asked("luoyang", units, building, everything, null, PERMIT, null));
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable what) {
        assertThatExceptionOfType(Refused.class).isThrownBy(what).satisfies(refused -> assertThat(refused.refusal())
                .isEqualTo(refusal));
    }
}
