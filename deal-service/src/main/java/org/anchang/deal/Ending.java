package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuseIf;

import java.time.Instant;
import java.time.LocalDate;
import org.anchang.deal.evidence.Approved;
import org.anchang.deal.evidence.Booked;
import org.anchang.events.DealEvent.DealLapsed;
import org.anchang.events.DealEvent.DealRefunded;
import org.anchang.events.DealEvent.DealVoided;
import org.anchang.kit.money.Money;
import org.anchang.kit.problem.Rule;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;

/// How a deal ends whose money is kept or owed back: it lapses, is refunded or voided.
public record Ending(Deal deal) {
    /// RFD-1: on which basis, and how much of what was paid in is kept.
    public record Settlement(String basis, Money received, Money penalty, LocalDate payoutOn) {}

    /// DEP-2: whether a person may let the deal lapse. Nothing lapses by itself, and deposits are forfeited only once
    /// their date is past.
    ///
    /// @return what is forfeited
    public Money mayLapse(boolean forfeit, LocalDate today) {
        mayLapse();
        refuseIf(forfeit && !deal.isOverdue(today), DealRefusal.DEADLINE_NOT_PAST);
        return forfeit ? deal.deposits().taken() : Money.ZERO;
    }

    /// DEP-2: a person lets the deal lapse; `booked` says what becomes of the deposits.
    ///
    /// @param forfeited of the deposits; the rest is owed back
    public DealLapsed lapse(String reason, Money forfeited, Booked booked, Instant at) {
        mayLapse();
        deal.end(DealMove.LAPSE, reason, at);
        return new DealLapsed(deal.id(), deal.project(), at, deal.unit(), reason, forfeited.amount(), booked.entry());
    }

    private void mayLapse() {
        deal.stage().allowIf(deal.stage() != DealStage.QUEUED, Rule.DEP_2);
        DealMove.LAPSE.from(deal.stage());
        deal.refuseIfChanging();
    }

    /// RFD-2: the deal is given up; `booked` owes back what the penalty leaves.
    public DealRefunded refund(Settlement settlement, Approved<?> approved, Booked booked, Instant at) {
        deal.end(DealMove.REFUND, settlement.basis(), at);
        deal.progress().payOutOn(settlement.payoutOn());
        return new DealRefunded(
                deal.id(),
                deal.project(),
                at,
                approved.request(),
                approved.approval(),
                deal.unit(),
                settlement.basis(),
                settlement.received().amount(),
                settlement.penalty().amount(),
                booked.amount().amount(),
                settlement.payoutOn(),
                deal.customer(),
                booked.entry());
    }

    /// DEP-6: voided by a superior; all that was paid is owed back.
    public DealVoided voidFor(String reason, Approved<?> approved, Booked booked, Instant at) {
        deal.end(DealMove.VOID, reason, at);
        return new DealVoided(
                deal.id(),
                deal.project(),
                at,
                approved.request(),
                approved.approval(),
                deal.unit(),
                reason,
                booked.amount().amount(),
                booked.entry());
    }

    /// What the person wrote who let it lapse, kept sealed.
    public void note(String written, Sealing sealing) {
        deal.progress().note(sealing.seal(written, notePlace()));
    }

    public Place notePlace() {
        return new Place("deal", "end_note", deal.id());
    }
}
