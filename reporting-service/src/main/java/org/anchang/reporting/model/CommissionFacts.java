package org.anchang.reporting.model;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.anchang.events.CommissionEvent;
import org.anchang.events.CommissionEvent.CommissionAdjusted;
import org.anchang.events.CommissionEvent.CommissionEarned;
import org.anchang.events.CommissionEvent.CommissionReversed;
import org.anchang.events.CommissionEvent.Share;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Who has earned what, and given back.
@ApplicationScoped
class CommissionFacts extends Facts<CommissionEvent> {
    private static final String EARNED = """
            INSERT INTO seen_share (generation, commission, seq, nth, project, deal, at, consultant, amount)
            VALUES (:generation, :commission, :seq, :nth, :project, :deal, :at, :consultant, :amount) ON CONFLICT DO NOTHING""";

    @Incoming(CommissionEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    void take(CommissionEvent event, EventPlace place) {
        switch (event) {
            case CommissionEarned earned -> keep(earned, earned.shares(), place);
            case CommissionAdjusted adjusted -> keep(adjusted, adjusted.shares(), place);
            case CommissionReversed reversed -> keep(reversed, reversed.shares(), place);
            case CommissionEvent.CommissionPaid _, CommissionEvent.Unknown _ -> {}
        }
    }

    /// @param told its amount is that of all shares
    private void keep(Record told, List<Share> shares, EventPlace place) {
        for (int nth = 0; nth < shares.size(); nth++) {
            database.sql(EARNED)
                    .with(place)
                    .with(told)
                    .with(shares.get(nth))
                    .with("nth", nth)
                    .write();
        }
    }
}
