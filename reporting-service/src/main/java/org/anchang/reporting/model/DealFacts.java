package org.anchang.reporting.model;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.ContractSigned;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.events.DealEvent.DealLapsed;
import org.anchang.events.DealEvent.DealRefunded;
import org.anchang.events.DealEvent.DealSucceeded;
import org.anchang.events.DealEvent.DealVoided;
import org.anchang.events.DealEvent.DepositTaken;
import org.anchang.events.DealEvent.LoanDisbursed;
import org.anchang.events.DealEvent.PaymentReceived;
import org.anchang.events.DealEvent.ReceiptVoided;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.events.DealEvent.TicketReturned;
import org.anchang.events.DealEvent.UnitSwapped;
import org.anchang.events.LedgerEntry;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.kit.sql.Statement;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// How far deals have come, how they ended, and the money that came in.
@ApplicationScoped
class DealFacts extends Facts<DealEvent> {
    /// Moments of a deal, of which the earliest counts, by the column.
    private enum Moment {
        TICKET,
        DEPOSIT,
        CONTRACT,
        FILED
    }

    private record Ended(
            String as,
            String reason,
            @Nullable UUID request,
            @Nullable BigDecimal received,
            BigDecimal kept) {}

    private record Money(
            UUID entry, String project, UUID deal, LocalDate on, String what, String receipt, BigDecimal amount) {}

    private static final String KNOWN = """
            INSERT INTO seen_deal (generation, deal, project) VALUES (:generation, :deal, :project) ON CONFLICT DO NOTHING""";
    private static final String REACHED = """
            UPDATE seen_deal SET
                ticket_at = CASE :step WHEN 'TICKET' THEN least(ticket_at, :at) ELSE ticket_at END,
                deposit_at = CASE :step WHEN 'DEPOSIT' THEN least(deposit_at, :at) ELSE deposit_at END,
                contract_at = CASE :step WHEN 'CONTRACT' THEN least(contract_at, :at) ELSE contract_at END,
                filed_at = CASE :step WHEN 'FILED' THEN least(filed_at, :at) ELSE filed_at END
            WHERE generation = :generation AND deal = :deal""";
    /// A later paper may say it otherwise, and says it again.
    private static final String TERMS = """
            UPDATE seen_deal SET customer = :customer, consultant = :consultant, unit = coalesce(:unit, unit),
                home = coalesce(:home, home), total = coalesce(:total, total), terms_seq = :seq
            WHERE generation = :generation AND deal = :deal AND terms_seq < :seq""";
    private static final String TICKET =
            "UPDATE seen_deal SET ticket = :ticket WHERE generation = :generation AND deal = :deal";
    private static final String FOLLOWS = """
            UPDATE seen_deal SET predecessor = :predecessor WHERE generation = :generation AND deal = :deal""";
    private static final String ENDED = """
            UPDATE seen_deal SET ended_at = :at, ended_as = :as, end_reason = :reason, request = :request,
                received = :received, kept = :kept
            WHERE generation = :generation AND deal = :deal""";
    private static final String TOOK = """
            INSERT INTO seen_money (generation, entry, project, deal, counts_on, what, receipt, amount)
            VALUES (:generation, :entry, :project, :deal, :on, :what, :receipt, :amount) ON CONFLICT DO NOTHING""";
    private static final String REQUESTED = """
            INSERT INTO seen_request (generation, request, project, deal, at, applicant, category)
            VALUES (:generation, :request, :project, :deal, :at, :applicant, :category) ON CONFLICT DO NOTHING""";

    @Inject
    Dues dues;

