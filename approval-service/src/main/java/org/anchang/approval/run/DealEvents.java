package org.anchang.approval.run;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.anchang.events.DealEvent;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// A request opens an approval (APR-1); its end at the deal ends what still runs.
@ApplicationScoped
class DealEvents implements Reader<DealEvent> {
    @Inject
    Inbox inbox;

    @Inject
    OpeningApproval approvals;

    @Incoming(DealEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public void read(DealEvent event) {
        switch (event) {
            case DealEvent.Request request -> approvals.open(request);
            case DealEvent.RequestEnded ended -> approvals.fall(ended.request());
            case DealEvent.Money _,
                    DealEvent.Stage _,
                    DealEvent.TicketIssued _,
                    DealEvent.OrderFormSigned _,
                    DealEvent.OrderFormVoided _,
                    DealEvent.TicketReturned _,
                    DealEvent.ReceiptExchanged _,
                    DealEvent.PaymentScheduleChanged _,
                    DealEvent.PaymentOverdue _,
                    DealEvent.MortgageSubmitted _,
                    DealEvent.MortgageCancelled _,
                    DealEvent.FilingCancelled _,
                    DealEvent.LayoutChangeGranted _,
                    DealEvent.LoanApproved _,
                    DealEvent.LoanRefused _,
                    DealEvent.FilingReturned _,
                    DealEvent.DealSucceeded _,
                    DealEvent.PurchaserRenamed _,
                    DealEvent.DiscountGranted _,
                    DealEvent.Unknown _ -> {}
        }
    }
}
