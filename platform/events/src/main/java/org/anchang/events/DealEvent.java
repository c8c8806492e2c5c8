package org.anchang.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What deal-service tells: every deal from the ticket to the filed contract, and all of its money.
public sealed interface DealEvent extends Event {
    String TOPIC = "deal-events";

    UUID deal();

    @Override
    default UUID aggregate() {
        return deal();
    }

    // ---- groups: what readers need; a record may be of several ------------------------------------------------------

    /// What finance needs to rebuild the ledger to the cent, and nothing else (FIN-2).
    sealed interface Money extends DealEvent {
        /// The entry to add to the ledger.
        LedgerEntry entry();
    }

    /// What moves a unit in the sales-control table, or ends a deal (INV-3).
    sealed interface Stage extends DealEvent {
        UUID unit();
    }

    /// 排号: an interest in a unit without money.
    sealed interface Ticket extends DealEvent {}

    /// What the deal is about and what it costs, as agreed to anew.
    sealed interface Agreed extends DealEvent {
        UUID unit();

        Terms terms();
    }

    /// A form that needs signatures before it counts; opens an approval (APR-1).
    sealed interface Request extends DealEvent {
        /// Id of the request, unique over all forms.
        UUID request();

        /// Who asked for it in the system; may not sign it (APR-3).
        String applicant();

        /// The form's fields as printed, by their English names; conditions of a chain look at them. What people wrote
        /// (`reason`, `statement`, `wishes`) is sealed for approval-service (CUS-6).
        Map<String, String> fields();

        /// Its name in answers, and where its end is told.
        default String form() {
            return switch (this) {
                case SwapRequested _ -> "SWAP";
                case RefundRequested _ -> "REFUND";
                case RenameRequested _ -> "RENAME";
                case DiscountRequested _ -> "DISCOUNT";
                case LayoutChangeRequested _ -> "LAYOUT_CHANGE";
                case VoidRequested _ -> "VOID";
            };
        }
    }

    /// A request is over, and the deal goes on: done, or without effect. Where it ends the deal, that is a [Stage].
    sealed interface Closing extends DealEvent {
        UUID request();
    }

    /// Papers of the office, the bank and the authority, and their dates: neither money nor a unit nor a price moves.
    sealed interface Paper extends DealEvent {}

    /// The parties of a deal and what it is about, as far as commission needs to know.
    ///
    /// @param total price of the deal after all discounts
    /// @param home  what the deal is about, by its label
    record Terms(
            UUID customer,
            String consultant,
            String productType,
            BigDecimal area,
            BigDecimal total,
            @Nullable String home) {}

    // ---- deposit --------------------------------------------------------------------------------------------------

    /// 排号: a numbered interest, with the unit that is held for it.
    record TicketIssued(
            UUID deal, String project, Instant at, String ticket, UUID customer, String consultant, UUID unit)
            implements Ticket {}

    /// DEP-2, DEP-5: deposit money came in. `full` tells whether the full deposit (大定) is now complete.
    ///
    /// @param payer   `BUYER`, `ANOTHER` or `BANK`; who it is stands with the receipt
    /// @param account number of the account that it went to, where that is known
    /// @param channel by which the customer came, as far as customer-service had told by the first deposit
    /// @param broker  who of a partner brought them, where somebody did
    /// @param registration the partner's registration of them (报备)
    record DepositTaken(
            UUID deal,
            String project,
            Instant at,
            UUID unit,
            UUID hold,
            boolean full,
            BigDecimal amount,
            String receipt,
            LedgerEntry entry,
            @Nullable String payer,
            @Nullable String account,
            @Nullable String channel,
            @Nullable String broker,
            @Nullable String registration)
            implements Money, Stage {}

    /// DEP-3: customer, consultant and site manager have signed.
    record OrderFormSigned(
            UUID deal,
            String project,
            Instant at,
            UUID orderForm,
            int version,
            UUID unit,
            BigDecimal unitPrice,
            BigDecimal discount,
            Terms terms)
            implements Agreed {}

    /// DEP-3, DEP-6: `reason` is a word, e.g. `SPECIAL_DISCOUNT`, `VOIDED` or `LAPSED`.
    record OrderFormVoided(UUID deal, String project, Instant at, UUID orderForm, int version, String reason)
            implements Paper {}

