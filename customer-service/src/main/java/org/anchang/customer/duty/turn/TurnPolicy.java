package org.anchang.customer.duty.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.duty.turn.DutyEvent.DutyEventKind;
import org.anchang.customer.reception.ReceptionRule;
import org.anchang.customer.reception.Whereabouts.Out;
import org.jspecify.annotations.Nullable;

/// REC-1 … REC-3, REC-5, REC-9: who receives. Nobody picks: it follows from the queue, whose the visitor is, and who is
/// out. Nothing is read or written here.
public final class TurnPolicy {
    /// Whom the turn has come to.
    ///
    /// @param passedOver what becomes of those whom it went past
    public record Turn(String person, Basis basis, List<DutyEvent> passedOver) {}

    /// A visitor, as far as it matters.
    ///
    /// @param belongsTo the consultant whose customer they are, or whom they are sent to
    public record Visitor(ArrivalKind kind, @Nullable String belongsTo) {}

    /// @param absence what keeps the consultant away whose customer it is
    /// @param before  what happens to the queue besides
    public record Assignment(
            String receiver,
            Basis basis,
            ReceptionRule rule,
            @Nullable UUID absence,
            List<DutyEvent> before) {}

    private TurnPolicy() {}

    /// Nothing while nobody is free, or the day is not open: the visitor waits.
    public static Optional<Assignment> decide(Queue queue, Visitor visitor, Map<String, Out> out) {
        if (!queue.isOpen()) {
            return Optional.empty();
        }
        var owner = visitor.belongsTo();
        if (owner == null) {
            return next(queue, out.keySet())
                    .map(turn -> new Assignment(
                            turn.person(), turn.basis(), ReceptionRule.NEW_VISITOR_ON_TURN, null, turn.passedOver()));
        }
        if (isFree(queue, owner, out.keySet())) {
            return Optional.of(own(queue, visitor, owner));
        }
        var away = out.get(owner);
        var rule = away != null
                ? ReceptionRule.during(away.reason())
                : queue.isPresent(owner) ? ReceptionRule.RECEIVING_IN_PLACE : ReceptionRule.OFF_DUTY_IN_TOUCH;
        var absence = away == null ? null : away.absence();
        return next(queue, out.keySet())
                .map(turn -> queue.settings().returningUsesTurn()
                        ? new Assignment(turn.person(), turn.basis(), rule, absence, turn.passedOver())
                        : new Assignment(turn.person(), Basis.IN_PLACE, rule, absence, List.of()));
    }

    private static Assignment own(Queue queue, Visitor visitor, String owner) {
        var rule =
                switch (visitor.kind()) {
                    case REFERRAL -> ReceptionRule.INTRODUCERS_CONSULTANT;
                    case FAMILY -> ReceptionRule.FAMILYS_CONSULTANT;
                    case NEW, RETURNING, CALLED -> ReceptionRule.FIRST_CONSULTANT;
                };
        var uses = queue.settings().returningUsesTurn()
                ? List.of(DutyEvent.of(DutyEventKind.CHARGED, owner))
                : List.<DutyEvent>of();
        return new Assignment(owner, Basis.OWN, rule, null, uses);
    }

    /// REC-1, REC-9: whose turn it is: first who missed one for another, then whoever sits next behind the last.
    public static Optional<Turn> next(Queue queue, Set<String> away) {
        var free = queue.line().stream()
                .filter(person -> isFree(queue, person, away))
                .toList();
        var first = queue.firstOwed(free);
        if (first.isPresent() || free.isEmpty()) {
            return first.map(person -> new Turn(person, Basis.MADE_UP, List.of()));
        }
        var passedOver = new ArrayList<DutyEvent>();
        var repaid = new HashMap<String, Integer>();
        for (var isFirstRound = true; ; isFirstRound = false) {
            for (var person : queue.line()) {
                if (!queue.isPresent(person) || away.contains(person)) {
                    continue;
                }
                if (queue.owed(person) + repaid.getOrDefault(person, 0) < 0) {
                    repaid.merge(person, 1, Integer::sum);
                    passedOver.add(DutyEvent.of(DutyEventKind.REPAID, person));
                } else if (free.contains(person)) {
                    return Optional.of(new Turn(person, Basis.ON_TURN, List.copyOf(passedOver)));
                } else if (isFirstRound && queue.settings().missedIsMadeUp() && queue.receivesForAnother(person)) {
                    passedOver.add(DutyEvent.of(DutyEventKind.MISSED, person));
                }
            }
        }
    }

    /// Who takes the next visitors, if they are new and all come now.
    public static List<String> comingTurns(Queue queue, Set<String> away, int most) {
        var busy = new HashSet<>(away);
        var coming = new ArrayList<String>();
        for (var ahead = queue.ahead(); coming.size() < most; ) {
            var turn = next(ahead, busy).orElse(null);
            if (turn == null) {
                return coming;
            }
            turn.passedOver().forEach(ahead::take);
            ahead.take(DutyEvent.passed(turn, PassReason.OTHER));
            coming.add(turn.person());
            busy.add(turn.person());
        }
        return coming;
    }

    private static boolean isFree(Queue queue, String person, Set<String> away) {
        return queue.isPresent(person)
                && !away.contains(person)
                && !queue.receives(person)
                && queue.line().contains(person);
    }
}
