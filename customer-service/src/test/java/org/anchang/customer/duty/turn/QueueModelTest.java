package org.anchang.customer.duty.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchang.customer.duty.turn.DutyEvent.DutyEventKind;
import org.anchang.customer.duty.turn.TurnPolicy.Visitor;
import org.anchang.customer.reception.Whereabouts.Out;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The queue as a checked model: random days at two desks, with people who come late, go out and go home, visitors of
/// all kinds, and restarts in between, each step held against [Model], which knows the rules of the office and nothing
/// of the queue's code: it keeps no line and no turn, only when the turn last went past whom.
class QueueModelTest {
    private static final int DAYS = 2_000;
    private static final int STEPS = 40;
    private static final List<String> PEOPLE =
            IntStream.range(0, 6).mapToObj(seat -> "p" + seat).toList();

    @Test
    @DisplayName(
            "REC-1 REC-7 REC-9 REC-10 in thousands of random days nobody receives out of turn or twice, and no visitor is lost")
    void days() {
        var received = 0;
        for (var seed = 1; seed <= DAYS; seed++) {
            var day = new Day(seed);
            for (var step = 0; step < STEPS; step++) {
                day.step();
            }
            day.end();
            received += day.received.size();
        }
        assertThat(received).as("days in which something happened").isGreaterThan(DAYS * 5);
    }

    /// The rules, as somebody would keep them with a pencil.
    private static final class Model {
        private final Queue.Settings settings;
        private final Map<String, Integer> passedLast = new TreeMap<>();
        private final Set<String> present = new HashSet<>();
        private final Set<String> away = new HashSet<>();
        /// Whom each receives, and whether for another.
        private final Map<String, Boolean> receiving = new HashMap<>();
        /// A line for each turn that is owed, the oldest first; and turns that were had before.
        private final List<String> owed = new ArrayList<>();
        private final List<String> debts = new ArrayList<>();
        private int time;

        Model(Queue.Settings settings) {
            this.settings = settings;
        }

        void comes(String person) {
            present.add(person);
            passedLast.put(person, ++time);
        }

        boolean isFree(String person) {
            return present.contains(person) && !away.contains(person) && !receiving.containsKey(person);
        }

        boolean anybodyFree() {
            return present.stream().anyMatch(this::isFree);
        }

        /// Who receives whom no rule gives to somebody, without what becomes of the turn.
        String onTurn() {
            return walk(false);
        }

        String takeTurn() {
            return walk(true);
        }

        private String walk(boolean isForGood) {
            var first = owed.stream().filter(this::isFree).findFirst();
            if (first.isPresent()) {
                if (isForGood) {
                    owed.remove(first.get());
                }
                return first.get();
            }
            var left = new ArrayList<>(debts);
            for (var round = 0; ; round++) {
                var line = passedLast.keySet().stream()
                        .sorted(Comparator.comparing(passedLast::get))
                        .toList();
                for (var person : line) {
                    if (isForGood) {
                        passedLast.put(person, ++time);
                    }
                    if (!present.contains(person) || away.contains(person)) {
                        continue;
                    }
                    if (left.contains(person)) {
                        left.remove(person);
                        if (isForGood) {
                            debts.remove(person);
                        }
                    } else if (isFree(person)) {
                        return person;
                    } else if (isForGood && round == 0 && settings.missedIsMadeUp() && receiving.get(person)) {
                        owe(person);
                    }
                }
            }
        }

        void owe(String person) {
            if (!debts.remove(person)) {
                owed.add(person);
            }
        }

        void charge(String person) {
            if (owed.contains(person)) {
                owed.remove(owed.lastIndexOf(person));
            } else {
                debts.add(person);
            }
        }
    }

    private static final class Day {
        private final Random random;
        private final Queue.Settings settings;
        private final Model model;
        /// As the database keeps it.
        private final List<DutyEvent> log = new ArrayList<>();
        private final Map<UUID, Visitor> came = new LinkedHashMap<>();
        private final Set<UUID> waiting = new LinkedHashSet<>();
        private final Map<UUID, String> here = new LinkedHashMap<>();
        private final Map<UUID, String> received = new LinkedHashMap<>();
        private Queue queue;

        Day(int seed) {
            // Of seeds that follow each other the first numbers are much the same.
            random = new Random(new SplittableRandom(seed).nextLong());
            settings = new Queue.Settings(random.nextInt(4) == 0, random.nextInt(4) != 0);
            model = new Model(settings);
            queue = new Queue(settings);
            var early = PEOPLE.stream().filter(_ -> random.nextBoolean()).toList();
            early.forEach(person -> write(DutyEvent.of(DutyEventKind.SIGNED_IN, person)));
            write(DutyEvent.of(DutyEventKind.OPENED));
            early.forEach(person -> {
                write(DutyEvent.of(DutyEventKind.PLACED, person));
                model.comes(person);
            });
        }

