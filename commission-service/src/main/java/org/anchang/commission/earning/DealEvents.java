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
            case ContractSigned signed -> earning.signed(signed);
            case DealFiled filed -> earning.filed(filed);
            case DealSucceeded succeeded -> earning.succeeded(succeeded);
            case UnitSwapped swapped -> earning.swapped(swapped);
            case DealRefunded _, DealVoided _, DealLapsed _ -> earning.ended(event, reasonOf(event));
            case DealEvent.Agreed agreed -> earning.priced(agreed, reasonOf(agreed));
            // COM-4: another buyer, among others, changes nothing.
            case DealEvent.Money _,
                    DealEvent.Stage _,
                    DealEvent.Ticket _,
                    DealEvent.Request _,
                    DealEvent.Closing _,
                    DealEvent.Paper _,
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
