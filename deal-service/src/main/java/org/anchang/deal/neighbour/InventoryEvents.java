package org.anchang.deal.neighbour;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.anchang.deal.Deals;
import org.anchang.deal.quarter.Batches;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.HoldExpired;
import org.anchang.events.InventoryEvent.HoldReleased;
import org.anchang.events.InventoryEvent.UnitsReleased;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.anchang.kit.outbox.Outbox;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// A ticket whose hold is gone has nothing to wait for any more (INV-5); a release that opens is a batch (RPT-1).
@ApplicationScoped
public class InventoryEvents implements Reader<InventoryEvent> {
    @Inject
    Inbox inbox;

    @Inject
    Deals deals;

    @Inject
    Batches batches;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Incoming(InventoryEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public void read(InventoryEvent event) {
        switch (event) {
            case HoldExpired expired -> returnTicket(expired.hold(), "HOLD_EXPIRED");
            case HoldReleased released -> returnTicket(released.hold(), "HOLD_RELEASED");
            case UnitsReleased opened -> batches.opened(opened);
            case InventoryEvent.OfUnit _,
                    InventoryEvent.OfBuilding _,
                    InventoryEvent.OfOpeningDay _,
                    InventoryEvent.ProjectOpened _,
                    InventoryEvent.Unknown _ -> {}
        }
    }

    private void returnTicket(UUID hold, String reason) {
        deals.ofHold(hold).ifPresent(deal -> outbox.append(deal.returnTicket(reason, clock.instant())));
    }
}
