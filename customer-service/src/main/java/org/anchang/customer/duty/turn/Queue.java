package org.anchang.customer.duty.turn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.customer.reception.ReceptionRule;

/// REC-1: the queue of one day, as its events have left it: who sits in which order, where the turn is, who receives
/// whom, who is owed a turn, and who waits.
public final class Queue {
    /// REC-9
    public record Settings(boolean returningUsesTurn, boolean missedIsMadeUp) {}

    private record Receiving(String receiver, boolean isForAnother) {}

    private final Settings settings;
    /// In the order in which the turn comes to them: it goes round, and whoever comes late stands at its end.
    private final List<String> line = new ArrayList<>();
    private final Set<String> present = new LinkedHashSet<>();
    private final Set<String> late = new LinkedHashSet<>();
    /// Whoever is owed a turn, once for each, the longest first.
    private final List<String> owed = new ArrayList<>();
    /// Turns that somebody had before they came to them.
    private final Map<String, Integer> debts = new HashMap<>();
    private final Map<UUID, Receiving> open = new LinkedHashMap<>();
    private final Set<UUID> waiting = new LinkedHashSet<>();
    private int events;
    private boolean opened;
    private boolean closed;

    public Queue(Settings settings) {
        this.settings = settings;
    }

    public static Queue of(Settings settings, Collection<DutyEvent> events) {
        var queue = new Queue(settings);
        events.forEach(queue::take);
        return queue;
    }

    public void take(DutyEvent event) {
        events++;
        switch (event.kind()) {
            case SIGNED_IN -> {
                present.add(event.who());
                if (opened) {
                    late.add(event.who());
                }
            }
            case SIGNED_OUT -> present.remove(event.who());
            case OPENED -> {
                opened = true;
                closed = false;
            }
            case PLACED -> place(event.who());
            case CLOSED -> closed = true;
            case CAME -> waiting.add(event.what());
            case RECEIVED -> {
                waiting.remove(event.what());
                var isForAnother = Stream.ofNullable(event.rule()).anyMatch(ReceptionRule::isForAnother);
                open.put(event.what(), new Receiving(event.who(), isForAnother));
                goOn(event);
            }
            case PASSED -> goOn(event);
            case MISSED, GIVEN_BACK, REPAID -> owe(event.who());
            case CHARGED -> charge(event.who());
            case ENDED -> open.remove(event.what());
            case LEFT -> waiting.remove(event.what());
        }
    }

    private void place(String person) {
        line.remove(person);
        line.add(person);
    }

    private void goOn(DutyEvent event) {
        switch (Objects.requireNonNull(event.basis())) {
            case OWN, IN_PLACE -> {}
            case ON_TURN -> Collections.rotate(line, -1 - line.indexOf(event.who()));
            case MADE_UP -> owed.remove(event.who());
        }
    }

    private void owe(String person) {
        if (debts.containsKey(person)) {
            debts.computeIfPresent(person, (_, turns) -> turns > 1 ? turns - 1 : null);
        } else {
            owed.add(person);
        }
    }

    private void charge(String person) {
        var last = owed.lastIndexOf(person);
        if (last < 0) {
            debts.merge(person, 1, Integer::sum);
        } else {
            owed.remove(last);
        }
    }

    /// The same queue, to look ahead with.
    public Queue ahead() {
        var copy = new Queue(settings);
        copy.line.addAll(line);
        copy.present.addAll(present);
        copy.late.addAll(late);
        copy.owed.addAll(owed);
        copy.debts.putAll(debts);
        copy.open.putAll(open);
        copy.waiting.addAll(waiting);
        copy.events = events;
        copy.opened = opened;
        copy.closed = closed;
        return copy;
    }

    public Settings settings() {
        return settings;
    }

    /// Whether turns are given.
    public boolean isOpen() {
        return opened && !closed;
    }

    public boolean hasOpened() {
        return opened;
    }

    public boolean hasEnded() {
        return closed;
    }

    /// How many events have made it what it is.
    public int events() {
        return events;
    }

    /// All who have a place today, in the order in which the turn comes to them.
    public List<String> line() {
        return List.copyOf(line);
    }

    public Set<String> present() {
        return present;
    }

    public boolean isLate(String person) {
        return late.contains(person);
    }

    public boolean isPresent(String person) {
        return present.contains(person);
    }

    public boolean receives(String person) {
        return open.values().stream().anyMatch(one -> one.receiver().equals(person));
    }

    public boolean receivesForAnother(String person) {
        return open.values().stream()
                .anyMatch(one -> one.isForAnother() && one.receiver().equals(person));
    }

    /// Turns that somebody is to get beside their own; below zero, that they have had before their own.
    public int owed(String person) {
        return Collections.frequency(owed, person) - debts.getOrDefault(person, 0);
    }

    /// Of those who are owed a turn, the one who is so the longest.
    public Optional<String> firstOwed(Collection<String> among) {
        return owed.stream().filter(among::contains).findFirst();
    }

    /// Who waits, the first come first.
    public List<UUID> waiting() {
        return List.copyOf(waiting);
    }
}
