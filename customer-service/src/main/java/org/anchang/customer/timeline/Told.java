package org.anchang.customer.timeline;

import java.util.Map;
import java.util.Optional;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.DealEvent;
import org.anchang.kit.sql.Json;

/// What an event of another service says in a customer's timeline, if it says anything there.
///
/// @param what  the event's own word
/// @param facts sums, numbers and words; no person
record Told(EntryKind kind, String what, @Json Map<String, String> facts) {
    /// CUS-9: milestones; what only moves papers says nothing.
    static Optional<Told> of(DealEvent event) {
        return switch (event) {
            case DealEvent.TicketIssued issued -> told(EntryKind.TICKET, event, Map.of("number", issued.ticket()));
            case DealEvent.TicketReturned returned ->
                told(EntryKind.TICKET, event, Map.of("reason", returned.reason()));
            case DealEvent.OrderFormSigned signed ->
                told(
                        EntryKind.ORDER_FORM,
                        event,
                        Map.of("amount", signed.terms().total().toPlainString()));
            case DealEvent.OrderFormVoided voided ->
                told(EntryKind.ORDER_FORM, event, Map.of("reason", voided.reason()));
            case DealEvent.DepositTaken taken ->
                told(
                        EntryKind.MONEY,
                        event,
                        Map.of("amount", taken.amount().toPlainString(), "number", taken.receipt()));
            case DealEvent.PaymentReceived paid ->
                told(EntryKind.MONEY, event, Map.of("amount", paid.amount().toPlainString(), "number", paid.receipt()));
            case DealEvent.LoanDisbursed paid ->
                told(EntryKind.MONEY, event, Map.of("amount", paid.amount().toPlainString(), "number", paid.receipt()));
            case DealEvent.ReceiptVoided voided ->
                told(
                        EntryKind.MONEY,
                        event,
                        Map.of("amount", voided.amount().toPlainString(), "number", voided.receipt()));
            case DealEvent.PaymentOverdue late ->
                told(
                        EntryKind.MONEY,
                        event,
                        Map.of(
                                "amount",
                                late.outstanding().toPlainString(),
                                "dueOn",
                                late.dueOn().toString()));
            case DealEvent.RefundPaid paid ->
                told(EntryKind.MONEY, event, Map.of("amount", paid.amount().toPlainString()));
            case DealEvent.MortgageSubmitted loan ->
                told(EntryKind.MONEY, event, Map.of("amount", loan.amount().toPlainString(), "bank", loan.bank()));
            case DealEvent.LoanApproved loan ->
                told(EntryKind.MONEY, event, Map.of("amount", loan.amount().toPlainString(), "bank", loan.bank()));
            case DealEvent.LoanRefused loan -> told(EntryKind.MONEY, event, Map.of("bank", loan.bank()));
            case DealEvent.MortgageCancelled loan -> told(EntryKind.MONEY, event, Map.of("bank", loan.bank()));
            case DealEvent.ContractSigned signed ->
                told(
                        EntryKind.CONTRACT,
                        event,
                        Map.of(
                                "number",
                                signed.number(),
                                "amount",
                                signed.terms().total().toPlainString()));
            case DealEvent.DealFiled filed ->
                told(EntryKind.FILING, event, Map.of("number", filed.registrationNumber()));
            case DealEvent.FilingReturned _ -> told(EntryKind.FILING, event, Map.of());
            case DealEvent.FilingCancelled cancelled ->
                told(EntryKind.FILING, event, Map.of("number", cancelled.registrationNumber()));
            case DealEvent.UnitSwapped swapped ->
                told(
                        EntryKind.CHANGE,
                        event,
                        Map.of("amount", swapped.terms().total().toPlainString()));
            case DealEvent.DealRefunded refunded ->
                told(
                        EntryKind.CHANGE,
                        event,
                        Map.of("amount", refunded.payable().toPlainString()));
            case DealEvent.DealVoided voided ->
                told(EntryKind.CHANGE, event, Map.of("amount", voided.payable().toPlainString()));
            case DealEvent.DealLapsed lapsed ->
                told(
                        EntryKind.CHANGE,
                        event,
                        Map.of("amount", lapsed.forfeited().toPlainString()));
            case DealEvent.PurchaserRenamed _ -> told(EntryKind.CHANGE, event, Map.of());
            case DealEvent.DiscountGranted granted ->
                told(
                        EntryKind.CHANGE,
                        event,
                        Map.of(
                                "amount",
                                granted.terms().total().toPlainString(),
                                "before",
                                granted.totalBefore().toPlainString()));
            case DealEvent.LayoutChangeGranted _ -> told(EntryKind.CHANGE, event, Map.of());
            case DealEvent.Request _ -> told(EntryKind.APPROVAL, event, Map.of());
            case DealEvent.UnitClaimAbandoned _,
                    DealEvent.DealSucceeded _,
                    DealEvent.ReceiptExchanged _,
                    DealEvent.PaymentScheduleChanged _,
                    DealEvent.RequestEnded _,
                    DealEvent.Unknown _ -> Optional.empty();
        };
    }

    /// APR-5: how the signatures on a form ended.
    static Optional<Told> of(ApprovalEvent event) {
        return switch (event) {
            case ApprovalEvent.Approved _, ApprovalEvent.Declined _ ->
                Optional.of(new Told(EntryKind.APPROVAL, event.getClass().getSimpleName(), Map.of()));
            case ApprovalEvent.Progress _, ApprovalEvent.Unknown _ -> Optional.empty();
        };
    }

    private static Optional<Told> told(EntryKind kind, DealEvent event, Map<String, String> facts) {
        return Optional.of(new Told(kind, event.getClass().getSimpleName(), facts));
    }
}
