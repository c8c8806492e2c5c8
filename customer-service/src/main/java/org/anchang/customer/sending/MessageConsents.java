package org.anchang.customer.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;

/// CAR-7: who wants messages. Each word of a customer stays, the latest counts; of who has said nothing none is sent.
@ApplicationScoped
class MessageConsents {
    /// How the customer said so.
    public enum MessageConsentWay {
        IN_PERSON,
        PHONE,
        WRITING
    }

    record LatestConsent(boolean agreed, MessageConsentWay way, String recordedBy, Instant recordedAt) {}

    /// Of a customer who stands.
    record Reachable(UUID customer, boolean agreed, boolean hasPhone) {}

    private static final String RECORD = """
            INSERT INTO message_consent (id, project, customer, agreed, way, recorded_by, recorded_at)
            VALUES (:id, :project, :customer, :agreed, :way, :by, :at)""";
    private static final String LATEST = """
            SELECT m.agreed, m.way, m.recorded_by, m.recorded_at FROM message_consent m
            JOIN standing_record r ON r.record = m.customer WHERE r.customer = :customer ORDER BY m.id DESC LIMIT 1""";
    private static final String REACHABLE = """
            SELECT wanted.customer, coalesce(latest.agreed, false) AS agreed,
                   EXISTS (SELECT FROM live_phone p WHERE p.customer = wanted.customer) AS has_phone
            FROM unnest(:customers) AS wanted (customer)
            LEFT JOIN LATERAL (
                SELECT m.agreed FROM standing_record r JOIN message_consent m ON m.customer = r.record
                WHERE r.customer = wanted.customer ORDER BY m.id DESC LIMIT 1) latest ON true""";

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @Transactional(Transactional.TxType.MANDATORY)
    void record(Customer customer, boolean agreed, MessageConsentWay way) {
        database.sql(RECORD)
                .with("id", Ids.next())
                .with("project", customer.project())
                .with("customer", customer.id())
                .with("agreed", agreed)
                .with("way", way)
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
    }

    Optional<LatestConsent> of(Customer customer) {
        return database.sql(LATEST).with("customer", customer.id()).row(LatestConsent.class);
    }

    List<Reachable> reachable(Collection<UUID> customers) {
        return customers.isEmpty()
                ? List.of()
                : database.sql(REACHABLE).with("customers", customers).rows(Reachable.class);
    }
}
