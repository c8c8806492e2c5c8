package org.anchang.deal;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.evidence.Approved;
import org.anchang.deal.evidence.Booked;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.events.DealEvent.DealRefunded;
import org.anchang.events.DealEvent.DealSucceeded;
import org.anchang.events.DealEvent.DealVoided;
import org.anchang.events.DealEvent.DiscountGranted;
import org.anchang.events.DealEvent.PurchaserRenamed;
import org.anchang.events.DealEvent.UnitSwapped;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// What may change about a deal while it goes its way: its buyers, and, with all signatures on a form, its
/// unit, its
/// price, its names, or that there is a deal at all. The rest of the verbs are those of [Deal].
@MappedSuperclass
public class ChangingDeal extends DealFacts {
    /// SWP-3: the deal that is to continue another one.
    public record Succession(UUID deal, String ticket, HeldUnit unit, Money total) {}

    /// RFD-1: on which basis, and how much of what was paid in is kept.
    public record Settlement(String basis, Money received, Money penalty, LocalDate payoutOn) {}

    private static final BigDecimal WHOLE = new BigDecimal(100);

    protected ChangingDeal() {}

    /// Who buys, and in what shares; takes the place of who was named before.
    public void nameBuyers(List<Buyer> named, Instant at) {
        mustOwnTheWhole(named);
        buyers().forEach(buyer -> buyer.replace(at));
        buyers.addAll(named);
    }

