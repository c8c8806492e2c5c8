package org.anchang.deal;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.evidence.AgreedTerms;
import org.anchang.deal.evidence.Approved;
import org.anchang.deal.evidence.Booked;
import org.anchang.deal.evidence.CertifiedUnits;
import org.anchang.deal.evidence.ClaimedUnit;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.events.DealEvent.ContractSigned;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.events.DealEvent.DealLapsed;
import org.anchang.events.DealEvent.DealRefunded;
import org.anchang.events.DealEvent.DealSucceeded;
import org.anchang.events.DealEvent.DealVoided;
import org.anchang.events.DealEvent.DepositTaken;
import org.anchang.events.DealEvent.DiscountGranted;
import org.anchang.events.DealEvent.PurchaserRenamed;
import org.anchang.events.DealEvent.Terms;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.events.DealEvent.TicketReturned;
import org.anchang.events.DealEvent.UnitSwapped;
import org.anchang.kit.Ids;
import org.anchang.kit.money.Money;
import org.anchang.kit.name.Names;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// One buyer's way to one home. A verb per rule: refusals first, the event last. What belongs together is a part that
/// keeps its own rules: [Progress], [Deposits], [Buyers], [DealLines], the agreed price, the open change.
@Entity
public class Deal {
    /// What a ticket is issued on.
    public record Opening(String project, String ticket, HeldUnit held) {}

    /// The signed contract, as the deal needs to know it.
    public record SignedPaper(UUID contract, String number, LocalDate signedOn, String scheme) {}

    /// What the housing authority answered.
    public record Registration(String number, LocalDate filedOn) {}

    /// SWP-3: the deal that is to continue another one.
    public record Succession(UUID deal, String ticket, HeldUnit unit, Money total) {}

    /// RFD-1: on which basis, and how much of what was paid in is kept.
    public record Settlement(String basis, Money received, Money penalty, LocalDate payoutOn) {}

    @Id
    private UUID id;

    private String project;
    private String ticket;
    private UUID customer;
    /// CUS-3: the record for which it was opened, where that has gone into the customer's.
    private @Nullable UUID mergedFrom;

    private String consultant;
    private UUID hold;
    private Instant openedAt;
    private @Nullable UUID predecessor;
    private @Nullable UUID successor;
    private @Nullable LocalDate payoutOn;

    @Embedded
    private Progress progress;

    @Embedded
    private Deposits deposits = new Deposits();

    @Embedded
    private @Nullable AgreedPrice agreedPrice;

    @Embedded
    private @Nullable Confirmation confirmation;

    @Embedded
    private @Nullable OpenChange openChange;

