package org.anchang.reporting.model;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.anchang.events.CommissionEvent;
import org.anchang.events.CommissionEvent.CommissionAdjusted;
import org.anchang.events.CommissionEvent.CommissionEarned;
import org.anchang.events.CommissionEvent.CommissionReversed;
import org.anchang.events.CommissionEvent.Share;
import org.anchang.kit.sql.Database;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Who has earned what, and given back.
@ApplicationScoped
class CommissionFacts extends Facts<CommissionEvent> {
    private static final String EARNED = """
            INSERT INTO seen_share (generation, commission, seq, nth, project, deal, at, consultant, amount)
            VALUES (:generation, :commission, :seq, :nth, :project, :deal, :at, :consultant, :amount) ON CONFLICT DO NOTHING""";

    @Inject
    Database database;

    @Incoming(CommissionEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    void take(CommissionEvent event, EventPlace place) {
        switch (event) {
            case CommissionEarned earned -> keep(earned, earned.deal(), earned.shares(), place);
            case CommissionAdjusted adjusted -> keep(adjusted, adjusted.deal(), adjusted.shares(), place);
            case CommissionReversed reversed -> keep(reversed, reversed.deal(), reversed.shares(), place);
            case CommissionEvent.CommissionPaid _, CommissionEvent.Unknown _ -> {}
        }
    }

    private void keep(CommissionEvent event, UUID deal, List<Share> shares, EventPlace place) {
        for (int nth = 0; nth < shares.size(); nth++) {
            database.sql(EARNED)
                    .with(place)
                    .with("commission", event.commission())
                    .with("nth", nth)
                    .with("project", event.project())
                    .with("deal", deal)
                    .with("at", event.at())
                    .with("consultant", shares.get(nth).consultant())
                    .with("amount", shares.get(nth).amount())
                    .write();
        }
    }
}