    @Incoming(DealEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    void take(DealEvent event, EventPlace place) {
        if (event instanceof DealEvent.Unknown) {
            return;
        }
        about(KNOWN, event, place).with("project", event.project()).write();
        if (event instanceof DealEvent.Agreed agreed) {
            terms(event, Said.of(agreed.terms(), agreed.unit()), place);
        }
        switch (event) {
            case TicketIssued ticket -> {
                reached(event, Moment.TICKET, place);
                about(TICKET, event, place).with("ticket", ticket.ticket()).write();
                terms(event, new Said(ticket.customer(), ticket.consultant(), ticket.unit(), null, null), place);
            }
            case DepositTaken deposit -> {
                reached(event, Moment.DEPOSIT, place);
                took(deposit, "DEPOSIT", deposit.receipt(), place);
            }
            case ContractSigned _ -> reached(event, Moment.CONTRACT, place);
            case DealFiled _ -> reached(event, Moment.FILED, place);
            case DealSucceeded succeeded ->
                about(FOLLOWS, event, place)
                        .with("predecessor", succeeded.predecessor())
                        .write();
            case PaymentReceived paid -> took(paid, "PAYMENT", paid.receipt(), place);
            case LoanDisbursed loan -> took(loan, "LOAN", loan.receipt(), place);
            case ReceiptVoided voided -> took(voided, "REVERSAL", voided.receipt(), place);
            case TicketReturned returned ->
                ended(event, new Ended("RETURNED", returned.reason(), null, null, BigDecimal.ZERO), place);
            case DealLapsed lapsed ->
                ended(event, new Ended("LAPSED", lapsed.reason(), null, null, lapsed.forfeited()), place);
            case DealVoided voided ->
                ended(event, new Ended("VOIDED", "VOIDED", voided.request(), null, BigDecimal.ZERO), place);
            case DealRefunded refund ->
                ended(
                        event,
                        new Ended("REFUNDED", refund.basis(), refund.request(), refund.received(), refund.penalty()),
                        place);
            case UnitSwapped swapped ->
                ended(event, new Ended("SWAPPED", "SWAPPED", swapped.request(), null, BigDecimal.ZERO), place);
            case DealEvent.RefundRequested request ->
                about(REQUESTED, event, place)
                        .with(request)
                        .with("category", request.fields().get("category"))
                        .write();
            case DealEvent.Money _,
                    DealEvent.Stage _,
                    DealEvent.Ticket _,
                    DealEvent.Agreed _,
                    DealEvent.Request _,
                    DealEvent.Closing _,
                    DealEvent.Paper _,
                    DealEvent.Unknown _ -> {}
        }
        dues.take(event, place);
    }

    private record Said(
            UUID customer,
            String consultant,
            @Nullable UUID unit,
            @Nullable String home,
            @Nullable BigDecimal total) {
        static Said of(DealEvent.Terms terms, UUID unit) {
            return new Said(terms.customer(), terms.consultant(), unit, terms.home(), terms.total());
        }
    }

    private void reached(DealEvent event, Moment step, EventPlace place) {
        about(REACHED, event, place).with("step", step).with("at", event.at()).write();
    }

    private void terms(DealEvent event, Said said, EventPlace place) {
        database.sql(TERMS).with(place).with("deal", event.deal()).with(said).write();
    }

    private void ended(DealEvent event, Ended ended, EventPlace place) {
        about(ENDED, event, place).with("at", event.at()).with(ended).write();
    }

    private void took(DealEvent.Money event, String what, String receipt, EventPlace place) {
        var entry = event.entry();
        var money =
                new Money(entry.entry(), event.project(), event.deal(), entry.countsOn(), what, receipt, cameIn(entry));
        database.sql(TOOK).with("generation", place.generation()).with(money).write();
    }

    /// FIN-1: what the office has more of now.
    private static BigDecimal cameIn(LedgerEntry entry) {
        return entry.postings().stream()
                .filter(posting -> isOurs(posting.account()))
                .map(posting -> posting.debit().subtract(posting.credit()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isOurs(Account account) {
        return switch (account) {
            case CASH, POS, SUPERVISED_BANK -> true;
            case DEPOSITS, PRICE_RECEIVED, REFUNDS_PAYABLE, PENALTIES -> false;
        };
    }

    private Statement about(String sql, DealEvent event, EventPlace place) {
        return database.sql(sql).with("generation", place.generation()).with("deal", event.deal());
    }
}
