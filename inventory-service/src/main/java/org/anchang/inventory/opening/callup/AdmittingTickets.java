package org.anchang.inventory.opening.callup;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.Statements;
import org.anchang.inventory.opening.TicketState;
import org.anchang.inventory.unit.Units;
import org.jspecify.annotations.Nullable;

/// INV-13: who may hold a unit while its opening day is on: a ticket that is called and present, for its own customer,
/// up to the quota.
@ApplicationScoped
public class AdmittingTickets {
    /// Who wants to hold a unit.
    ///
    /// @param ticket of an opening day, if there is one
    public record Bearer(@Nullable UUID ticket, UUID customer) {}

    /// What the hold takes of its ticket; nothing where no opening day is on.
    ///
    /// @param slot one of as many as the quota says; with a live hold in each the ticket has no more to buy with
    public record Admission(@Nullable UUID ticket, @Nullable Integer slot) {
        static final Admission FREE = new Admission(null, null);
    }

    private record Called(UUID id, TicketState state, boolean isForCustomer, int quota) {}

    /// Holds of one and the same ticket are made one after the other.
    private static final String CALLED = """
            SELECT t.id, t.state, t.customer = standing_customer(?), d.quota FROM ticket t JOIN opening_day d ON d.id = t.day
            WHERE t.id = ? AND t.day = ? FOR NO KEY UPDATE OF t""";
    private static final String TAKEN = "SELECT ticket_slot FROM hold WHERE ticket = ? AND ended_at IS NULL";

    @Inject
    Statements statements;

    /// @throws org.anchang.kit.problem.Refused TICKET_NEEDED, TICKET_IS_NOT_PRESENT, TICKET_IS_ANOTHERS,
    ///     TICKET_QUOTA_REACHED
    @Transactional(Transactional.TxType.MANDATORY)
    public Admission admit(Units.Located unit, Bearer bearer) {
        if (unit.openingDay() == null) {
            return Admission.FREE;
        }
        refuseUnless(bearer.ticket() != null, InventoryRefusal.TICKET_NEEDED);
        var ticket = called(unit, bearer)
                .filter(called -> called.state() == TicketState.PRESENT)
                .orElseThrow(() -> refuse(InventoryRefusal.TICKET_IS_NOT_PRESENT));
        refuseUnless(ticket.isForCustomer(), InventoryRefusal.TICKET_IS_ANOTHERS);
        var taken = new HashSet<>(statements.rows(TAKEN, row -> row.getInt(1), ticket.id()));
        var slot = IntStream.rangeClosed(1, ticket.quota())
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow(() -> refuse(InventoryRefusal.TICKET_QUOTA_REACHED).with("quota", ticket.quota()));
        return new Admission(ticket.id(), slot);
    }

    private Optional<Called> called(Units.Located unit, Bearer bearer) {
        return statements.row(
                CALLED,
                row -> new Called(
                        row.getObject(1, UUID.class),
                        TicketState.valueOf(row.getString(2)),
                        row.getBoolean(3),
                        row.getInt(4)),
                bearer.customer(),
                bearer.ticket(),
                unit.openingDay());
    }
}
