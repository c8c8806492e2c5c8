package org.anchang.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anchang.system.HoldHistory.Command;
import org.anchang.system.HoldHistory.Kind;
import org.anchang.system.HoldHistory.Outcome;
import org.anchang.system.HoldHistory.Stored;
import org.anchang.system.HoldHistory.StoredUnit;
import org.jspecify.annotations.Nullable;

/// INV-4: proves from what clients were told, and from what is stored in the end, that each unit had one owner at a
/// time and that no answer was broken; or says where not.
///
/// A hold was made at some moment between the question and the answer, and ended at some moment not before somebody
/// asked for its end or its time was over. Two holds on a unit contradict each other if neither can have ended before
/// the other was made, wherever in these spans the moments lie. Whatever is unknown counts in favour of the office, so
/// that a contradiction is a fault for certain. Clients and database share one clock here.
final class HoldHistoryChecker {
    /// The time in which somebody owned the unit for certain.
    private record Owned(String hold, Instant madeAtLatest, Instant endedAtEarliest) {
        boolean contradicts(Owned other) {
            return endedAtEarliest.isAfter(other.madeAtLatest) && other.endedAtEarliest.isAfter(madeAtLatest);
        }
    }

    private final List<Command> commands;
    private final Map<String, List<Command>> byHold;
    private final Map<String, Stored> stored;
    private final List<String> faults = new ArrayList<>();

    private HoldHistoryChecker(List<Command> commands, List<Stored> stored) {
        this.commands = commands;
        byHold = commands.stream()
                .filter(command -> command.hold() != null)
                .collect(groupingBy(command -> Objects.requireNonNull(command.hold())));
        this.stored = stored.stream().collect(toMap(Stored::id, hold -> hold));
    }

    static List<String> faults(List<Command> commands, List<Stored> stored, List<StoredUnit> units) {
        var checker = new HoldHistoryChecker(commands, stored);
        checker.everyAnsweredHoldIsStored();
        checker.everyStoredHoldWasAskedForOnce();
        checker.oneOwnerAtATime();
        checker.oneStoredHoldAtATime();
        checker.holdsEndOnce();
        checker.unitsShowTheirHolds(units);
        return List.copyOf(checker.faults);
    }

    private void everyAnsweredHoldIsStored() {
        var keys = new HashMap<String, String>();
        for (var command : commands) {
            if (command.kind() != Kind.HOLD || command.outcome() != Outcome.DONE) {
                continue;
            }
            var hold = Objects.requireNonNull(command.hold());
            var other = keys.put(hold, command.key());
            if (other != null) {
                faults.add("hold " + hold + " was the answer to two commands: " + other + ", " + command.key());
            }
            var found = stored.get(hold);
            if (found == null) {
                faults.add("hold " + hold + " was answered and is lost");
            } else if (!found.unit().equals(command.unit()) || !found.customer().equals(command.customer())) {
                faults.add("hold " + hold + " is stored for another unit or customer than asked for");
            }
        }
    }

    private void everyStoredHoldWasAskedForOnce() {
        var asked = commands.stream()
                .filter(command -> command.kind() == Kind.HOLD)
                .collect(toMap(Command::customer, command -> command));
        var made = new HashMap<String, String>();
        for (var hold : stored.values()) {
            var command = asked.get(hold.customer());
            if (command == null) {
                faults.add("hold " + hold.id() + " is stored and nobody asked for it");
            } else if (command.outcome() == Outcome.REFUSED) {
                faults.add("hold " + hold.id() + " is stored and was refused");
            }
            var other = made.put(hold.customer(), hold.id());
            if (other != null) {
                faults.add("one command made two holds: " + other + ", " + hold.id());
            }
        }
    }

    private void oneOwnerAtATime() {
        var byUnit = commands.stream()
                .filter(command -> command.kind() == Kind.HOLD && command.outcome() == Outcome.DONE)
                .collect(groupingBy(Command::unit));
        byUnit.forEach((unit, holds) -> {
            var open = new ArrayList<Owned>();
            holds.stream()
                    .map(this::owned)
                    .sorted(Comparator.comparing(Owned::madeAtLatest))
                    .forEach(next -> {
                        // Whoever ended before this one was made cannot contradict a later one either.
                        open.removeIf(earlier -> !earlier.endedAtEarliest().isAfter(next.madeAtLatest()));
                        open.stream()
                                .filter(next::contradicts)
                                .forEach(other -> faults.add(
                                        "unit " + unit + " had two owners: holds " + other + " and " + next));
                        open.add(next);
                    });
        });
    }