        void step() {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> comes(new Visitor(ArrivalKind.NEW, null));
                case 3 -> comes(new Visitor(ArrivalKind.RETURNING, somebody()));
                case 4 -> comes(new Visitor(ArrivalKind.REFERRAL, somebody()));
                case 5, 6, 7 -> ends();
                case 8 -> goesOutOrComesBack(somebody());
                case 9 -> signsInOrOut(somebody());
                case 10 -> passes();
                default -> restarts();
            }
        }

        private String somebody() {
            return PEOPLE.get(random.nextInt(PEOPLE.size()));
        }

        private void comes(Visitor visitor) {
            var arrival = new UUID(0, came.size());
            came.put(arrival, visitor);
            waiting.add(arrival);
            write(DutyEvent.of(DutyEventKind.CAME, arrival));
            serve();
        }

        private void serve() {
            for (var arrival : List.copyOf(waiting)) {
                var visitor = came.get(arrival);
                var decision = TurnPolicy.decide(queue, visitor, out());
                assertThat(decision.isPresent())
                        .as("a visitor waits while somebody is free, or is given to nobody")
                        .isEqualTo(model.anybodyFree());
                decision.ifPresent(made -> {
                    assertThat(made.receiver()).as(() -> visitor + " in " + log).isEqualTo(expected(visitor));
                    made.before().forEach(this::write);
                    write(DutyEvent.received(arrival, made));
                    waiting.remove(arrival);
                    here.put(arrival, made.receiver());
                    assertThat(received.put(arrival, made.receiver()))
                            .as("received twice")
                            .isNull();
                    assertThat(model.receiving.put(made.receiver(), isForAnother(visitor, made.receiver())))
                            .as("receives two at once")
                            .isNull();
                });
            }
        }

        private static boolean isForAnother(Visitor visitor, String receiver) {
            return visitor.belongsTo() != null && !visitor.belongsTo().equals(receiver);
        }

        private String expected(Visitor visitor) {
            var owner = visitor.belongsTo();
            if (owner == null) {
                return model.takeTurn();
            }
            if (model.isFree(owner)) {
                if (settings.returningUsesTurn()) {
                    model.charge(owner);
                }
                return owner;
            }
            return settings.returningUsesTurn() ? model.takeTurn() : model.onTurn();
        }

        private void ends() {
            if (!here.isEmpty()) {
                var arrival = List.copyOf(here.keySet()).get(random.nextInt(here.size()));
                var receiver = here.remove(arrival);
                model.receiving.remove(receiver);
                write(DutyEvent.ended(arrival, receiver));
                serve();
            }
        }

        private void goesOutOrComesBack(String person) {
            if (!model.away.remove(person) && !model.receiving.containsKey(person)) {
                model.away.add(person);
            }
            serve();
        }

        private void signsInOrOut(String person) {
            if (!model.present.contains(person)) {
                write(DutyEvent.of(DutyEventKind.SIGNED_IN, person));
                write(DutyEvent.of(DutyEventKind.PLACED, person));
                model.comes(person);
                serve();
            } else if (!model.receiving.containsKey(person)) {
                write(DutyEvent.of(DutyEventKind.SIGNED_OUT, person));
                model.present.remove(person);
            }
        }

        private void passes() {
            var turn = TurnPolicy.next(queue, model.away);
            assertThat(turn.isPresent()).isEqualTo(model.anybodyFree());
            turn.ifPresent(one -> {
                assertThat(one.person()).isEqualTo(model.takeTurn());
                one.passedOver().forEach(this::write);
                write(DutyEvent.passed(one, PassReason.OTHER));
            });
        }

        /// Nothing is left but what was written.
        private void restarts() {
            var before = TurnPolicy.comingTurns(queue, model.away, 6);
            queue = Queue.of(settings, log);
            assertThat(TurnPolicy.comingTurns(queue, model.away, 6)).isEqualTo(before);
            assertThat(queue.waiting()).containsExactlyElementsOf(waiting);
        }

        void end() {
            assertThat(Stream.concat(waiting.stream(), received.keySet().stream()))
                    .as("no visitor is lost")
                    .containsExactlyInAnyOrderElementsOf(came.keySet());
        }

        private Map<String, Out> out() {
            var out = new HashMap<String, Out>();
            model.away.forEach(person ->
                    out.put(person, new Out(person, new UUID(1, 1), ReceptionReason.OWNER_ON_ERRAND, Instant.MAX)));
            return out;
        }

        private void write(DutyEvent event) {
            log.add(event);
            queue.take(event);
        }
    }
}
