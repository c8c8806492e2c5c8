package org.anchang.inventory.customer;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.inbox.NotYet;
import org.anchang.kit.sql.Database;

/// Whose customer somebody is, as far as customer-service has told. Holds ask the same within their own statement.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class KnownCustomers {
    /// A customer and the consultant who owns it.
    public record Known(UUID customer, String project, String owner) {}

    private record Standing(UUID customer, boolean isAnothers) {}

    private static final String OWNED = """
            INSERT INTO known_customer (customer, project, owner) VALUES (:customer, :project, :owner)
            ON CONFLICT (customer) DO UPDATE SET owner = excluded.owner""";
    private static final String OWNER = "SELECT owner FROM known_customer WHERE customer = :customer";
    private static final String MERGE = """
            UPDATE known_customer SET merged_into = :stays WHERE :merged IN (customer, merged_into) AND customer <> :stays""";
    private static final String RECEIVED_TOO = """
            INSERT INTO known_reception (customer, receiver)
            SELECT CAST(:stays AS uuid), receiver FROM known_reception WHERE customer = :merged
            ON CONFLICT DO NOTHING""";
    private static final String RECEIVED = """
            INSERT INTO known_reception (customer, receiver) VALUES (standing_customer(:customer), :receiver)
            ON CONFLICT DO NOTHING""";
    private static final String RECEIVES_NO_MORE =
            "DELETE FROM known_reception WHERE customer = :customer AND receiver = :receiver";
    /// Until the command is through nobody gives the customer to somebody else.
    private static final String STAYS =
            "SELECT customer FROM known_customer WHERE customer = standing_customer(:customer) FOR SHARE";
    private static final String STANDING = """
            SELECT standing_customer(:customer) AS customer, customer_is_anothers(:project, :consultant, :customer) AS is_anothers""";

    @Inject
    Database database;

    @Inject
    Caller caller;

    /// The record that stands for the customer (CUS-3).
    ///
    /// @throws org.anchang.kit.problem.Refused CUSTOMER_IS_NOT_YOURS if it is known to be another consultant's, and
    ///     the caller is one who sees own customers only (SEC-1)
    public UUID mustNotBeAnothers(String project, UUID customer) {
        database.sql(STAYS).with("customer", customer).rows(UUID.class);
        var standing = database.sql(STANDING)
                .with("customer", customer)
                .with("project", project)
                .with("consultant", caller.name())
                .one(Standing.class);
        refuseIf(caller.scope().ownOnly() && standing.isAnothers(), InventoryRefusal.CUSTOMER_IS_NOT_YOURS);
        return standing.customer();
    }

    public void owned(Known known) {
        database.sql(OWNED).with(known).write();
    }

    /// The former owner has no more to do with the customer, also where it was the one who received the customer first.
    public void given(Known known, String former) {
        owned(known);
        database.sql(RECEIVES_NO_MORE)
                .with("customer", known.customer())
                .with("receiver", former)
                .write();
    }

    /// REC-3: somebody received the customer, perhaps in the owner's place.
    public void received(UUID customer, String receiver) {
        database.sql(RECEIVED)
                .with("customer", customer)
                .with("receiver", receiver)
                .write();
    }

    /// CUS-3: both records are known and one person's; what was known of the one that goes is known of the other.
    ///
    /// @return the record that stands for both, which may have gone into another one itself meanwhile
    /// @throws NotYet until both are known: each has a stream of its own
    public Known merge(CustomersMerged merged) {
        var stays = database.sql("SELECT standing_customer(:customer)")
                .with("customer", merged.customer())
                .one(UUID.class);
        owner(merged.merged());
        var owner = owner(stays);
        for (var sql : List.of(MERGE, RECEIVED_TOO)) {
            database.sql(sql)
                    .with("stays", stays)
                    .with("merged", merged.merged())
                    .write();
        }
        return new Known(stays, merged.project(), owner);
    }

    /// @throws NotYet while the customer is not known
    public String owner(UUID customer) {
        return database.sql(OWNER)
                .with("customer", customer)
                .row(String.class)
                .orElseThrow(() -> new NotYet("customer " + customer + " is not known yet"));
    }
}