    /// Also of holds that nobody was told of: whoever made them may have died before the answer.
    private void oneStoredHoldAtATime() {
        stored.values().stream().collect(groupingBy(Stored::unit)).forEach((unit, holds) -> {
            var before = new ArrayList<Stored>();
            holds.stream().sorted(Comparator.comparing(Stored::madeAt)).forEach(next -> {
                before.removeIf(earlier -> !earlier.end().isAfter(next.madeAt()));
                before.stream()
                        .filter(other -> next.end().isAfter(other.madeAt()))
                        .forEach(other ->
                                faults.add("unit " + unit + " has two owners on record: " + other + " and " + next));
                before.add(next);
            });
        });
    }

    private Owned owned(Command made) {
        var hold = Objects.requireNonNull(made.hold());
        var end = answeredDeposit(hold) == null ? expiry(hold) : Instant.MAX;
        for (var command : of(hold)) {
            if (command.kind() == Kind.RELEASE
                    && command.outcome() != Outcome.REFUSED
                    && command.asked().isBefore(end)) {
                end = command.asked();
            }
        }
        return new Owned(hold, made.answered(), end.isBefore(made.asked()) ? made.asked() : end);
    }

    /// Until when the hold lasts by all that was answered; an extension that is not known to be done does not count.
    private Instant expiry(String hold) {
        return of(hold).stream()
                .filter(command -> command.outcome() == Outcome.DONE && command.expiresAt() != null)
                .map(command -> Objects.requireNonNull(command.expiresAt()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// Against the end of a hold, a deposit wins or loses, and stays with that.
    private void holdsEndOnce() {
        byHold.forEach((hold, about) -> {
            var found = stored.get(hold);
            if (found == null) {
                return;
            }
            var deposit = answeredDeposit(hold);
            var released = about.stream()
                    .anyMatch(command -> command.kind() == Kind.RELEASE && command.outcome() == Outcome.DONE);
            if (deposit != null && released) {
                faults.add("hold " + hold + " took a deposit and was given back");
            }
            if (deposit != null && !(found.live() && Objects.equals(deposit.deal(), found.deal()))) {
                faults.add("hold " + hold + " took the deposit of deal " + deposit.deal() + " and has not kept it");
            }
            if (deposit != null
                    && wasNotExtendedUnseen(about)
                    && deposit.asked().isAfter(expiry(hold))) {
                faults.add("hold " + hold + " took a deposit after its end");
            }
            if (released && found.live()) {
                faults.add("hold " + hold + " was given back and lives");
            }
            about.stream()
                    .filter(command -> command.kind() == Kind.DEPOSIT
                            && command.outcome() == Outcome.REFUSED
                            && Objects.equals(command.deal(), found.deal()))
                    .forEach(command ->
                            faults.add("hold " + hold + " refused deal " + command.deal() + " and belongs to it"));
        });
    }

    private static boolean wasNotExtendedUnseen(List<Command> about) {
        return about.stream()
                .noneMatch(command -> command.kind() == Kind.EXTEND && command.outcome() == Outcome.UNKNOWN);
    }

    private void unitsShowTheirHolds(List<StoredUnit> units) {
        var live = new HashMap<String, Integer>();
        stored.values().stream().filter(Stored::live).forEach(hold -> live.merge(hold.unit(), 1, Integer::sum));
        for (var unit : units) {
            int holds = live.getOrDefault(unit.id(), 0);
            if (holds > 1) {
                faults.add("unit " + unit.id() + " has " + holds + " live holds");
            }
            if ((holds == 1) != unit.state().equals("HELD")) {
                faults.add("unit " + unit.id() + " is " + unit.state() + " with " + holds + " live holds");
            }
        }
    }

    private @Nullable Command answeredDeposit(String hold) {
        return of(hold).stream()
                .filter(command -> command.kind() == Kind.DEPOSIT && command.outcome() == Outcome.DONE)
                .findFirst()
                .orElse(null);
    }

    private List<Command> of(String hold) {
        return byHold.getOrDefault(hold, List.of());
    }
}