    /// DEP-2: a person let the overdue deal lapse; what was paid is forfeited or given back as `entry` says.
    /// `reason` is `DECIDED`: what was written about it stays in deal-service (CUS-6).
    record DealLapsed(
            UUID deal, String project, Instant at, UUID unit, String reason, BigDecimal forfeited, LedgerEntry entry)
            implements Money, Stage {}

    /// A ticket without money ended: given back by the customer, or its hold ran out.
    record TicketReturned(UUID deal, String project, Instant at, UUID unit, String reason) implements Ticket {}

    /// The unit was asked for, and the deal did not come about (its command failed, or its request was refused):
    /// whoever holds `hold` for this deal lets go.
    record UnitClaimAbandoned(UUID deal, String project, Instant at, UUID unit, UUID hold, String reason)
            implements Stage {}

    // ---- contract -------------------------------------------------------------------------------------------------

    /// CON-2: the contract is signed; `entry` offsets the deposits against the price.
    record ContractSigned(
            UUID deal,
            String project,
            Instant at,
            UUID unit,
            UUID contract,
            String number,
            LocalDate signedOn,
            String paymentScheme,
            Terms terms,
            LedgerEntry entry)
            implements Money, Stage, Agreed {}

    /// CON-2: deposit receipts were taken back and exchanged for a purchase receipt; no money moved.
    record ReceiptExchanged(
            UUID deal, String project, Instant at, List<String> takenBack, String issued, BigDecimal amount)
            implements Paper {}

    /// COL-1
    ///
    /// @param payer   as in [DepositTaken]
    /// @param account as in [DepositTaken]
    record PaymentReceived(
            UUID deal,
            String project,
            Instant at,
            BigDecimal amount,
            LedgerEntry.Nature nature,
            String receipt,
            LedgerEntry entry,
            @Nullable String payer,
            @Nullable String account)
            implements Money {}

    /// DEP-5: a receipt was voided by hand; `entry` reverses what it had recorded. `reason` is `VOIDED`: what was
    /// written about it stays in deal-service (CUS-6).
    record ReceiptVoided(
            UUID deal, String project, Instant at, String receipt, BigDecimal amount, String reason, LedgerEntry entry)
            implements Money {}

    /// COL-1: what falls due when, after any change.
    record PaymentScheduleChanged(UUID deal, String project, Instant at, List<Due> schedule) implements Paper {
        /// @param label what for, e.g. `DOWN_PAYMENT`
        public record Due(String label, LocalDate on, BigDecimal amount) {}
    }

    record PaymentOverdue(UUID deal, String project, Instant at, String label, LocalDate dueOn, BigDecimal outstanding)
            implements Paper {}

    /// CON-3: all documents are with the bank's officer.
    record MortgageSubmitted(UUID deal, String project, Instant at, String bank, BigDecimal amount) implements Paper {}

    record LoanApproved(UUID deal, String project, Instant at, String bank, BigDecimal amount) implements Paper {}

    /// CON-3: the bank refused; `reason` is `REFUSED_BY_BANK`, its own words stay in deal-service (CUS-6).
    record LoanRefused(UUID deal, String project, Instant at, String bank, String reason) implements Paper {}

    /// CON-3
    ///
    /// @param payer   as in [DepositTaken]
    /// @param account as in [DepositTaken]
    record LoanDisbursed(
            UUID deal,
            String project,
            Instant at,
            BigDecimal amount,
            String receipt,
            LedgerEntry entry,
            @Nullable String payer,
            @Nullable String account)
            implements Money {}

    // ---- filing ---------------------------------------------------------------------------------------------------

    /// CON-6: accepted by the housing authority; finally sold.
    record DealFiled(
            UUID deal, String project, Instant at, UUID unit, String registrationNumber, LocalDate filedOn, Terms terms)
            implements Stage, Agreed {}

    /// CON-6: `reason` is `RETURNED_BY_AUTHORITY`.
    record FilingReturned(UUID deal, String project, Instant at, String reason) implements Paper {}

