package org.anchang.customer.deal;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Customers;
import org.anchang.customer.Numbers;
import org.anchang.customer.household.ClosingForFamilies;
import org.anchang.customer.referral.RewardingIntroducers;
import org.anchang.customer.timeline.ToldEntries;
import org.anchang.customer.tracking.DealProgress;
import org.anchang.customer.tracking.PlanningFollowUps;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.ContractSigned;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.events.DealEvent.DealRefunded;
import org.anchang.events.DealEvent.FilingCancelled;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.setting.Settings;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// CUS-2, REC-4, RFD-3, TRK-4, REF-3, CUS-9: a customer who signs moves to the archive of buyers; one who gives the
/// last unit back leaves it and stays a customer. What happens stands in the customer's timeline.
@ApplicationScoped
class DealEvents implements Reader<DealEvent> {
    @Inject
    Inbox inbox;

    @Inject
    Customers customers;

    @Inject
    Numbers numbers;

    @Inject
    PlanningFollowUps planning;

    @Inject
    DealProgress progress;

    @Inject
    ClosingForFamilies families;

    @Inject
    RewardingIntroducers rewards;

    @Inject
    ToldEntries told;

    @Inject
    Settings settings;

    @Inject
    Outbox outbox;

    @Incoming(DealEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public void read(DealEvent event, UUID id) {
        told.tell(id, event);
        read(event);
    }

    @Override
    public void read(DealEvent event) {
        follow(event);
        switch (event) {
            case ContractSigned signed -> {
                var terms = signed.terms();
                families.closed(new ClosingForFamilies.Closed(
                        terms.customer(), signed.project(), terms.consultant(), signed.at()));
                archiveAsBuyer(signed);
            }
            case DealRefunded refunded -> {
                leaveBuyers(refunded);
                planFollowUp(refunded);
                rewards.undone(refunded.deal());
            }
            case DealFiled filed -> rewards.filed(filed);
            case FilingCancelled cancelled -> rewards.undone(cancelled.deal());
            case DealEvent.Money _,
                    DealEvent.Stage _,
                    DealEvent.Request _,
                    DealEvent.TicketIssued _,
                    DealEvent.OrderFormSigned _,
                    DealEvent.OrderFormVoided _,
                    DealEvent.TicketReturned _,
                    DealEvent.ReceiptExchanged _,
                    DealEvent.PaymentScheduleChanged _,
                    DealEvent.PaymentOverdue _,
                    DealEvent.MortgageSubmitted _,
                    DealEvent.MortgageCancelled _,
                    DealEvent.LayoutChangeGranted _,
                    DealEvent.LoanApproved _,
                    DealEvent.LoanRefused _,
                    DealEvent.FilingReturned _,
                    DealEvent.RequestEnded _,
                    DealEvent.DealSucceeded _,
                    DealEvent.PurchaserRenamed _,
                    DealEvent.DiscountGranted _,
                    DealEvent.Unknown _ -> {}
        }
    }

    /// TRK-4: how far the deal has come.
    private void follow(DealEvent event) {
        switch (event) {
            case DealEvent.TicketIssued issued -> {
                progress.begun(issued.deal(), issued.project(), issued.customer());
                progress.isAbout(new DealProgress.Home(issued.deal(), issued.unit(), null));
            }
            case DealEvent.DealSucceeded succeeded -> progress.succeeded(succeeded);
            case DealEvent.DepositTaken taken -> {
                progress.paid(taken);
                if (taken.full()) {
                    progress.subscribed(taken);
                }
            }
            case DealEvent.OrderFormSigned signed -> {
                progress.subscribed(signed);
                progress.costs(signed.deal(), signed.terms().total());
                progress.isAbout(new DealProgress.Home(
                        signed.deal(), signed.unit(), signed.terms().home()));
            }
            case ContractSigned signed -> {
                progress.begun(signed.deal(), signed.project(), signed.terms().customer());
                progress.isAbout(new DealProgress.Home(
                        signed.deal(), signed.unit(), signed.terms().home()));
                progress.contracted(signed);
                progress.costs(signed.deal(), signed.terms().total());
            }
            case DealEvent.DiscountGranted granted ->
                progress.costs(granted.deal(), granted.terms().total());
            case DealEvent.DealLapsed _,
                    DealEvent.TicketReturned _,
                    DealEvent.UnitClaimAbandoned _,
                    DealEvent.UnitSwapped _,
                    DealEvent.DealVoided _,
                    DealRefunded _ -> progress.ended(event);
            case DealEvent.Money money -> progress.paid(money);
            case DealEvent.Stage _,
                    DealEvent.Request _,
                    DealEvent.OrderFormVoided _,
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
                    DealEvent.PurchaserRenamed _,
                    DealEvent.Unknown _ -> {}
        }
    }

    private void archiveAsBuyer(ContractSigned signed) {
        var customer = customers.named(signed.terms().customer());
        customer.archiveAsBuyer(signed.at()).ifPresent(archived -> {
            numbers.keepOnce(customer, archived.at());
            outbox.append(archived);
        });
    }

    /// CUS-2: of the last signed deal; another that goes on keeps the customer among the buyers.
    private void leaveBuyers(DealRefunded refunded) {
        var customer = customers.named(refunded.customer());
        if (!progress.hasContract(customers.records(customer))) {
            customer.leaveBuyers(refunded.at()).ifPresent(outbox::append);
        }
    }

    private void planFollowUp(DealRefunded refunded) {
        var days = settings.integer(refunded.project(), CustomerSetting.REFUND_FOLLOW_UP_DAYS);
        planning.plan(
                customers.named(refunded.customer()),
                OfficeClock.dateOf(refunded.at()).plusDays(days),
                "REFUND");
    }
}
