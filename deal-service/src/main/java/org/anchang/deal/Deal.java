package org.anchang.deal;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.deal.evidence.AgreedTerms;
import org.anchang.deal.evidence.Booked;
import org.anchang.deal.evidence.CertifiedUnits;
import org.anchang.deal.evidence.ClaimedUnit;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.events.DealEvent.ContractSigned;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.events.DealEvent.DealLapsed;
import org.anchang.events.DealEvent.DepositTaken;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.events.DealEvent.TicketReturned;
import org.anchang.kit.Ids;
import org.anchang.kit.money.Money;
import org.anchang.kit.seal.Sealing;

/// One buyer's way to one home. A verb per rule: refusals first, the event last.
@Entity
public class Deal extends ChangingDeal {
    /// What a ticket is issued on.
    public record Opening(String project, String ticket, HeldUnit held) {}

    /// The signed contract, as the deal needs to know it.
    public record Paper(UUID contract, String number, LocalDate signedOn, String scheme) {}

    /// What the housing authority answered.
    public record Registration(String number, LocalDate filedOn) {}

    protected Deal() {}

    /// 排号: a numbered interest in a unit that is held for the customer.
    public static Deal open(Opening opening, Instant at) {
        var held = opening.held();
        var deal = new Deal();
        deal.id = Ids.next();
        deal.project = opening.project();
        deal.ticket = opening.ticket();
        deal.stage = DealStage.QUEUED;
        deal.stageSince = at;
        deal.openedAt = at;
        deal.customer = held.customer();
        deal.consultant = held.consultant();
        deal.hold = held.hold();
        deal.lines.addAll(DealLine.of(held));
        return deal;
    }

    public TicketIssued ticketIssued() {
        return new TicketIssued(id, project, openedAt, ticket, customer, consultant, unit());
    }

    /// DEP-1: the site manager has confirmed that the unit is free and held for this deal.
    public void confirmUnit(HeldUnit held, String by, Instant at) {
        allowedIf(stage == DealStage.QUEUED, "DEP-1");
        refuseIf(confirmedAt != null, DealRefusal.UNIT_ALREADY_CONFIRMED);
        refuseUnless(held.hold().equals(hold) && held.isFor(id), DealRefusal.HOLD_IS_NOT_LIVE);
        confirmedBy = by;
        confirmedAt = at;
    }

    /// DEP-1, DEP-2, DEP-4: whether this deposit may be taken; asked before the unit is claimed, and again with it.
    public void mayTake(DepositOffer offer) {
        if (!addsToFullDeposit(offer)) {
            offer.move().from(stage);
            allowedIf(offer.kind() != DepositOffer.Kind.TOP_UP || stage == DealStage.RESERVED, "DEP-2");
        }
        refuseIfChanging();
        refuseUnless(confirmedAt != null, DealRefusal.UNIT_NOT_CONFIRMED);
        offer.deadline().mustBePossible();
        refuseUnless(offer.amount().isPositive(), DealRefusal.AMOUNT_IS_NOT_POSITIVE);
        var cap = price().percent(offer.capPercent());
        if (depositTotal.plus(offer.amount()).isMoreThan(cap)) {
            throw refuse(DealRefusal.DEPOSIT_ABOVE_CAP).with("cap", cap).with("taken", depositTotal);
        }
        var full = offer.full().isMoreThan(cap) ? cap : offer.full();
        if (offer.completes() && full.isMoreThan(depositTotal.plus(offer.amount()))) {
            throw refuse(DealRefusal.FULL_DEPOSIT_NOT_REACHED)
                    .with("full", full)
                    .with("taken", depositTotal);
        }
    }

    /// DEP-1: the first money of the deal; the unit is bound to it.
    public DepositTaken takeDeposit(DepositOffer offer, ClaimedUnit claimed, Booked booked, Instant at) {
        refuseUnless(claimed.deal().equals(id) && claimed.hold().equals(hold), DealRefusal.HOLD_IS_NOT_LIVE);
        return take(offer, booked, at);
    }

    /// DEP-2, INV-6: more deposit on a unit that is bound already, while its certificates are valid.
    public DepositTaken topUp(DepositOffer offer, CertifiedUnits certified, Booked booked, Instant at) {
        allowedIf(stage != DealStage.QUEUED, "DEP-2");
        refuseUnless(certified.cover(units()), DealRefusal.CERTIFICATES_INCOMPLETE);
        return take(offer, booked, at);
    }

