package org.anchang.commission;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
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
import org.jspecify.annotations.Nullable;

/// The commission on a chain of deals: the deal on which it began and those it was swapped into.
///
/// Once it is earned, each change returns the event of the difference; the ledger holds exactly these.
@Entity
public class Commission {
    @Id
    private UUID id;

    private UUID chain;
    private UUID deal;
    private String project;
    private UUID customer;
    private @Nullable UUID mergedFrom;
    private String firstConsultant;
    private String productType;
    private Money total;
    private Instant dealtAt;

    @Embedded
    private @Nullable Tariff tariff;

    @Embedded
    private Milestones milestones = new Milestones();

    @Embedded
    private Division division = new Division();

    private Money collected = Money.ZERO;
    private Money paid = Money.ZERO;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
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

    /// CUS-3: the record that stands for the one whose deal it was.
    public void goOnUnder(UUID standing) {
        var own = mergedFrom == null ? customer : mergedFrom;
        customer = standing;
        mergedFrom = own.equals(standing) ? null : own;
    }

    /// COM-1: it has turned out who was the customer's first consultant. Counts with the next [#compute], and for one
    /// that has ended no more.
    public void belongsTo(String first) {
        firstConsultant = milestones.hasEnded() ? firstConsultant : first;
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
    public Optional<CommissionEvent> compute(List<Claim> claims, String reason, Instant at) {
        if (milestones.hasEnded()) {
            return Optional.empty();
        }
        var change = division.divide(tariff == null ? Money.ZERO : total.percent(tariff.rate()), claims);
        return milestones.isEarned() && !change.isNone()
                ? Optional.of(new CommissionAdjusted(
                        id, project, at, deal, reason, change.amount().amount(), change.shares()))
                : Optional.empty();
    }

    public void contractSigned(LocalDate on) {
        milestones.signed(on);
    }

    public void filed(LocalDate on) {
        milestones.filed(on);
    }

    /// COM-3: earned once the deal has come as far as the plan asks for.
    public Optional<CommissionEvent> earn(Instant at) {
        if (tariff == null || !milestones.hasReached(tariff.earnedWhen())) {
            return Optional.empty();
        }
        milestones.earn(OfficeClock.dateOf(at));
        return Optional.of(new CommissionEarned(
                id,
                project,
                at,
                deal,
                tariff.planVersion(),
                amount().amount(),
                Rounding.difference(List.of(), shares())));
    }

    /// COM-4: the deal ended without a sale.
    ///
    /// @return the taking back, if it had been earned
    public Optional<CommissionEvent> takeBack(String reason, Instant at) {
        if (milestones.hasEnded()) {
            return Optional.empty();
        }
        var wasEarned = milestones.isEarned();
        milestones.end(reason, OfficeClock.dateOf(at));
        var change = division.takeBack();
        return wasEarned
                ? Optional.of(new CommissionReversed(
                        id, project, at, deal, reason, change.amount().amount(), change.shares()))
                : Optional.empty();
    }

    /// COM-3: pays out what is due by the plan and was not paid yet, and takes back what is paid and not due
    /// any more; of a commission that has ended, everything (COM-4). Nothing moves while it is disputed
    /// (COM-5), but for that end.
    ///
    /// @param before what was paid out of this commission until now
    public Optional<CommissionEvent> payOut(Payout payout, PaidOut before, Occasion occasion) {
        if (isFrozen() && !milestones.hasEnded()) {
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
        return milestones.isEarned()
                ? payout.due(shares(), new Payout.Progress(milestones.filedOn() != null, collected, total))
                : PaidOut.NOTHING;
    }

    /// COM-5: nothing is divided or paid out until the supervisor decides.
    public void freeze() {
        refuseIf(milestones.hasEnded(), CommissionRefusal.COMMISSION_HAS_ENDED);
        division.freeze();
    }

    /// REC-6, COM-5: whether it is not settled whose the customer is; nothing is divided or paid out until
    /// it is.
    public void contest(boolean isOpen) {
        division.contest(isOpen);
    }

    /// COM-7: whether the person has a part in it, if only a part of nothing.
    public boolean isParty(String person) {
        return firstConsultant.equals(person)
                || shares().stream().anyMatch(share -> share.consultant().equals(person));
    }

    /// COM-5
    public void decided() {
        division.decided();
    }

    /// @throws org.anchang.kit.problem.Refused COMMISSION_HAS_ENDED, COMMISSION_IS_DISPUTED
    public void mustBeDivisible() {
        refuseIf(milestones.hasEnded(), CommissionRefusal.COMMISSION_HAS_ENDED);
        division.mustNotBeFrozen();
    }

    public UUID id() {
        return id;
    }

    public UUID chain() {
        return chain;
    }

    public UUID deal() {
        return deal;
    }

    public String project() {
        return project;
    }

    public UUID customer() {
        return customer;
    }

    public String firstConsultant() {
        return firstConsultant;
    }

    public String productType() {
        return productType;
    }

    public Money total() {
        return total;
    }

    public Instant dealtAt() {
        return dealtAt;
    }

    public CommissionState state() {
        return milestones.state();
    }

    public Money amount() {
        return division.amount();
    }

    /// Absent while the project has no plan for the deal's date.
    public Optional<Tariff> tariff() {
        return Optional.ofNullable(tariff);
    }

    public Milestones milestones() {
        return milestones;
    }

    public boolean isDisputed() {
        return division.isDisputed();
    }

    /// COM-5: disputed, or its customer is.
    public boolean isFrozen() {
        return division.isFrozen();
    }

    public List<Share> shares() {
        return division.shares();
    }

    /// What the buyers have paid in towards the price.
    public Money collected() {
        return collected;
    }

    /// COM-3: what has been paid out, to all together.
    public Money paid() {
        return paid;
    }
}
