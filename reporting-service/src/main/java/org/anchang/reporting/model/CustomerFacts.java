package org.anchang.reporting.model;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CallLogged;
import org.anchang.events.CustomerEvent.CustomerCorrected;
import org.anchang.events.CustomerEvent.CustomerGivenUp;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.CustomersUnmerged;
import org.anchang.events.CustomerEvent.DossierFilled;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Who is known to the office, since when, by which channel, and who received them.
@ApplicationScoped
class CustomerFacts extends Facts<CustomerEvent> {
    private static final String REGISTERED = """
            INSERT INTO seen_customer AS c
                (generation, customer, project, standing, registered_at, channel, first_owner, name, name_seq, first_contact, broker, registration)
            VALUES (:generation, :customer, :project, :customer, :at, :channel, :owner, :name, :seq, :at, :broker, :registration)
            ON CONFLICT (generation, customer) DO UPDATE SET
                registered_at = excluded.registered_at, channel = excluded.channel, first_owner = excluded.first_owner,
                broker = excluded.broker, registration = excluded.registration,
                first_contact = least(c.first_contact, excluded.first_contact),
                name = CASE WHEN c.name_seq < excluded.name_seq THEN excluded.name ELSE c.name END,
                name_seq = greatest(c.name_seq, excluded.name_seq)""";
    private static final String CALLED = """
            INSERT INTO seen_customer AS c (generation, customer, project, standing, name, name_seq)
            VALUES (:generation, :customer, :project, :customer, :name, :seq)
            ON CONFLICT (generation, customer) DO UPDATE SET name = excluded.name, name_seq = excluded.name_seq
            WHERE c.name_seq < excluded.name_seq""";
    private static final String CONTACTED = """
            INSERT INTO seen_customer AS c (generation, customer, project, standing, first_contact)
            VALUES (:generation, :customer, :project, :customer, :at)
            ON CONFLICT (generation, customer) DO UPDATE SET first_contact = excluded.first_contact
            WHERE c.first_contact IS NULL OR c.first_contact > excluded.first_contact""";
    private static final String VISITED = """
            INSERT INTO seen_visit (generation, visit, project, customer, at, receiver, owner, reason)
            VALUES (:generation, :visit, :project, :customer, :at, :receiver, :owner, :reason) ON CONFLICT DO NOTHING""";
    private static final String GIVEN_UP = """
            INSERT INTO seen_loss (generation, loss, project, customer, at, objection, person)
            VALUES (:generation, :loss, :project, :customer, :at, :objection, :appliedBy) ON CONFLICT DO NOTHING""";
    private static final String DOSSIER = """
            INSERT INTO seen_dossier AS d (generation, customer, project, filled, asked, seq)
            VALUES (:generation, :customer, :project, :filled, :asked, :seq)
            ON CONFLICT (generation, customer) DO UPDATE SET
                filled = excluded.filled, asked = excluded.asked, seq = excluded.seq
            WHERE d.seq < excluded.seq""";
    /// One after the other: what stands for whom follows from all of them.
    private static final String ONE_AT_A_TIME =
            "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('merges', :generation))";
    private static final String KNOWN = """
            INSERT INTO seen_customer (generation, customer, project, standing)
            VALUES (:generation, :customer, :project, :customer) ON CONFLICT DO NOTHING""";
    private static final String MERGED = """
            INSERT INTO seen_merge AS m (generation, customer, merged, seq, joined)
            VALUES (:generation, :customer, :merged, :seq, :joined)
            ON CONFLICT (generation, customer, merged) DO UPDATE SET seq = excluded.seq, joined = excluded.joined
            WHERE m.seq < excluded.seq""";
    /// Who is one with these two, by any way, and for each the record at which its way ends.
    private static final String STAND = """
            WITH RECURSIVE alike (customer) AS (
                SELECT unnest(CAST(:both AS uuid[]))
                UNION
                SELECT CASE WHEN m.customer = a.customer THEN m.merged ELSE m.customer END
                FROM alike a JOIN seen_merge m ON m.generation = :generation AND a.customer IN (m.customer, m.merged)),
            way (customer, at, steps) AS (
                SELECT customer, customer, 0 FROM alike
                UNION ALL
                SELECT w.customer, m.customer, w.steps + 1 FROM way w
                JOIN seen_merge m ON m.generation = :generation AND m.merged = w.at AND m.joined
                WHERE w.steps < 100),
            stands AS (SELECT DISTINCT ON (customer) customer, at FROM way ORDER BY customer, steps DESC, at)
            UPDATE seen_customer c SET standing = s.at FROM stands s
            WHERE c.generation = :generation AND c.customer = s.customer AND c.standing <> s.at""";

    @Incoming(CustomerEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    void take(CustomerEvent event, EventPlace place) {
        switch (event) {
            case CustomerRegistered registered -> keep(REGISTERED, registered, place);
            case CustomerCorrected corrected -> keep(CALLED, corrected, place);
            case VisitReceived visit -> {
                keep(CONTACTED, visit, place);
                keep(VISITED, visit, place);
            }
            case CallLogged call -> keep(CONTACTED, call, place);
            case CustomerGivenUp up -> keep(GIVEN_UP, up, place);
            case DossierFilled dossier -> keep(DOSSIER, dossier, place);
            case CustomersMerged merged -> merge(merged, merged.merged(), true, place);
            // CUS-3: records that had gone into the one that goes out again go with it; nothing else has to be told.
            case CustomersUnmerged unmerged -> merge(unmerged, unmerged.unmerged(), false, place);
            case CustomerEvent.Ownership _,
                    CustomerEvent.Attribution _,
                    CustomerEvent.FollowUpRecorded _,
                    CustomerEvent.CustomerArchivedAsBuyer _,
                    CustomerEvent.CustomerLeftBuyers _,
                    CustomerEvent.PostsChanged _,
                    CustomerEvent.Unknown _ -> {}
        }
    }

    private void merge(CustomerEvent.OfCustomer event, UUID other, boolean joined, EventPlace place) {
        var both = List.of(event.customer(), other);
        database.sql(ONE_AT_A_TIME)
                .with("generation", (long) place.generation())
                .rows(Integer.class);
        both.forEach(one -> database.sql(KNOWN)
                .with("generation", place.generation())
                .with("customer", one)
                .with("project", event.project())
                .write());
        database.sql(MERGED)
                .with(place)
                .with("customer", event.customer())
                .with("merged", other)
                .with("joined", joined)
                .write();
        database.sql(STAND)
                .with("generation", place.generation())
                .with("both", both)
                .write();
    }
}