    private DepositTaken take(DepositOffer offer, Booked booked, Instant at) {
        mayTake(offer);
        if (!addsToFullDeposit(offer)) {
            moveTo(offer.move().from(stage), at);
            if (offer.completes()) {
                signBy = offer.deadline().until();
            } else {
                topUpBy = offer.deadline().until();
            }
        }
        depositTotal = depositTotal.plus(offer.amount());
        return new DepositTaken(
                id,
                project,
                at,
                unit(),
                hold,
                offer.completes(),
                offer.amount().amount(),
                booked.receipt(),
                booked.entry(),
                booked.payer(),
                booked.account());
    }

    /// DEP-3: the order form promises more than the project's full deposit; its stage and its date stay as they are.
    private boolean addsToFullDeposit(DepositOffer offer) {
        return stage == DealStage.SUBSCRIBED
                && offer.kind() == DepositOffer.Kind.TOP_UP
                && depositOutstanding().isPositive();
    }

    /// CON-1
    public void checkBuyer(Buyer buyer, Buyer.Check seen, Sealing sealing, Instant at, String by) {
        allowedIf(stage.isLive() && stage != DealStage.FILED, "CON-1");
        buyer.check(seen, sealing, by, at);
    }

    /// DEP-3: customer, consultant and site manager have signed these terms.
    public void agree(AgreedTerms terms) {
        total = terms.total();
        orderForm = terms.orderForm();
        depositAgreed = terms.deposit();
        topUpBy = terms.topUpBy() == null ? topUpBy : terms.topUpBy();
        signBy = terms.signBy();
    }

    /// CON-1, CON-2, DEP-3: whether the contract may be signed, but for the certificates, which inventory knows.
    public void maySign() {
        DealMove.SIGN.from(stage);
        refuseIfChanging();
        refuseUnless(confirmedAt != null, DealRefusal.UNIT_NOT_CONFIRMED);
        refuseUnless(orderForm != null, DealRefusal.ORDER_FORM_NOT_SIGNED);
        if (depositOutstanding().isPositive()) {
            throw refuse(DealRefusal.DEPOSIT_BELOW_ORDER_FORM)
                    .with("agreed", requireNonNull(depositAgreed))
                    .with("taken", depositTotal);
        }
        refuseUnless(
                !buyers().isEmpty() && buyers().stream().allMatch(Buyer::isChecked), DealRefusal.BUYERS_NOT_CHECKED);
    }

    /// CON-2: the contract is signed; `offset` moves the deposits to the price.
    public ContractSigned sign(Paper paper, CertifiedUnits certified, Booked offset, Instant at) {
        maySign();
        refuseUnless(certified.cover(units()), DealRefusal.CERTIFICATES_INCOMPLETE);
        moveTo(DealMove.SIGN.from(stage), at);
        depositTotal = Money.ZERO;
        return new ContractSigned(
                id,
                project,
                at,
                unit(),
                paper.contract(),
                paper.number(),
                paper.signedOn(),
                paper.scheme(),
                terms(),
                offset.entry());
    }

    /// COL-1: whether money of the price may come in now.
    public void mayReceive() {
        allowedIf(stage == DealStage.CONTRACTED || stage == DealStage.FILED, "COL-1");
        refuseIfChanging();
    }

    /// CON-6: accepted by the housing authority; finally sold.
    public DealFiled file(Registration registration, Instant at) {
        var filed = DealMove.FILE.from(stage);
        refuseIfChanging();
        // REN-1, CON-1: nobody is filed who was not checked, also who came in after signing.
        refuseUnless(buyers().stream().allMatch(Buyer::isChecked), DealRefusal.BUYERS_NOT_CHECKED);
        moveTo(filed, at);
        return new DealFiled(id, project, at, unit(), registration.number(), registration.filedOn(), terms());
    }

    /// A ticket without money ends: given back, or its hold ran out.
    public TicketReturned returnTicket(String reason, Instant at) {
        allowedIf(stage == DealStage.QUEUED, "DEP-2");
        end(DealMove.LAPSE, reason, at);
        return new TicketReturned(id, project, at, unit(), reason);
    }

    /// DEP-2: a person lets the deal lapse; `booked` says what becomes of the deposits.
    ///
    /// @param forfeited of the deposits; the rest is owed back
    public DealLapsed lapse(String reason, Money forfeited, Booked booked, Instant at) {
        allowedIf(stage != DealStage.QUEUED, "DEP-2");
        DealMove.LAPSE.from(stage);
        refuseIfChanging();
        end(DealMove.LAPSE, reason, at);
        depositTotal = Money.ZERO;
        return new DealLapsed(id, project, at, unit(), reason, forfeited.amount(), booked.entry());
    }

    /// CUS-3: the customer's record has gone into this one.
    public void goOnUnder(UUID record) {
        customer = record;
    }

    /// The customer's new consultant goes on with the deal (REC-6, TRK-2).
    public void handOver(String to) {
        consultant = to;
    }
}
