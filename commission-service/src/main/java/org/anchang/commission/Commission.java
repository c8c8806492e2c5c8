package org.anchang.commission;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anchang.events.CommissionEvent;
import org.anchang.events.CommissionEvent.CommissionAdjusted;
import org.anchang.events.CommissionEvent.CommissionEarned;
import org.anchang.events.CommissionEvent.CommissionPaid;
import org.anchang.events.CommissionEvent.CommissionReversed;
import org.anchang.events.DealEvent.Terms;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;

/// The commission on a chain of deals: the deal on which it began and those it was swapped into.
///
/// Once it is earned, each change returns the event of the difference; the ledger holds exactly these.
@Entity
public class Commission extends CommissionFacts {
    protected Commission() {}

    /// What made something happen, and when; e.g. `DEAL_FILED`.
    public record Occasion(String reason, Instant at) {}

    /// The deal that a commission begins with.
    public record Origin(UUID chain, UUID deal, String project, Instant dealtAt) {}

    /// COM-1: a deal's order form is signed; nothing is owed yet.
    public static Commission expected(Origin origin, Terms terms, String firstConsultant) {
        var commission = new Commission();
        commission.id = Ids.next();
        commission.chain = origin.chain();
        commission.deal = origin.deal();
        commission.project = origin.project();
        commission.dealtAt = origin.dealtAt();
        commission.customer = terms.customer();
        commission.firstConsultant = firstConsultant;
        commission.state = CommissionState.EXPECTED;
        commission.amount = Money.ZERO;
        commission.take(terms);
        return commission;
    }

    /// COM-4: the deal's price or unit is another one. Counts with the next [#compute].
    public void take(Terms terms) {
        productType = Objects.requireNonNullElse(terms.productType(), "-");
        total = Money.rounded(terms.total());
    }

    /// COM-4: the chain goes on with this deal.
    public void goOnWith(UUID successor) {
        deal = successor;
    }

    /// CUS-3: the customer's record has gone into this one.
    public void goesTo(UUID record) {
        customer = record;
    }

    /// COM-1: it has turned out who was the customer's first consultant. Counts with the next [#compute], and for one
    /// that has ended no more.
    public void belongsTo(String first) {
        firstConsultant = state == CommissionState.REVERSED ? firstConsultant : first;
    }

    /// COM-3: the deal keeps the plan of its date, so the first one found is the one that stays; only its rate may
    /// be another when product type or total changed.
    public void take(Tariff ofThePlan) {
        tariff = ofThePlan;
    }

    /// COM-3: what the buyers have paid in on all deals of the chain. Counts with the next [#payOut].
    public void collected(Money soFar) {
        collected = soFar;
    }

    /// COM-2, COM-4: works out amount and shares again. While it is disputed the division stays as it was (COM-5).
    ///
    /// @return what it means for those who had earned it; nothing if it was not earned or is the same
    public Optional<CommissionEvent> compute(List<Portion> portions, String reason, Instant at) {
        if (state == CommissionState.REVERSED) {
            return Optional.empty();
        }
        var before = List.copyOf(shares);
        var amountBefore = amount;
        amount = tariff == null ? Money.ZERO : total.percent(tariff.rate());
        putShares(Shares.of(amount, disputed ? Shares.portions(before) : portions));
        var difference = Shares.difference(before, shares);
        return state == CommissionState.EARNED && !difference.isEmpty()
                ? Optional.of(new CommissionAdjusted(
                        id,
                        project,
                        at,
                        deal,
                        reason,
                        amount.minus(amountBefore).amount(),
                        difference))
                : Optional.empty();
    }

    public void contractSigned(LocalDate on) {
        signedOn = on;
    }

    public void filed(LocalDate on) {
        filedOn = on;
    }

    /// COM-3: earned once the deal has come as far as the plan asks for.
    public Optional<CommissionEvent> earn(Instant at) {
        if (state != CommissionState.EXPECTED || tariff == null || !isDue(tariff.earnedWhen())) {
            return Optional.empty();
        }
        state = CommissionState.EARNED;
        earnedOn = OfficeClock.dateOf(at);
        return Optional.of(new CommissionEarned(
                id, project, at, deal, tariff.planVersion(), amount.amount(), Shares.difference(List.of(), shares)));
    }

    /// COM-4: the deal ended without a sale.
    ///
    /// @return the taking back, if it had been earned
    public Optional<CommissionEvent> takeBack(String reason, Instant at) {
        if (state == CommissionState.REVERSED) {
            return Optional.empty();
        }
        var wasEarned = state == CommissionState.EARNED;
        var before = List.copyOf(shares);
        var amountBefore = amount;
        state = CommissionState.REVERSED;
        endedOn = OfficeClock.dateOf(at);
        endReason = reason;
        amount = Money.ZERO;
        putShares(before.stream()
                .map(s -> new Share(s.consultant(), s.percent(), Money.ZERO, s.reason(), s.visit()))
                .toList());
        return wasEarned
                ? Optional.of(new CommissionReversed(
                        id,
                        project,
                        at,
                        deal,
                        reason,
                        amountBefore.negated().amount(),
                        Shares.difference(before, List.of())))
                : Optional.empty();
    }

    /// COM-3: pays out what is due by the plan and was not paid yet, and takes back what is paid and not due
    /// any more; of a commission that has ended, everything (COM-4). Nothing moves while it is disputed
    /// (COM-5), but for that end.
    ///
    /// @param before what was paid out of this commission until now
    public Optional<CommissionEvent> payOut(Payout payout, PaidOut before, Occasion occasion) {
        if (disputed && state != CommissionState.REVERSED) {
            return Optional.empty();
        }
        var payments = before.until(due(payout));
        if (payments.isEmpty()) {
            return Optional.empty();
        }
        var sum = payments.stream().map(payment -> new Money(payment.amount())).reduce(Money.ZERO, Money::plus);
        paid = paid.plus(sum);
        return Optional.of(
                new CommissionPaid(id, project, occasion.at(), deal, sum.amount(), payments, occasion.reason()));
    }

    private PaidOut due(Payout payout) {
        return state == CommissionState.EARNED
                ? payout.due(shares, new Payout.Progress(filedOn != null, collected, total))
                : PaidOut.NOTHING;
    }

    /// COM-5: nothing is divided or paid out until the supervisor decides.
    public void freeze() {
        mustBeDivisible();
        disputed = true;
    }

    /// COM-5
    public void decided() {
        refuseUnless(disputed, CommissionRefusal.COMMISSION_IS_NOT_DISPUTED);
        disputed = false;
    }

    /// @throws org.anchang.kit.problem.Refused COMMISSION_HAS_ENDED, COMMISSION_IS_DISPUTED
    public void mustBeDivisible() {
        refuseIf(state == CommissionState.REVERSED, CommissionRefusal.COMMISSION_HAS_ENDED);
        refuseIf(disputed, CommissionRefusal.COMMISSION_IS_DISPUTED);
    }

    private boolean isDue(EarnedWhen step) {
        return switch (step) {
            case SIGNED -> signedOn != null;
            case FILED -> filedOn != null;
        };
    }

    /// In place, so that an unchanged share is not written again.
    private void putShares(List<Share> after) {
        if (!after.equals(shares)) {
            shares.clear();
            shares.addAll(after);
        }
    }
}