    /// @throws org.anchang.kit.problem.Refused SHARES_DO_NOT_ADD_UP, NOT_ONE_MAIN_BUYER
    public static void mustOwnTheWhole(List<Buyer> named) {
        var shares = named.stream().map(Buyer::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        refuseUnless(shares.compareTo(WHOLE) == 0, DealRefusal.SHARES_DO_NOT_ADD_UP);
        refuseUnless(named.stream().filter(Buyer::isMain).count() == 1, DealRefusal.NOT_ONE_MAIN_BUYER);
    }

    /// SWP-3: a change waits for signatures from now on; nothing else of consequence is done meanwhile.
    public void openChange(UUID request, String form) {
        refuseIfChanging();
        openChange = request;
        openChangeForm = form;
    }

    /// The change is done or given up.
    public void closeChange(UUID request) {
        refuseUnless(request.equals(openChange), DealRefusal.CHANGE_IS_NOT_OPEN);
        openChange = null;
        openChangeForm = null;
    }

    /// @throws org.anchang.kit.problem.Refused CHANGE_ALREADY_OPEN, with the form that is
    public void refuseIfChanging() {
        if (openChange != null) {
            throw refuse(DealRefusal.CHANGE_ALREADY_OPEN).with("form", String.valueOf(openChangeForm));
        }
    }

    /// SWP-3: the deal that goes on with the same buyers, at the same stage, on another unit.
    ///
    /// @throws org.anchang.kit.problem.Refused HOLD_IS_NOT_LIVE if the unit is not held for the successor
    public Deal continuedBy(Succession succession, Approved<?> approved, Instant at) {
        DealMove.SWAP.from(stage);
        var held = succession.unit();
        refuseUnless(held.isFor(succession.deal()), DealRefusal.HOLD_IS_NOT_LIVE);
        var next = new Deal();
        next.id = succession.deal();
        next.project = project;
        next.ticket = succession.ticket();
        next.stage = stage;
        next.stageSince = at;
        next.openedAt = at;
        next.customer = customer;
        next.consultant = consultant;
        next.hold = held.hold();
        next.total = succession.total();
        next.depositTotal = depositTotal;
        next.topUpBy = topUpBy;
        next.signBy = signBy;
        next.confirmedBy = "approval " + approved.approval();
        next.confirmedAt = at;
        next.predecessor = id;
        next.lines.addAll(DealLine.of(held));
        buyers().forEach(buyer -> next.buyers.add(buyer.copied()));
        return next;
    }

    /// SWP-2, SWP-3, SWP-4: ends this deal in favour of the next, which has its money.
    public UnitSwapped swapTo(Deal next, Approved<?> approved, Booked carriedOver, Instant at) {
        var full = stage == DealStage.SUBSCRIBED;
        end(DealMove.SWAP, "UNIT_SWAPPED", at);
        successor = next.id;
        depositTotal = Money.ZERO;
        return new UnitSwapped(
                id,
                project,
                at,
                approved.request(),
                approved.approval(),
                unit(),
                next.unit(),
                next.hold,
                next.id,
                full,
                next.terms(),
                carriedOver.entry());
    }

    /// First event of a deal that continues another one.
    public DealSucceeded succeeded() {
        return new DealSucceeded(id, project, openedAt, requireNonNull(predecessor), unit(), terms());
    }

    /// RFD-2: the deal is given up; `booked` owes back what the penalty leaves.
    public DealRefunded refund(Settlement settlement, Approved<?> approved, Booked booked, Instant at) {
        end(DealMove.REFUND, settlement.basis(), at);
        depositTotal = Money.ZERO;
        payoutOn = settlement.payoutOn();
        return new DealRefunded(
                id,
                project,
                at,
                approved.request(),
                approved.approval(),
                unit(),
                settlement.basis(),
                settlement.received().amount(),
                settlement.penalty().amount(),
                booked.amount().amount(),
                settlement.payoutOn(),
                customer,
                booked.entry());
    }

    /// RFD-1: what is owed back leaves on the day that finance set, or before it for a reason.
    ///
    /// @throws org.anchang.kit.problem.Refused PAYOUT_BEFORE_ITS_DATE
    public void mayPayOut(LocalDate today, @Nullable String whyEarly) {
        if (payoutOn != null && today.isBefore(payoutOn) && (whyEarly == null || whyEarly.isBlank())) {
            throw refuse(DealRefusal.PAYOUT_BEFORE_ITS_DATE).with("payoutOn", payoutOn);
        }
    }

    /// DEP-6: voided by a superior; all that was paid is owed back.
    public DealVoided voidFor(String reason, Approved<?> approved, Booked booked, Instant at) {
        end(DealMove.VOID, reason, at);
        depositTotal = Money.ZERO;
        return new DealVoided(
                id,
                project,
                at,
                approved.request(),
                approved.approval(),
                unit(),
                reason,
                booked.amount().amount(),
                booked.entry());
    }

    /// DIS-1
    public void mayBeDiscounted() {
        allowedIf(stage.isBeforeContract(), "DIS-1");
    }

    /// REN-1
    public void mayBeRenamed() {
        allowedIf(stage.isBeforeFiling(), "REN-1");
    }

    /// LAY-1: as long as the home is the buyer's or kept for the buyer by money.
    public void mayChangeLayout() {
        allowedIf(stage.isLive() && stage != DealStage.QUEUED, "LAY-1");
    }

    /// DIS-1: another price is agreed to by the office; the form that says so waits for its signatures.
    public DiscountGranted grantDiscount(Money after, Approved<?> approved, Instant at) {
        mayBeDiscounted();
        var before = price();
        total = after;
        waitForSignatures();
        return new DiscountGranted(
                id, project, at, approved.request(), approved.approval(), unit(), before.amount(), terms());
    }

    /// REN-1: other buyers, who have to be checked (CON-1) like any others.
    public PurchaserRenamed rename(List<Buyer> named, Approved<?> approved, Instant at) {
        mayBeRenamed();
        nameBuyers(named, at);
        if (stage.isBeforeContract()) {
            waitForSignatures();
        }
        return new PurchaserRenamed(id, project, at, approved.request(), approved.approval(), unit());
    }

    /// DEP-3: no order form counts until the next one has its three signatures.
    private void waitForSignatures() {
        orderForm = null;
        depositAgreed = null;
    }

    void allowedIf(boolean stageAllows, String rule) {
        if (!stageAllows) {
            throw refuse(DealRefusal.STAGE_DOES_NOT_ALLOW).with("rule", rule).with("stage", stage.name());
        }
    }

    void end(DealMove move, String reason, Instant at) {
        moveTo(move.from(stage), at);
        endReason = reason;
        lines.forEach(DealLine::letGo);
    }

    void moveTo(DealStage next, Instant at) {
        stage = next;
        stageSince = at;
    }
}
