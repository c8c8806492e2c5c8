package org.anchang.kit.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
import org.anchang.kit.people.Consequences.Standing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// Whose customer somebody is (SEC-1), and which record stands for them (CUS-3), as far as customer-service has told.
/// A service's statements may ask the same of `standing_customer`, `has_customers` and `customer_is_anothers`.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class People {
    /// Somebody deals with a customer in a project.
    public record Meeting(String project, String person, UUID customer) {}

    private record Registered(
            UUID customer,
            String project,
            String owner,
            Instant at,
            @Nullable String name) {}

    private record Owned(UUID customer, String project, String owner, Instant at) {}

    private record Alike(UUID customer, String project, String owner, UUID standing) {}

    private record Stands(UUID customer, UUID standing) {}

    private record Named(UUID customer, String name) {}

    private static final String REGISTERED = """
            INSERT INTO known_customer (customer, project, owner, owned_since, name)
            VALUES (:customer, :project, :owner, :at, :name)
            ON CONFLICT (customer) DO UPDATE SET owner = excluded.owner, owned_since = excluded.owned_since, name = excluded.name""";
    private static final String CALLED = "UPDATE known_customer SET name = :name WHERE customer = :customer";
    /// What was decided before a merge was undone may be read after it: it is told by another stream.
    private static final String OWNED = """
            INSERT INTO known_customer AS k (customer, project, owner, owned_since) VALUES (:customer, :project, :owner, :at)
            ON CONFLICT (customer) DO UPDATE SET owner = excluded.owner, owned_since = excluded.owned_since
            WHERE k.stood_again IS NULL OR k.stood_again <= excluded.owned_since""";
    private static final String OWNER = "SELECT owner FROM known_customer WHERE customer = :customer FOR NO KEY UPDATE";
    /// What was decided after it may have been read before.
    private static final String STANDS_AGAIN = """
            UPDATE known_customer SET stood_again = greatest(stood_again, :at),
                owner = CASE WHEN owned_since <= :at AND (stood_again IS NULL OR stood_again <= :at) THEN :owner ELSE owner END
            WHERE customer = :customer""";
    private static final String NAMES = """
            SELECT customer, name FROM known_customer WHERE customer = ANY (:customers) AND name IS NOT NULL""";
    private static final String RECEIVED = """
            INSERT INTO known_reception (customer, receiver) VALUES (:customer, :receiver) ON CONFLICT DO NOTHING""";
    private static final String FORGET = """
            DELETE FROM known_reception WHERE receiver = :from
              AND customer IN (SELECT customer FROM known_customer WHERE customer = :customer OR merged_into = :customer)""";
    /// What stands for whom follows from all merges of a person.
    private static final String ONE_AT_A_TIME =
            "SELECT count(*) FROM (SELECT pg_advisory_xact_lock(hashtextextended('known_merge', 0)) OFFSET 0) locked";
    private static final String MERGE = """
            INSERT INTO known_merge (customer, merged, at) VALUES (:customer, :merged, :at) ON CONFLICT DO NOTHING""";
    private static final String PART = "DELETE FROM known_merge WHERE customer = :customer AND merged = :unmerged";
    /// All records that are one with either of these, at whatever remove.
    private static final String ALIKE = """
            WITH RECURSIVE alike (customer) AS (
                SELECT unnest(CAST(:both AS uuid[]))
                UNION
                SELECT CASE WHEN m.customer = a.customer THEN m.merged ELSE m.customer END
                FROM alike a JOIN known_merge m ON a.customer IN (m.customer, m.merged))
            SELECT customer, project, owner, coalesce(merged_into, customer) AS standing FROM known_customer
            WHERE customer IN (SELECT customer FROM alike) ORDER BY customer FOR NO KEY UPDATE""";
    private static final String MERGES = """
            SELECT customer, merged FROM known_merge WHERE customer = ANY (:alike) ORDER BY at DESC, customer""";
    private static final String STANDS =
            "UPDATE known_customer SET merged_into = nullif(:standing, customer) WHERE customer = :customer";
    private static final String RECORDS = """
            SELECT customer FROM known_customer WHERE customer = standing_customer(:customer)
            UNION ALL SELECT customer FROM known_customer WHERE merged_into = standing_customer(:customer)""";
    private static final String STANDING = "SELECT standing_customer(:customer)";
    private static final String KNOWN =
            "SELECT customer, project, owner FROM known_customer WHERE customer = standing_customer(:customer)";
    private static final String KEEP = """
            SELECT customer FROM known_customer WHERE customer IN (:customer, standing_customer(:customer))
            ORDER BY customer FOR SHARE""";
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
                                registered.customer(),
                                registered.project(),
                                registered.owner(),
                                registered.at(),
                                registered.name()))
                        .write();
            case CustomerCorrected corrected ->
                database.sql(CALLED)
                        .with(new Named(corrected.customer(), corrected.name()))
                        .write();
            case CustomerReassigned reassigned -> reassign(reassigned).forEach(consequences::given);
            case VisitReceived visit -> received(visit);
            case CustomersMerged merged -> consequences.stand(merge(merged));
            case CustomersUnmerged unmerged -> {
                standAgain(unmerged).ifPresent(consequences::given);
                consequences.stand(unmerge(unmerged));
            }
        }
    }

    /// The record that stands for a customer: their own, or the one it went into (CUS-3).
    public UUID standing(UUID customer) {
        return database.sql(STANDING).with("customer", customer).one(UUID.class);
    }

    /// All records of the person: the one that stands, and those that have gone into it (CUS-3).
    public List<UUID> records(UUID customer) {
        return database.sql(RECORDS).with("customer", customer).rows(UUID.class);
    }

    /// The record that stands for a customer, if it is known.
    public Optional<OwnedCustomer> known(UUID customer) {
        return database.sql(KNOWN).with("customer", customer).row(OwnedCustomer.class);
    }

    /// The names of these customers, masked (CUS-6), as far as customer-service has told them.
    public Map<UUID, String> names(Collection<UUID> customers) {
        return database.sql(NAMES).with("customers", customers).rows(Named.class).stream()
                .collect(Collectors.toMap(Named::customer, Named::name));
    }

    /// Until the transaction ends, nobody gives the customer to somebody else, nor does another record stand
    /// for them.
    public void keep(UUID customer) {
        database.sql(KEEP).with("customer", customer).row(UUID.class);
    }

    /// SEC-1: whether the customer is known to be another project's, or another's: of somebody in whose place this
    /// person has not received them (REC-3).
    public boolean isAnothers(Meeting meeting) {
        return database.sql(IS_ANOTHERS).with(meeting).one(Boolean.class);
    }

    /// Whoever had them has no more to do with the customer, also where it was the one who received the
    /// customer first. Who that was is the owner as far as was known here, and whom the event names: another
    /// stream may tell what lies between.
    ///
    /// @return nothing where it was known better already
    private List<Given> reassign(CustomerReassigned reassigned) {
        var owner = database.sql(OWNER).with("customer", reassigned.customer()).row(String.class);
        var owned = database.sql(OWNED)
                .with(new Owned(reassigned.customer(), reassigned.project(), reassigned.to(), reassigned.at()))
                .write();
        database.sql(FORGET)
                .with("customer", reassigned.customer())
                .with("from", reassigned.from())
                .write();
        return owned == 0
                ? List.of()
                : Stream.of(owner.orElse(reassigned.from()), reassigned.from())
                        .distinct()
                        .filter(from -> !from.equals(reassigned.to()))
                        .map(from -> new Given(reassigned.customer(), from, reassigned.to()))
                        .toList();
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

    /// CUS-3: both records are known and one person's.
    private List<Standing> merge(CustomersMerged merged) {
        mustBeKnown(merged.merged());
        mustBeKnown(merged.customer());
        oneAtATime();
        database.sql(MERGE)
                .with("customer", merged.customer())
                .with("merged", merged.merged())
                .with("at", merged.at())
                .write();
        return stand(merged.customer(), merged.merged());
    }

    /// CUS-3: the record has the owner whom customer-service names.
    ///
    /// @return nothing where another record stood for it: then its owner comes with the standing. None
    ///     stood for it where a later merge, told by another stream, was read before
    private Optional<Given> standAgain(CustomersUnmerged unmerged) {
        oneAtATime();
        var record = unmerged.unmerged();
        var before = database.sql(OWNER).with("customer", record).row(String.class);
        database.sql(STANDS_AGAIN)
                .with("customer", record)
                .with("owner", unmerged.owner())
                .with("at", unmerged.at())
                .write();
        var now = database.sql(OWNER).with("customer", record).row(String.class);
        return before.equals(now) || !standing(record).equals(record)
                ? Optional.empty()
                : Optional.of(new Given(record, before.orElseThrow(), now.orElseThrow()));
    }

    /// CUS-3: the record is its own person's again, with all that had gone into it.
    private List<Standing> unmerge(CustomersUnmerged unmerged) {
        database.sql(PART)
                .with("customer", unmerged.customer())
                .with("unmerged", unmerged.unmerged())
                .write();
        return stand(unmerged.customer(), unmerged.unmerged());
    }

    private void mustBeKnown(UUID record) {
        if (known(record).isEmpty()) {
            throw new NotYet("customer " + record + " is not known yet");
        }
    }

    private void oneAtATime() {
        database.sql(ONE_AT_A_TIME).one(Long.class);
    }

    /// What stands for whom now, as the merges say that are told and not undone, in whatever order they were told.
    private List<Standing> stand(UUID... both) {
        var alike = database.sql(ALIKE).with("both", both).rows(Alike.class).stream()
                .collect(Collectors.toMap(Alike::customer, Function.identity()));
        var merges =
                new Merges(database.sql(MERGES).with("alike", alike.keySet()).rows(Merges.Merge.class));
        var moved = alike.values().stream()
                .filter(one -> !one.standing().equals(merges.end(one.customer())))
                .sorted(Comparator.comparing(Alike::customer))
                .map(one -> new Standing(
                        one.customer(), known(alike, one.standing()), known(alike, merges.end(one.customer()))))
                .toList();
        database.writeAll(
                STANDS,
                moved.stream()
                        .map(one -> new Stands(one.record(), one.now().customer()))
                        .toList());
        return moved;
    }

    private static OwnedCustomer known(Map<UUID, Alike> alike, UUID record) {
        var one = Objects.requireNonNull(alike.get(record));
        return new OwnedCustomer(one.customer(), one.project(), one.owner());
    }
}
