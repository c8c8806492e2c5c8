package org.anchang.kit.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerCorrected;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.CustomersUnmerged;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.kit.inbox.NotYet;
import org.anchang.kit.people.Consequences.Given;
import org.anchang.kit.people.Consequences.Merged;
import org.anchang.kit.people.Consequences.Unmerged;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// Whose customer somebody is (SEC-1), and which record stands for them (CUS-3), as far as customer-service has told.
/// A service's statements may ask the same of `standing_customer` and `customer_is_anothers`.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class People {
    /// A customer and the consultant who owns it.
    public record Known(UUID customer, String project, String owner) {}

    /// Somebody deals with a customer in a project.
    public record Meeting(String project, String person, UUID customer) {}

    private record Registered(
            UUID customer,
            String project,
            String owner,
            @Nullable String name) {}

    private record Named(UUID customer, String name) {}

    private static final String REGISTERED = """
            INSERT INTO known_customer (customer, project, owner, name) VALUES (:customer, :project, :owner, :name)
            ON CONFLICT (customer) DO UPDATE SET owner = excluded.owner, name = excluded.name""";
    private static final String CALLED = "UPDATE known_customer SET name = :name WHERE customer = :customer";
    private static final String OWNED = """
            INSERT INTO known_customer (customer, project, owner) VALUES (:customer, :project, :owner)
            ON CONFLICT (customer) DO UPDATE SET owner = excluded.owner""";
    private static final String NAMES = """
            SELECT customer, name FROM known_customer WHERE customer = ANY (:customers) AND name IS NOT NULL""";
    private static final String RECEIVED = """
            INSERT INTO known_reception (customer, receiver) VALUES (standing_customer(:customer), :receiver)
            ON CONFLICT DO NOTHING""";
    private static final String FORGET = "DELETE FROM known_reception WHERE customer = :customer AND receiver = :from";
    private static final String MERGE = """
            UPDATE known_customer SET merged_into = :stays WHERE :goes IN (customer, merged_into) AND customer <> :stays""";
    /// It may have gone into a third one meanwhile, of which another stream tells.
    private static final String STANDS_AGAIN = """
            UPDATE known_customer SET owner = :owner, merged_into = NULL WHERE customer = :unmerged AND merged_into = :stays""";
    private static final String GO_BACK = """
            UPDATE known_customer SET merged_into = standing_customer(:unmerged)
            WHERE customer = ANY (:records) AND merged_into = :stays""";
    private static final String RECEIVED_TOO = """
            INSERT INTO known_reception (customer, receiver)
            SELECT :stays, receiver FROM known_reception WHERE customer = :goes
            ON CONFLICT DO NOTHING""";
    private static final String OWNER = "SELECT owner FROM known_customer WHERE customer = :customer";
    private static final String STANDING = "SELECT standing_customer(:customer)";
    private static final String KNOWN =
            "SELECT customer, project, owner FROM known_customer WHERE customer = standing_customer(:customer)";
    private static final String KEEP =
            "SELECT customer FROM known_customer WHERE customer = standing_customer(:customer) FOR SHARE";
    private static final String IS_ANOTHERS = "SELECT customer_is_anothers(:project, :person, :customer)";

    @Inject
    Database database;

    /// Takes in what customer-service tells, and lets follow from it what has to in this service.
    ///
    /// @throws NotYet while a customer on whom the event rests is not known: each has a stream of its own
    public void read(CustomerEvent.Ownership event, Consequences consequences) {
        switch (event) {
            case CustomerRegistered registered ->
                database.sql(REGISTERED)
                        .with(new Registered(
                                registered.customer(), registered.project(), registered.owner(), registered.name()))
                        .write();
            case CustomerCorrected corrected ->
                database.sql(CALLED)
                        .with(new Named(corrected.customer(), corrected.name()))
                        .write();
            case CustomerReassigned reassigned -> consequences.given(reassign(reassigned));
            case VisitReceived visit -> received(visit);
            case CustomersMerged merged -> consequences.merged(merge(merged));
            case CustomersUnmerged unmerged -> consequences.unmerged(unmerge(unmerged));
        }
    }

    /// The record that stands for a customer: their own, or the one it went into (CUS-3).
    public UUID standing(UUID customer) {
        return database.sql(STANDING).with("customer", customer).one(UUID.class);
    }

    /// The record that stands for a customer, if it is known.
    public Optional<Known> known(UUID customer) {
        return database.sql(KNOWN).with("customer", customer).row(Known.class);
    }

    /// The names of these customers, masked (CUS-6), as far as customer-service has told them.
    public Map<UUID, String> names(Collection<UUID> customers) {
        return database.sql(NAMES).with("customers", customers).rows(Named.class).stream()
                .collect(Collectors.toMap(Named::customer, Named::name));
    }

    /// Until the transaction ends, nobody gives the customer to somebody else.
    public void keep(UUID customer) {
        database.sql(KEEP).with("customer", customer).row(UUID.class);
    }

    /// SEC-1: whether the customer is known to be another project's, or another's: of somebody in whose place this
    /// person has not received them (REC-3).
    public boolean isAnothers(Meeting meeting) {
        return database.sql(IS_ANOTHERS).with(meeting).one(Boolean.class);
    }

    private void owned(Known known) {
        database.sql(OWNED).with(known).write();
    }

    /// The former owner has no more to do with the customer, also where it was the one who received the customer first.
    private Given reassign(CustomerReassigned reassigned) {
        owned(new Known(reassigned.customer(), reassigned.project(), reassigned.to()));
        var given = new Given(reassigned.customer(), reassigned.from(), reassigned.to());
        database.sql(FORGET)
                .with("customer", given.customer())
                .with("from", given.from())
                .write();
        return given;
    }

    /// REC-3: who received a customer in the owner's place may act for them; who owns them, as long as that is so.
    private void received(VisitReceived visit) {
        if (!visit.receiver().equals(visit.owner())) {
            database.sql(RECEIVED)
                    .with("customer", visit.customer())
                    .with("receiver", visit.receiver())
                    .write();
        }
    }

    /// CUS-3: both records are known and one person's; what was known of the one that goes is known of the other, which
    /// may have gone into a third one itself meanwhile.
    private Merged merge(CustomersMerged merged) {
        var goes = merged.merged();
        var stays = standing(merged.customer());
        var result = new Merged(goes, owner(goes), new Known(stays, merged.project(), owner(stays)));
        database.sql(MERGE).with("stays", stays).with("goes", goes).write();
        database.sql(RECEIVED_TOO).with("stays", stays).with("goes", goes).write();
        return result;
    }

    /// CUS-3: the record is its own person's again, with the owner whom customer-service names. Who received one
    /// of the two in the owner's place may still act for either.
    private Unmerged unmerge(CustomersUnmerged unmerged) {
        var stays = standing(unmerged.customer());
        database.sql(STANDS_AGAIN)
                .with("owner", unmerged.owner())
                .with("unmerged", unmerged.unmerged())
                .with("stays", stays)
                .write();
        database.sql(GO_BACK)
                .with("unmerged", unmerged.unmerged())
                .with("records", unmerged.records())
                .with("stays", stays)
                .write();
        var again = standing(unmerged.unmerged());
        return new Unmerged(
                unmerged.unmerged(),
                Stream.concat(Stream.of(unmerged.unmerged()), unmerged.records().stream())
                        .toList(),
                new Known(again, unmerged.project(), owner(again)),
                new Known(stays, unmerged.project(), owner(stays)));
    }

    private String owner(UUID customer) {
        return database.sql(OWNER)
                .with("customer", customer)
                .row(String.class)
                .orElseThrow(() -> new NotYet("customer " + customer + " is not known yet"));
    }
}
