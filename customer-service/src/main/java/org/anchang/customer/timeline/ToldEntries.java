package org.anchang.customer.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.DealEvent;
import org.anchang.kit.sql.Database;

/// CUS-9: what other services told of a customer's deals; each event once, whenever it comes.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ToldEntries {
    private static final String KEEP = """
            INSERT INTO timeline_entry (id, project, deal, kind, what, at, facts)
            VALUES (:id, :project, :deal, :kind, :what, :at, :facts::jsonb) ON CONFLICT (id) DO NOTHING""";

    @Inject
    Database database;

    /// @param id of the event
    public void tell(UUID id, DealEvent event) {
        keep(id, event.project(), event.deal(), event.at(), Told.of(event));
    }

    void tell(UUID id, ApprovalEvent event) {
        switch (event) {
            case ApprovalEvent.Approved approved ->
                keep(id, event.project(), approved.deal(), event.at(), Told.of(event));
            case ApprovalEvent.Declined declined ->
                keep(id, event.project(), declined.deal(), event.at(), Told.of(event));
            case ApprovalEvent.Progress _, ApprovalEvent.Unknown _ -> {}
        }
    }

    private void keep(UUID id, String project, UUID deal, Instant at, Optional<Told> told) {
        told.ifPresent(one -> database.sql(KEEP)
                .with(one)
                .with("id", id)
                .with("project", project)
                .with("deal", deal)
                .with("at", at)
                .write());
    }
}
