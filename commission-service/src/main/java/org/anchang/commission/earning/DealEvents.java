package org.anchang.commission.earning;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.ContractSigned;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.events.DealEvent.DealLapsed;
import org.anchang.events.DealEvent.DealRefunded;
import org.anchang.events.DealEvent.DealSucceeded;
import org.anchang.events.DealEvent.DealVoided;
import org.anchang.events.DealEvent.DiscountGranted;
import org.anchang.events.DealEvent.OrderFormSigned;
import org.anchang.events.DealEvent.PurchaserRenamed;
import org.anchang.events.DealEvent.UnitSwapped;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// COM-3, COM-4: which event of a deal does what to its commission.
@ApplicationScoped
class DealEvents implements Reader<DealEvent> {
    @Inject
    Inbox inbox;

    @Inject
    Earning earning;

    @Incoming(DealEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public void read(DealEvent event) {
        if (event instanceof DealEvent.Money money) {
            earning.collected(money, reasonOf(money));
        }
        switch (event) {
            case OrderFormSigned form -> earning.priced(form, form.terms(), "ORDER_FORM_SIGNED");
            case DiscountGranted discount -> earning.priced(discount, discount.terms(), "DISCOUNT_GRANTED");
            case ContractSigned signed -> earning.signed(signed);
            case DealFiled filed -> earning.filed(filed);
            case UnitSwapped swapped -> earning.swapped(swapped);
            case DealSucceeded succeeded -> earning.succeeded(succeeded);
            case DealRefunded refunded -> earning.ended(refunded, "DEAL_REFUNDED");
            case DealVoided voided -> earning.ended(voided, "DEAL_VOIDED");
            case DealLapsed lapsed -> earning.ended(lapsed, "DEAL_LAPSED");
            // COM-4: another buyer changes nothing.
            case PurchaserRenamed _ -> {}
            case DealEvent.Money _,
                    DealEvent.Stage _,
                    DealEvent.Request _,
                    DealEvent.TicketIssued _,
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
                    DealEvent.RequestEnded _,
                    DealEvent.Unknown _ -> {}
        }
    }

    /// E.g. `PAYMENT_RECEIVED`.
    private static String reasonOf(DealEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }
}
