package org.anchang.reporting.model;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.CompletionStage;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.ApprovalEvent.ApprovalOpened;
import org.anchang.events.ApprovalEvent.ApprovalWithdrawn;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// How long forms wait for their signatures, and how they end.
@ApplicationScoped
class ApprovalFacts extends Facts<ApprovalEvent> {
    private static final String OPENED = """
            INSERT INTO seen_approval (generation, approval, project, deal, form, applicant, opened_at)
            VALUES (:generation, :approval, :project, :deal, :form, :applicant, :at)
            ON CONFLICT (generation, approval) DO UPDATE SET deal = excluded.deal, form = excluded.form,
                applicant = excluded.applicant, opened_at = excluded.opened_at""";
    private static final String ENDED = """
            INSERT INTO seen_approval (generation, approval, project, ended_at, outcome)
            VALUES (:generation, :approval, :project, :at, :outcome)
            ON CONFLICT (generation, approval) DO UPDATE SET ended_at = excluded.ended_at, outcome = excluded.outcome""";

    @Incoming(ApprovalEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    void take(ApprovalEvent event, EventPlace place) {
        switch (event) {
            case ApprovalOpened opened -> keep(OPENED, opened, place);
            case ApprovalEvent.Approved approved -> ended(approved, "APPROVED", place);
            case ApprovalWithdrawn withdrawn -> ended(withdrawn, "WITHDRAWN", place);
            case ApprovalEvent.Declined refused -> ended(refused, "REFUSED", place);
            case ApprovalEvent.Progress _, ApprovalEvent.Unknown _ -> {}
        }
    }

    private void ended(ApprovalEvent event, String outcome, EventPlace place) {
        database.sql(ENDED)
                .with("generation", place.generation())
                .with("approval", event.approval())
                .with("project", event.project())
                .with("at", event.at())
                .with("outcome", outcome)
                .write();
    }
}
