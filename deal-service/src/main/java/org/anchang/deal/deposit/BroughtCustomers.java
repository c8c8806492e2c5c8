package org.anchang.deal.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anchang.deal.Brought;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerCorrected;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.CustomersUnmerged;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// By which channel, broker and registration a customer came last, as customer-service tells it: a deal keeps it.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class BroughtCustomers {
    private record Told(
            UUID customer,
            String channel,
            @Nullable String broker,
            @Nullable String registration,
            Instant at) {}

    private static final String KEEP = """
            INSERT INTO brought_customer AS b (customer, channel, broker, registration, told_at)
            VALUES (:customer, :channel, :broker, :registration, :at)
            ON CONFLICT (customer) DO UPDATE SET
                channel = excluded.channel, broker = excluded.broker, registration = excluded.registration, told_at = excluded.told_at
            WHERE b.told_at <= excluded.told_at""";
    private static final String FIND =
            "SELECT channel, broker, registration FROM brought_customer WHERE customer = :customer";

    @Inject
    Database database;

    public void read(CustomerEvent.Ownership event) {
        switch (event) {
            case CustomerRegistered told ->
                keep(new Told(told.customer(), told.channel(), told.broker(), told.registration(), told.at()));
            case VisitReceived told ->
                keep(new Told(told.customer(), told.channel(), told.broker(), told.registration(), told.at()));
            case CustomerCorrected told -> {
                var channel = told.channel();
                if (channel != null) {
                    keep(new Told(told.customer(), channel, told.broker(), told.registration(), told.at()));
                }
            }
            case CustomerReassigned _, CustomersMerged _, CustomersUnmerged _ -> {}
        }
    }

    /// @param customer the record that stands
    Optional<Brought> of(UUID customer) {
        return database.sql(FIND).with("customer", customer).row(Brought.class);
    }

    private void keep(Told told) {
        database.sql(KEEP).with(told).write();
    }
}
