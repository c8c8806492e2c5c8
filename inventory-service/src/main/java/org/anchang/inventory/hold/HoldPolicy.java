package org.anchang.inventory.hold;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuse;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.hold.Standing.ByTicket;
import org.anchang.inventory.hold.Standing.Facts;
import org.anchang.kit.problem.Refusal;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.problem.Rule;
import org.jspecify.annotations.Nullable;

/// Who may hold a unit that is free (INV-5, INV-6, INV-11, INV-13, SEC-1), and for how long. What forbids it: each rule
/// is the refusal itself, or one that other commands have too. They are tried from the first to the last. That the unit
/// is free at all (INV-4) the lock of its row has decided before.
public enum HoldPolicy implements Refusal {
    CUSTOMER_IS_NOT_YOURS(
            InventoryRefusal.CUSTOMER_IS_NOT_YOURS, standing -> standing.facts().isAnothers()),
    TICKET_NEEDED(Rule.INV_13, standing -> standing.ofTicket(shown -> shown.ticket() == null)),
    TICKET_IS_NOT_PRESENT(Rule.INV_13, standing -> standing.ofTicket(ticket -> !ticket.isPresent())),
    TICKET_IS_ANOTHERS(Rule.INV_13, standing -> standing.ofTicket(ticket -> !ticket.isForCustomer())),
    TICKET_QUOTA_REACHED(Rule.INV_13, "quota", standing -> quotaReached(standing.ticket())),
    UNIT_IS_ATTACHED(
            InventoryRefusal.UNIT_IS_ATTACHED, standing -> standing.facts().isAttached()),
    ATTACHED_UNIT_NOT_AVAILABLE(
            Rule.INV_11, "attached", standing -> standing.facts().attachedTaken()),
    CERTIFICATES_INCOMPLETE(InventoryRefusal.CERTIFICATES_INCOMPLETE, "building", standing -> standing.facts()
            .uncertified()),
    NEXT_IN_LINE_COMES_FIRST(Rule.INV_5, "until", standing -> standing.facts().othersTurnUntil()),
    UNIT_WAS_HELD_JUST_NOW(
            Rule.INV_5,
            "until",
            standing -> standing.wasHeldJustNow() ? standing.facts().holdAgainAt() : null),
    HOLD_LIMIT_REACHED(
            Rule.INV_5,
            "limit",
            standing ->
                    reached(standing.facts().ofConsultant(), standing.facts().holdLimitPerConsultant())),
    /// With a ticket its quota counts instead.
    CUSTOMER_HOLD_LIMIT_REACHED(
            Rule.INV_5,
            "limit",
            standing -> standing.ticket() != null
                    ? null
                    : reached(standing.facts().forCustomer(), standing.facts().holdLimitPerCustomer()));

    private static final int CONFLICT = 409;

    private final Meaning meaning;
    private final @Nullable String fact;
    private final Function<Standing, @Nullable Object> forbids;

    HoldPolicy(Rule rule, Predicate<Standing> forbids) {
        this(new Meaning(rule, CONFLICT), null, standing -> forbids.test(standing) ? true : null);
    }

    HoldPolicy(InventoryRefusal shared, Predicate<Standing> forbids) {
        this(shared.meaning(), null, standing -> forbids.test(standing) ? true : null);
    }

    HoldPolicy(InventoryRefusal shared, String fact, Function<Standing, @Nullable Object> forbids) {
        this(shared.meaning(), fact, forbids);
    }

    /// @param fact    what the refusal rests on, as its answer names it
    /// @param forbids finds that; null: nothing is in the way
    HoldPolicy(Rule rule, String fact, Function<Standing, @Nullable Object> forbids) {
        this(new Meaning(rule, CONFLICT), fact, forbids);
    }

    HoldPolicy(Meaning meaning, @Nullable String fact, Function<Standing, @Nullable Object> forbids) {
        this.meaning = meaning;
        this.fact = fact;
        this.forbids = forbids;
    }

    /// The first rule that forbids the hold.
    static Optional<HoldPolicy> broken(Standing standing) {
        return Stream.of(values())
                .filter(rule -> rule.forbids.apply(standing) != null)
                .findFirst();
    }

    /// INV-5: until when a hold lasts that nobody prolongs, by the clock of the database.
    static Instant lastsUntil(Facts facts) {
        return facts.now().plus(Duration.ofMinutes(Math.min(facts.holdMinutes(), facts.holdMinutesLongest())));
    }

    Refused refused(Standing standing) {
        var refused = refuse(this);
        return fact == null ? refused : refused.with(fact, requireNonNull(forbids.apply(standing)));
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }

    private static @Nullable Integer quotaReached(@Nullable ByTicket ticket) {
        return ticket == null || ticket.freeSlot().isPresent() ? null : ticket.quota();
    }

    private static @Nullable Integer reached(int soFar, int limit) {
        return soFar >= limit ? limit : null;
    }
}