    /// CON-6, RFD-2: the authority took the contract out of its register again; the deal may be given up. `reason` is
    /// `CANCELLED_BY_AUTHORITY`.
    record FilingCancelled(
            UUID deal, String project, Instant at, String registrationNumber, LocalDate cancelledOn, String reason)
            implements Paper {}

    /// RFD-2: the bank has given up its loan and its right in the home; `reason` is `CANCELLED_BY_BANK`.
    record MortgageCancelled(UUID deal, String project, Instant at, String bank, LocalDate cancelledOn, String reason)
            implements Paper {}

    // ---- changes --------------------------------------------------------------------------------------------------

    record SwapRequested(
            UUID deal, String project, Instant at, UUID request, String applicant, Map<String, String> fields)
            implements Request {}

    record RefundRequested(
            UUID deal, String project, Instant at, UUID request, String applicant, Map<String, String> fields)
            implements Request {}

    record RenameRequested(
            UUID deal, String project, Instant at, UUID request, String applicant, Map<String, String> fields)
            implements Request {}

    record DiscountRequested(
            UUID deal, String project, Instant at, UUID request, String applicant, Map<String, String> fields)
            implements Request {}

    record LayoutChangeRequested(
            UUID deal, String project, Instant at, UUID request, String applicant, Map<String, String> fields)
            implements Request {}

    record VoidRequested(
            UUID deal, String project, Instant at, UUID request, String applicant, Map<String, String> fields)
            implements Request {}

    /// A request ended without effect: refused, withdrawn, or overtaken.
    record RequestEnded(UUID deal, String project, Instant at, UUID request, UUID unit, String form, String outcome)
            implements Closing {}

    /// SWP-3, SWP-4: `deal` has ended in favour of `successor`, which took over stage, money and customer.
    /// `unit` is the new unit, `formerUnit` the one given back.
    record UnitSwapped(
            UUID deal,
            String project,
            Instant at,
            UUID request,
            UUID approval,
            UUID formerUnit,
            UUID unit,
            UUID hold,
            UUID successor,
            boolean full,
            Terms terms,
            LedgerEntry entry)
            implements Money, Stage {}

    /// First event of the deal that continues `predecessor` on another unit.
    record DealSucceeded(UUID deal, String project, Instant at, UUID predecessor, UUID unit, Terms terms)
            implements Agreed {}

    /// RFD-2: papers taken back, penalty forfeited, the rest owed to the customer; the unit is back on sale.
    record DealRefunded(
            UUID deal,
            String project,
            Instant at,
            UUID request,
            UUID approval,
            UUID unit,
            String basis,
            BigDecimal received,
            BigDecimal penalty,
            BigDecimal payable,
            LocalDate payoutOn,
            UUID customer,
            LedgerEntry entry)
            implements Money, Stage {}

    /// RFD-2: the payout left an account.
    record RefundPaid(UUID deal, String project, Instant at, BigDecimal amount, String payoutRecord, LedgerEntry entry)
            implements Money {}

    /// DEP-6: the order form was voided by a superior; what was paid is owed back.
    record DealVoided(
            UUID deal,
            String project,
            Instant at,
            UUID request,
            UUID approval,
            UUID unit,
            String reason,
            BigDecimal payable,
            LedgerEntry entry)
            implements Money, Stage {}

    /// REN-1
    record PurchaserRenamed(UUID deal, String project, Instant at, UUID request, UUID approval, UUID unit)
            implements Closing {}

    /// DIS-1
    record DiscountGranted(
            UUID deal,
            String project,
            Instant at,
            UUID request,
            UUID approval,
            UUID unit,
            BigDecimal totalBefore,
            Terms terms)
            implements Agreed, Closing {}

    /// INV-9, LAY-1: a change of the unit's structure is decided. What is not named stays as it is.
    record LayoutChangeGranted(
            UUID deal,
            String project,
            Instant at,
            UUID request,
            UUID approval,
            UUID unit,
            @Nullable String layout,
            @Nullable BigDecimal buildingArea,
            @Nullable BigDecimal interiorArea)
            implements Closing {}

    /// Newer than this reader: counted, passed over, and still a step in the aggregate's sequence.
    record Unknown(UUID deal, String project, Instant at, String type) implements DealEvent {}
}
