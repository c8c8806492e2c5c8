package org.anchang.inventory.neighbour.customer;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.Statements;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.inbox.NotYet;

/// Whose customer somebody is, as far as customer-service has told. Holds ask the same within their own statement.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class KnownCustomers {
    /// A customer and the consultant who owns it.
    record Known(UUID customer, String project, String owner) {}

    private record Standing(UUID customer, boolean isAnothers) {}

    private static final String OWNED = """
            INSERT INTO known_customer (customer, project, owner) VALUES (?, ?, ?)
            ON CONFLICT (customer) DO UPDATE SET owner = excluded.owner""";
    private static final String MERGE = """
            UPDATE known_customer SET merged_into = ? WHERE ? IN (customer, merged_into) AND customer <> ?""";
    private static final String RECEIVED_TOO = """
            INSERT INTO known_reception (customer, receiver) SELECT ?, receiver FROM known_reception WHERE customer = ?
            ON CONFLICT DO NOTHING""";
    private static final String RECEIVED = """
            INSERT INTO known_reception (customer, receiver) VALUES (standing_customer(?), ?) ON CONFLICT DO NOTHING""";
    /// Until the command is through nobody gives the customer to somebody else.
    private static final String STAYS = "SELECT 1 FROM known_customer WHERE customer = standing_customer(?) FOR SHARE";
    private static final String STANDING = "SELECT standing_customer(?), customer_is_anothers(?, ?, ?)";

    @Inject
    Statements statements;

    @Inject
    Caller caller;

    /// The record that stands for the customer (CUS-3).
    ///
    /// @throws org.anchang.kit.problem.Refused CUSTOMER_IS_NOT_YOURS if it is known to be another consultant's, and
    ///     the caller is one who sees own customers only (SEC-1)
    public UUID mustNotBeAnothers(String project, UUID customer) {
        statements.row(STAYS, _ -> true, customer);
        var standing = statements
                .row(
                        STANDING,
                        row -> new Standing(row.getObject(1, UUID.class), row.getBoolean(2)),
                        customer,
                        project,
                        caller.name(),
                        customer)
                .orElseThrow();
        refuseIf(caller.scope().ownOnly() && standing.isAnothers(), InventoryRefusal.CUSTOMER_IS_NOT_YOURS);
        return standing.customer();
    }

    void owned(Known known) {
        statements.write(OWNED, known.customer(), known.project(), known.owner());
    }

    /// The former owner has no more to do with the customer, also where it was the one who received the customer first.
    void given(Known known, String former) {
        owned(known);
        statements.write("DELETE FROM known_reception WHERE customer = ? AND receiver = ?", known.customer(), former);
    }

    /// REC-3: somebody received the customer, perhaps in the owner's place.
    void received(UUID customer, String receiver) {
        statements.write(RECEIVED, customer, receiver);
    }

    /// CUS-3: both records are known and one person's; what was known of the one that goes is known of the other.
    ///
    /// @return the record that stands for both, which may have gone into another one itself meanwhile
    /// @throws NotYet until both are known: each has a stream of its own
    Known merge(CustomersMerged merged) {
        var stays = statements
                .row("SELECT standing_customer(?)", row -> row.getObject(1, UUID.class), merged.customer())
                .orElseThrow();
        owner(merged.merged());
        var owner = owner(stays);
        statements.write(MERGE, stays, merged.merged(), stays);
        statements.write(RECEIVED_TOO, stays, merged.merged());
        return new Known(stays, merged.project(), owner);
    }

    /// @throws NotYet while the customer is not known
    String owner(UUID customer) {
        return statements
                .row("SELECT owner FROM known_customer WHERE customer = ?", row -> row.getString(1), customer)
                .orElseThrow(() -> new NotYet("customer " + customer + " is not known yet"));
    }
}
