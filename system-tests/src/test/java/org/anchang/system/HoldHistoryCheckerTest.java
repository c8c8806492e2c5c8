package org.anchang.system;

import static org.anchang.system.HoldHistory.Kind.DEPOSIT;
import static org.anchang.system.HoldHistory.Kind.EXTEND;
import static org.anchang.system.HoldHistory.Kind.HOLD;
import static org.anchang.system.HoldHistory.Kind.RELEASE;
import static org.anchang.system.HoldHistory.Outcome.DONE;
import static org.anchang.system.HoldHistory.Outcome.REFUSED;
import static org.anchang.system.HoldHistory.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchang.system.HoldHistory.Command;
import org.anchang.system.HoldHistory.Kind;
import org.anchang.system.HoldHistory.Outcome;
import org.anchang.system.HoldHistory.Stored;
import org.anchang.system.HoldHistory.StoredUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the checker of histories lets pass, and what not. Moments are seconds; a hold lasts 60 of them.
class HoldHistoryCheckerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Command> commands = new ArrayList<>();
    private final List<Stored> stored = new ArrayList<>();
    private final List<StoredUnit> units = new ArrayList<>();

    @Test
    @DisplayName("INV-4 one hold after the other is no fault")
    void oneAfterTheOther() {
        hold("a", 0, 1);
        command(RELEASE, "a", 5, 6, DONE, null);
        ended("a");
        hold("b", 5, 7);
        live("b", null);

        assertThat(faults()).isEmpty();
    }

    @Test
    @DisplayName("INV-4 a hold that may have been given back without an answer makes way for the next")
    void unknownRelease() {
        hold("a", 0, 1);
        command(RELEASE, "a", 5, 35, UNKNOWN, null);
        ended("a");
        hold("b", 10, 11);
        live("b", null);

        assertThat(faults()).isEmpty();
    }

    @Test
    @DisplayName("INV-4 two holds at the same time are found")
    void twoOwners() {
        hold("a", 0, 1);
        ended("a");
        hold("b", 10, 11);
        live("b", null);

        assertThat(faults()).singleElement().asString().contains("two owners");
    }

    @Test
    @DisplayName("INV-4 a second owner is found behind a hold that ended at once")
    void twoOwnersBehindAThird() {
        hold("a", 0, 1);
        ended("a");
        hold("b", 10, 11);
        command(RELEASE, "b", 12, 13, DONE, null);
        ended("b");
        hold("c", 14, 15);
        live("c", null);

        assertThat(faults()).hasSize(2).allMatch(fault -> fault.contains("two owners"));
    }

    @Test
    @DisplayName("INV-4 two holds at the same time are found even if nobody was told of one of them")
    void unansweredSecondOwner() {
        hold("a", 0, 1);
        commands.add(made("b", 10, 40, UNKNOWN));
        stored.add(stored("a", 0, 60));
        stored.add(stored("b", 59, 70));
        stored.add(stored("c", 70, 80));
        commands.add(made("c", 65, 80, UNKNOWN));

        assertThat(faults()).singleElement().asString().contains("two owners on record");
    }

    @Test
    @DisplayName("INV-5 a hold may be followed by another when its time is over, not when it was extended")
    void expiry() {
        hold("a", 0, 1);
        ended("a");
        hold("b", 60, 62);
        live("b", null);
        assertThat(faults()).isEmpty();

        command(EXTEND, "a", 30, 31, DONE, null);
        assertThat(faults()).singleElement().asString().contains("two owners");
    }

    @Test
    @DisplayName("INV-4 a unit with a deposit has no other owner for ever")
    void depositLasts() {
        hold("a", 0, 1);
        command(DEPOSIT, "a", 5, 6, DONE, "deal-1");
        live("a", "deal-1");
        hold("b", 500, 501);
        ended("b");

        assertThat(faults()).singleElement().asString().contains("two owners");
    }

    @Test
    @DisplayName("INV-4 an answered hold that is not stored is found")
    void lostHold() {
        hold("a", 0, 1);

        assertThat(faults()).contains("hold a was answered and is lost");
    }

    @Test
    @DisplayName("INV-4 an answered deposit that is not kept is found")
    void lostDeposit() {
        hold("a", 0, 1);
        command(DEPOSIT, "a", 5, 6, DONE, "deal-1");
        ended("a");

        assertThat(faults()).singleElement().asString().contains("has not kept it");
    }

    @Test
    @DisplayName("INV-5 a deposit that came too late and was taken is found")
    void lateDeposit() {
        hold("a", 0, 1);
        command(DEPOSIT, "a", 61, 62, DONE, "deal-1");
        live("a", "deal-1");

        assertThat(faults()).singleElement().asString().contains("after its end");
    }

    @Test
    @DisplayName("SEC-3 a refused command that did something, and one that was done twice, are found")
    void refusedAndDoubled() {
        commands.add(made("a", 0, 1, REFUSED));
        ended("a");
        assertThat(faults()).contains("hold a is stored and was refused");

        commands.clear();
        hold("a", 0, 1);
        stored.add(new Stored("a2", "unit", "of a", null, START, START));
        assertThat(faults()).anyMatch(fault -> fault.contains("made two holds"));
    }

    @Test
    @DisplayName("SEC-3 one hold as the answer to two commands is found")
    void answerOfAnother() {
        hold("a", 0, 1);
        ended("a");
        commands.add(new Command(
                HOLD, "key 2", "unit", "of b", "a", START, START.plusSeconds(1), DONE, START.plusSeconds(60), null));

        assertThat(faults()).anyMatch(fault -> fault.contains("answer to two commands"));
    }

    @Test
    @DisplayName("INV-3 a unit that does not show its hold is found")
    void unitWithoutItsHold() {
        hold("a", 0, 1);
        live("a", null);
        units.set(0, new StoredUnit("unit", "AVAILABLE"));

        assertThat(HoldHistoryChecker.faults(commands, stored, units))
                .containsExactly("unit unit is AVAILABLE with 1 live holds");
    }

    private List<String> faults() {
        return HoldHistoryChecker.faults(commands, stored, units);
    }

    private void hold(String id, int asked, int answered) {
        commands.add(made(id, asked, answered, DONE));
    }

    private static Command made(String id, int asked, int answered, Outcome outcome) {
        var from = START.plusSeconds(asked);
        return new Command(
                HOLD,
                "key of " + id,
                "unit",
                "of " + id,
                outcome == DONE ? id : null,
                from,
                START.plusSeconds(answered),
                outcome,
                from.plusSeconds(60),
                null);
    }

    private void command(Kind kind, String hold, int asked, int answered, Outcome outcome, @Nullable String deal) {
        var from = START.plusSeconds(asked);
        commands.add(new Command(
                kind,
                UUID.randomUUID().toString(),
                "unit",
                "of " + hold,
                hold,
                from,
                START.plusSeconds(answered),
                outcome,
                kind == EXTEND ? from.plusSeconds(60) : null,
                deal));
    }

    private static Stored stored(String hold, int made, int ended) {
        return new Stored(hold, "unit", "of " + hold, null, START.plusSeconds(made), START.plusSeconds(ended));
    }

    private void live(String hold, @Nullable String deal) {
        stored.add(new Stored(hold, "unit", "of " + hold, deal, START, null));
        units.add(new StoredUnit("unit", "HELD"));
    }

    private void ended(String hold) {
        stored.add(new Stored(hold, "unit", "of " + hold, null, START, START));
    }
}
