package org.anchang.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What clients asked for and were told, each command once, however often it was sent.
final class HoldHistory {
    enum Kind {
        HOLD,
        EXTEND,
        RELEASE,
        DEPOSIT
    }

    enum Outcome {
        DONE,
        REFUSED,
        /// Sent, and never answered: it may have been done.
        UNKNOWN
    }

    /// One command under one idempotency key.
    ///
    /// @param customer  every HOLD names a customer of its own, so that a stored hold tells which command made it
    /// @param hold      which hold; absent if no HOLD was answered
    /// @param asked     when it was sent first
    /// @param answered  when its last answer came, or was given up
    /// @param expiresAt until when the hold lasts by this answer
    /// @param deal      for which deal the DEPOSIT was asked
    record Command(
            Kind kind,
            String key,
            String unit,
            String customer,
            @Nullable String hold,
            Instant asked,
            Instant answered,
            Outcome outcome,
            @Nullable Instant expiresAt,
            @Nullable String deal) {}

    /// A hold as the database has it in the end.
    ///
    /// @param madeAt  the earliest moment at which it can have begun to count
    /// @param endedAt the latest at which it can have counted for certain; absent while it lives
    record Stored(
            String id,
            String unit,
            String customer,
            @Nullable String deal,
            Instant madeAt,
            @Nullable Instant endedAt) {
        boolean live() {
            return endedAt == null;
        }

        Instant end() {
            return endedAt == null ? Instant.MAX : endedAt;
        }
    }

    /// A unit as the database has it in the end.
    record StoredUnit(String id, String state) {}

    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private final Queue<String> oddities = new ConcurrentLinkedQueue<>();

    void add(Command command) {
        commands.add(command);
    }

    /// An answer that no command may get, e.g. another one under the same key.
    void odd(String what) {
        oddities.add(what);
    }

    /// How many commands of the kind came to this.
    long count(Kind kind, Outcome outcome) {
        return commands.stream()
                .filter(command -> command.kind() == kind && command.outcome() == outcome)
                .count();
    }

    List<Command> commands() {
        return List.copyOf(commands);
    }

    /// How many of each kind came to what, and how long they took: `HOLD DONE 812 (median 6 ms, longest 914 ms)`.
    String summary() {
        var took = new TreeMap<String, List<Long>>();
        commands.forEach(command -> took.computeIfAbsent(
                        command.kind() + " " + command.outcome(), _ -> new ArrayList<>())
                .add(Duration.between(command.asked(), command.answered()).toMillis()));
        return took.entrySet().stream()
                .map(entry -> {
                    var times = entry.getValue().stream().sorted().toList();
                    return "%s %d (median %d ms, longest %d ms)"
                            .formatted(entry.getKey(), times.size(), times.get(times.size() / 2), times.getLast());
                })
                .collect(Collectors.joining(", "));
    }

    List<String> oddities() {
        return List.copyOf(oddities);
    }
}
