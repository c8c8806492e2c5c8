package org.anchang.inventory.hold;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuse;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.kit.problem.Refused;
import org.jspecify.annotations.Nullable;

/// Who may hold a unit that is free (INV-5, INV-6, INV-11, INV-13, SEC-1): what forbids it, each rule with the name of
/// its refusal. They are tried from the first to the last, in the order in which [InventoryRefusal] declares them. That
/// the unit is free at all (INV-4) the lock of its row has decided before.
enum HoldPolicy {
    CUSTOMER_IS_NOT_YOURS(standing -> standing.facts().isAnothers()),
    TICKET_NEEDED(standing -> standing.ofTicket(shown -> shown.ticket() == null)),
    TICKET_IS_NOT_PRESENT(standing -> standing.ofTicket(ticket -> !ticket.isPresent())),
    TICKET_IS_ANOTHERS(standing -> standing.ofTicket(ticket -> !ticket.isForCustomer())),
    TICKET_QUOTA_REACHED(
            standing -> standing.ofTicket(ticket -> ticket.freeSlot().isEmpty()),
            "quota",
            standing -> standing.ticket() == null ? null : standing.ticket().quota()),
    UNIT_IS_ATTACHED(standing -> standing.facts().isAttached()),
    ATTACHED_UNIT_NOT_AVAILABLE(
            standing -> standing.facts().attachedTaken() != null, "attached", standing -> standing.facts()
                    .attachedTaken()),
    CERTIFICATES_INCOMPLETE(standing -> standing.facts().uncertified() != null, "building", standing -> standing.facts()
            .uncertified()),
    NEXT_IN_LINE_COMES_FIRST(
            standing -> standing.facts().othersTurnUntil() != null, "until", standing -> standing.facts()
                    .othersTurnUntil()),
    UNIT_WAS_HELD_JUST_NOW(
            Standing::wasHeldJustNow, "until", standing -> standing.facts().holdAgainAt()),
    HOLD_LIMIT_REACHED(
            standing -> standing.facts().ofConsultant() >= standing.facts().holdLimitPerConsultant(),
            "limit",
            standing -> standing.facts().holdLimitPerConsultant()),
    /// With a ticket its quota counts instead.
    CUSTOMER_HOLD_LIMIT_REACHED(
            standing -> !standing.isByTicket()
                    && standing.facts().forCustomer() >= standing.facts().holdLimitPerCustomer(),
            "limit",
            standing -> standing.facts().holdLimitPerCustomer());

    private final Predicate<Standing> forbids;
    private final @Nullable String fact;
    private final Function<Standing, @Nullable Object> value;

    HoldPolicy(Predicate<Standing> forbids) {
        this(forbids, null, _ -> null);
    }

    /// @param fact  what the refusal rests on, as its answer names it
    HoldPolicy(Predicate<Standing> forbids, @Nullable String fact, Function<Standing, @Nullable Object> value) {
        this.forbids = forbids;
        this.fact = fact;
        this.value = value;
    }

    /// The first rule that forbids the hold.
    static Optional<HoldPolicy> broken(Standing standing) {
        return Stream.of(values()).filter(rule -> rule.forbids.test(standing)).findFirst();
    }

    InventoryRefusal refusal() {
        return InventoryRefusal.valueOf(name());
    }

    Refused refused(Standing standing) {
        var refused = refuse(refusal());
        return fact == null ? refused : refused.with(fact, requireNonNull(value.apply(standing)));
    }
}