    @Embedded
    private @Nullable Brought brought;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "deal", nullable = false, updatable = false)
    @OrderBy("position")
    private List<DealLine> lines = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "deal", nullable = false, updatable = false)
    @OrderBy("position")
    private List<Buyer> buyers = new ArrayList<>();

    @Version
    private long version;

    protected Deal() {}

    /// 排号: a numbered interest in a unit that is held for the customer.
    public static Deal open(Opening opening, Instant at) {
        var held = opening.held();
        var deal = new Deal();
        deal.id = Ids.next();
        deal.project = opening.project();
        deal.ticket = opening.ticket();
        deal.progress = new Progress(DealStage.QUEUED, at);
        deal.openedAt = at;
        deal.customer = held.customer();
        deal.consultant = held.consultant();
        deal.hold = held.hold();
        deal.lines.addAll(DealLine.lines(held));
        return deal;
    }

    public TicketIssued ticketIssued() {
        return new TicketIssued(id, project, openedAt, ticket, customer, consultant, unit());
    }

    /// DEP-1: the site manager has confirmed that the unit is free and held for this deal.
    public void confirmUnit(HeldUnit held, String by, Instant at) {
        allowedIf(stage() == DealStage.QUEUED, "DEP-1");
        refuseIf(confirmation != null, DealRefusal.UNIT_ALREADY_CONFIRMED);
        refuseUnless(held.hold().equals(hold) && held.isFor(id), DealRefusal.HOLD_IS_NOT_LIVE);
        confirmation = new Confirmation(by, at);
    }

    /// A deposit that may be taken as the deal stands; only [#mayTake] says so, and only then is it taken.
    public final class AllowedDeposit {
        private final DepositOffer offer;

        private AllowedDeposit(DepositOffer offer) {
            this.offer = offer;
        }

        /// DEP-1: the first money of the deal; the unit is bound to it, and what brought the customer counts from then
        /// on.
        ///
        /// @param by what brought the customer; absent while nobody has told it
        public DepositTaken takeFirst(ClaimedUnit claimed, Booked booked, @Nullable Brought by, Instant at) {
            refuseUnless(claimed.deal().equals(id) && claimed.hold().equals(hold), DealRefusal.HOLD_IS_NOT_LIVE);
            brought = by;
            return take(offer, booked, at);
        }

        /// DEP-2, INV-6: more deposit on a unit that is bound already, while its certificates are valid.
        public DepositTaken topUp(CertifiedUnits certified, Booked booked, Instant at) {
            allowedIf(stage() != DealStage.QUEUED, "DEP-2");
            refuseUnless(certified.cover(units()), DealRefusal.CERTIFICATES_INCOMPLETE);
            return take(offer, booked, at);
        }
    }

    /// DEP-1, DEP-2, DEP-4: whether this deposit may be taken; asked before the unit is claimed, and in the transaction
    /// that takes it.
    public AllowedDeposit mayTake(DepositOffer offer) {
        if (!addsToFullDeposit(offer)) {
            offer.move().from(stage());
            allowedIf(offer.kind() != DepositOffer.Kind.TOP_UP || stage() == DealStage.RESERVED, "DEP-2");
        }
        refuseIfChanging();
        refuseUnless(confirmation != null, DealRefusal.UNIT_NOT_CONFIRMED);
        deposits.mayTake(offer, price());
        return new AllowedDeposit(offer);
    }

    private DepositTaken take(DepositOffer offer, Booked booked, Instant at) {
        if (!addsToFullDeposit(offer)) {
            progress.go(offer.move(), at);
            deposits.keepUntil(offer);
        }
        deposits.take(offer.amount());
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
                booked.account(),
                brought == null ? null : brought.channel(),
                brought == null ? null : brought.broker(),
                brought == null ? null : brought.registration());
    }

    /// DEP-3: the order form promises more than the project's full deposit; its stage and its date stay as they are.
    private boolean addsToFullDeposit(DepositOffer offer) {
        return stage() == DealStage.SUBSCRIBED
                && offer.kind() == DepositOffer.Kind.TOP_UP
                && deposits.outstanding().isPositive();
    }

    /// CON-1
    public void checkBuyer(Buyer buyer, Buyer.Check seen, Sealing sealing, Instant at, String by) {
        allowedIf(stage().isLive() && stage() != DealStage.FILED, "CON-1");
        buyer.check(seen, sealing, by, at);
    }

    /// DEP-3: customer, consultant and site manager have signed these terms.
    public void agree(AgreedTerms terms) {
        agreedPrice = new AgreedPrice(terms.total(), terms.orderForm());
        deposits.agree(terms);
    }

    /// CON-1, CON-2, DEP-3: whether the contract may be signed, but for the certificates, which inventory knows.
    public void maySign() {
        DealMove.SIGN.from(stage());
        refuseIfChanging();
        refuseUnless(confirmation != null, DealRefusal.UNIT_NOT_CONFIRMED);
        refuseUnless(orderForm() != null, DealRefusal.ORDER_FORM_NOT_SIGNED);
        deposits.mustBeAsAgreed();
        refuseUnless(!buyers().isEmpty() && parties().areChecked(), DealRefusal.BUYERS_NOT_CHECKED);
    }

    /// CON-2: the contract is signed; `offset` moves the deposits to the price.
    public ContractSigned sign(SignedPaper paper, CertifiedUnits certified, Booked offset, Instant at) {
        maySign();
        refuseUnless(certified.cover(units()), DealRefusal.CERTIFICATES_INCOMPLETE);
        progress.go(DealMove.SIGN, at);
        deposits.leave();
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

    /// Who buys, and in what shares; takes the place of who was named before.
    public void nameBuyers(List<Buyer> named, Instant at) {
        parties().name(named, at);
    }

    /// COL-1: whether money of the price may come in now.
    public void mayReceive() {
        allowedIf(stage() == DealStage.CONTRACTED || stage() == DealStage.FILED, "COL-1");
        refuseIfChanging();
    }

    /// CON-6: accepted by the housing authority; finally sold.
    public DealFiled file(Registration registration, Instant at) {
        DealMove.FILE.from(stage());
        refuseIfChanging();
        // REN-1, CON-1: nobody is filed who was not checked, also who came in after signing.
        refuseUnless(parties().areChecked(), DealRefusal.BUYERS_NOT_CHECKED);
        progress.go(DealMove.FILE, at);
        return new DealFiled(id, project, at, unit(), registration.number(), registration.filedOn(), terms());
    }

    /// A ticket without money ends: given back, or its hold ran out.
    public TicketReturned returnTicket(String reason, Instant at) {
        allowedIf(stage() == DealStage.QUEUED, "DEP-2");
        end(DealMove.LAPSE, reason, at);
        return new TicketReturned(id, project, at, unit(), reason);
    }

    /// DEP-2: whether a person may let the deal lapse. Nothing lapses by itself, and deposits are forfeited only once
    /// their date is past.
    ///
    /// @return what is forfeited
    public Money mayLapse(boolean forfeit, LocalDate today) {
        allowedIf(stage() != DealStage.QUEUED, "DEP-2");
        DealMove.LAPSE.from(stage());
        refuseIfChanging();
        refuseIf(forfeit && !isOverdue(today), DealRefusal.DEADLINE_NOT_PAST);
        return forfeit ? deposits.taken() : Money.ZERO;
    }

    /// DEP-2: a person lets the deal lapse; `booked` says what becomes of the deposits.
    ///
    /// @param forfeited of the deposits; the rest is owed back
    public DealLapsed lapse(String reason, Money forfeited, Booked booked, Instant at) {
        allowedIf(stage() != DealStage.QUEUED, "DEP-2");
        refuseIfChanging();
        end(DealMove.LAPSE, reason, at);
        deposits.leave();
        return new DealLapsed(id, project, at, unit(), reason, forfeited.amount(), booked.entry());
    }

    /// CUS-3: the record that stands for the one for which the deal was opened.
    public void goOnUnder(UUID standing) {
        var opened = mergedFrom == null ? customer : mergedFrom;
        customer = standing;
        mergedFrom = opened.equals(standing) ? null : opened;
    }

    /// The customer's new consultant goes on with the deal (REC-6, TRK-2).
    public void handOver(String to) {
        consultant = to;
    }

    /// SWP-3: a change waits for signatures from now on; nothing else of consequence is done meanwhile.
    public void openChange(UUID request, String form) {
        refuseIfChanging();
        openChange = new OpenChange(request, form);
    }

    /// The change is done or given up.
    public void closeChange(UUID request) {
        refuseUnless(openChange != null && openChange.request().equals(request), DealRefusal.CHANGE_IS_NOT_OPEN);
        openChange = null;
    }

    /// @throws org.anchang.kit.problem.Refused CHANGE_ALREADY_OPEN, with the form that is
    public void refuseIfChanging() {
        if (openChange != null) {
            throw refuse(DealRefusal.CHANGE_ALREADY_OPEN).with("form", openChange.form());
        }
    }

    /// SWP-3: the deal that goes on with the same buyers, at the same stage, on another unit.
    ///
    /// @throws org.anchang.kit.problem.Refused HOLD_IS_NOT_LIVE if the unit is not held for the successor
    public Deal continuedBy(Succession succession, Approved<?> approved, Instant at) {
        DealMove.SWAP.from(stage());
        var held = succession.unit();
        refuseUnless(held.isFor(succession.deal()), DealRefusal.HOLD_IS_NOT_LIVE);
        var next = new Deal();
        next.id = succession.deal();
        next.project = project;
        next.ticket = succession.ticket();
        next.progress = new Progress(stage(), at);
        next.openedAt = at;
        next.customer = customer;
        next.consultant = consultant;
        next.hold = held.hold();
        next.agreedPrice = new AgreedPrice(succession.total(), null);
        next.deposits = deposits.carriedOver();
        next.confirmation = new Confirmation("approval " + approved.approval(), at);
        next.predecessor = id;
        next.lines.addAll(DealLine.lines(held));
        next.brought = brought;
        buyers().forEach(buyer -> next.buyers.add(buyer.copied()));
        return next;
    }

    /// SWP-2, SWP-3, SWP-4: ends this deal in favour of the next, which has its money.
    public UnitSwapped swapTo(Deal next, Approved<?> approved, Booked carriedOver, Instant at) {
        var full = stage() == DealStage.SUBSCRIBED;
        end(DealMove.SWAP, "UNIT_SWAPPED", at);
        successor = next.id;
        deposits.leave();
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
        deposits.leave();
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
        if (payoutOn != null && today.isBefore(payoutOn) && (whyEarly == null || Names.isUnseen(whyEarly))) {
            throw refuse(DealRefusal.PAYOUT_BEFORE_ITS_DATE).with("payoutOn", payoutOn);
        }
    }

    /// DEP-6: voided by a superior; all that was paid is owed back.
    public DealVoided voidFor(String reason, Approved<?> approved, Booked booked, Instant at) {
        end(DealMove.VOID, reason, at);
        deposits.leave();
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
        allowedIf(stage().isBeforeContract(), "DIS-1");
    }

    /// REN-1
    public void mayBeRenamed() {
        allowedIf(stage().isBeforeFiling(), "REN-1");
    }

    /// LAY-1: as long as the home is the buyer's or kept for the buyer by money.
    public void mayChangeLayout() {
        allowedIf(stage().isLive() && stage() != DealStage.QUEUED, "LAY-1");
    }

    /// DIS-1: another price is agreed to by the office; the form that says so waits for its signatures.
    public DiscountGranted grantDiscount(Money after, Approved<?> approved, Instant at) {
        mayBeDiscounted();
        var before = price();
        agreedPrice = new AgreedPrice(after, null);
        deposits.waitForSignatures();
        return new DiscountGranted(
                id, project, at, approved.request(), approved.approval(), unit(), before.amount(), terms());
    }

    /// REN-1: other buyers, who have to be checked (CON-1) like any others.
    public PurchaserRenamed rename(List<Buyer> named, Approved<?> approved, Instant at) {
        mayBeRenamed();
        nameBuyers(named, at);
        if (stage().isBeforeContract()) {
            waitForSignatures();
        }
        return new PurchaserRenamed(id, project, at, approved.request(), approved.approval(), unit());
    }

    /// DEP-3: no order form counts until the next one has its three signatures.
    private void waitForSignatures() {
        agreedPrice = agreedPrice == null ? null : new AgreedPrice(agreedPrice.total(), null);
        deposits.waitForSignatures();
    }

    private void allowedIf(boolean stageAllows, String rule) {
        progress.allowIf(stageAllows, rule);
    }

    private void end(DealMove move, String reason, Instant at) {
        progress.end(move, reason, at);
        lines().letGo();
    }

    private Buyers parties() {
        return new Buyers(buyers);
    }

    /// What commission needs to know of the deal.
    public Terms terms() {
        var home = home();
        return new Terms(
                customer,
                consultant,
                requireNonNull(home.productType()),
                requireNonNull(home.area()),
                price().amount(),
                home.label());
    }

    /// By the signed order form; before it, by the price list.
    public Money price() {
        return agreedPrice == null ? lines().listSum() : agreedPrice.total();
    }

    /// As agreed; empty before.
    public @Nullable Money total() {
        return agreedPrice == null ? null : agreedPrice.total();
    }

    /// The signed form that counts.
    public @Nullable UUID orderForm() {
        return agreedPrice == null ? null : agreedPrice.orderForm();
    }

    /// DEP-2: the date that has to be kept now: top-up, then signing.
    public @Nullable LocalDate dueOn() {
        return deposits.dueOn(stage());
    }

    /// DEP-2: past its date; it goes on until a person decides.
    public boolean isOverdue(LocalDate today) {
        var due = dueOn();
        return due != null && due.isBefore(today);
    }

    public Deposits deposits() {
        return deposits;
    }

    public DealLines lines() {
        return new DealLines(lines);
    }

    public DealLine home() {
        return lines().home();
    }

    public UUID unit() {
        return lines().unit();
    }

    /// The home and what goes with it (INV-11).
    public List<UUID> units() {
        return lines().units();
    }

    /// Those who buy now.
    public List<Buyer> buyers() {
        return parties().now();
    }

    public boolean isConfirmed() {
        return confirmation != null;
    }

    /// What brought the customer; absent before the first deposit.
    public @Nullable Brought brought() {
        return brought;
    }

    public @Nullable OpenChange openChange() {
        return openChange;
    }

    public DealStage stage() {
        return progress.stage();
    }

    public Instant stageSince() {
        return progress.since();
    }

    /// A word of ours, e.g. `HOLD_EXPIRED`; events tell no more of it (CUS-6).
    public @Nullable String endReason() {
        return progress.endReason();
    }

    /// What the person wrote who let it lapse, sealed.
    public @Nullable String endNote() {
        return progress.endNote();
    }

    public void noteEnd(String written, Sealing sealing) {
        progress.note(sealing.seal(written, endNotePlace()));
    }

    public Place endNotePlace() {
        return new Place("deal", "end_note", id);
    }

    public UUID id() {
        return id;
    }

    public String project() {
        return project;
    }

    public String ticket() {
        return ticket;
    }

    public UUID customer() {
        return customer;
    }

    public String consultant() {
        return consultant;
    }

    public UUID hold() {
        return hold;
    }

    public @Nullable UUID predecessor() {
        return predecessor;
    }

    public @Nullable UUID successor() {
        return successor;
    }

    /// RFD-1: the day on which finance pays out what a refund owes; empty where nothing was agreed: at once.
    public @Nullable LocalDate payoutOn() {
        return payoutOn;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public long version() {
        return version;
    }
}
