package org.anchang.inventory.neighbour.deal;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.ContractSigned;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.events.DealEvent.DealLapsed;
import org.anchang.events.DealEvent.DealRefunded;
import org.anchang.events.DealEvent.DealVoided;
import org.anchang.events.DealEvent.DepositTaken;
import org.anchang.events.DealEvent.DiscountGranted;
import org.anchang.events.DealEvent.DiscountRequested;
import org.anchang.events.DealEvent.LayoutChangeGranted;
import org.anchang.events.DealEvent.LayoutChangeRequested;
import org.anchang.events.DealEvent.PurchaserRenamed;
import org.anchang.events.DealEvent.RefundRequested;
import org.anchang.events.DealEvent.RenameRequested;
import org.anchang.events.DealEvent.RequestEnded;
import org.anchang.events.DealEvent.SwapRequested;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.events.DealEvent.TicketReturned;
import org.anchang.events.DealEvent.UnitClaimAbandoned;
import org.anchang.events.DealEvent.UnitSwapped;
import org.anchang.events.DealEvent.VoidRequested;
import org.anchang.inventory.hold.TimingHolds;
import org.anchang.inventory.unit.UnitMove;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Reads deal-service's topic.
@ApplicationScoped
class DealEvents implements Reader<DealEvent> {
    @Inject
    Inbox inbox;

    @Inject
    FollowingDeals following;

    @Inject
    OpenChanges changes;

    @Inject
    ChangingLayouts layouts;

    @Inject
    TimingHolds timing;

    @Incoming(DealEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public void read(DealEvent event) {
        switch (event) {
            case DealEvent.Stage stage -> move(stage);
            case DealEvent.Request request -> changes.open(request, formOf(request));
            case RequestEnded ended -> changes.close(ended.request());
            case PurchaserRenamed renamed -> changes.close(renamed.request());
            case DiscountGranted granted -> changes.close(granted.request());
            case LayoutChangeGranted granted -> {
                layouts.change(granted);
                changes.close(granted.request());
            }
            case TicketIssued issued -> timing.pauseForTheForm(issued);
            case TicketReturned returned -> following.letGo(returned.deal(), returned.unit(), returned.reason());
            default -> {
                // Money, papers and deadlines do not move a unit.
            }
        }
    }

    private void move(DealEvent.Stage event) {
        switch (event) {
            case DepositTaken taken -> following.deposit(taken);
            case ContractSigned signed -> following.goOn(UnitMove.SIGN, signed);
            case DealFiled filed -> following.file(filed);
            case DealVoided voided -> following.end(UnitMove.VOID, voided);
            case DealRefunded refunded -> following.end(UnitMove.REFUND, refunded);
            case DealLapsed lapsed -> following.end(UnitMove.LAPSE, lapsed);
            case UnitSwapped swapped -> following.swap(swapped);
            case UnitClaimAbandoned abandoned ->
                following.letGo(abandoned.deal(), abandoned.unit(), abandoned.reason());
        }
    }

    private static String formOf(DealEvent.Request request) {
        return switch (request) {
            case SwapRequested _ -> "SWAP";
            case RefundRequested _ -> "REFUND";
            case RenameRequested _ -> "RENAME";
            case DiscountRequested _ -> "DISCOUNT";
            case LayoutChangeRequested _ -> "LAYOUT_CHANGE";
            case VoidRequested _ -> "VOID";
        };
    }
}
