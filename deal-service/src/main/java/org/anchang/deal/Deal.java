package org.anchang.deal;

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
import org.anchang.deal.evidence.CertifiedUnits;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.events.DealEvent.DiscountGranted;
import org.anchang.events.DealEvent.PurchaserRenamed;
import org.anchang.events.DealEvent.Terms;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.events.DealEvent.TicketReturned;
import org.anchang.kit.Ids;
import org.anchang.kit.money.Money;
import org.anchang.kit.problem.Rule;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// One buyer's way to one home. A verb per rule: refusals first, the event last. What belongs together is a part that
/// keeps its own rules: [Progress], [Deposits], [Buyers], [DealLines], the agreed price, [OpenChange]; and what comes
/// of it: [AllowedDeposit], [AllowedContract], [Succession], [Ending].
@Entity
public class Deal {
    /// What a ticket is issued on.
    public record Opening(String project, String ticket, HeldUnit held) {}

    /// What the housing authority answered.
    public record Registration(String number, LocalDate filedOn) {}

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
    private List<LineOfDeal> lines = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "deal", nullable = false, updatable = false)
    @OrderBy("position")
    private List<Buyer> buyers = new ArrayList<>();

    @Version
    private long version;

    protected Deal() {}

    /// 排号: a numbered interest in a unit that is held for the customer.
    public static Deal open(Opening opening, Instant at) {
        return new Deal(
                Ids.next(), opening.project(), opening.ticket(), opening.held(), new Progress(DealStage.QUEUED, at));
    }

    private Deal(UUID id, String project, String ticket, HeldUnit held, Progress progress) {
        this.id = id;
        this.project = project;
        this.ticket = ticket;
        this.customer = held.customer();
        this.consultant = held.consultant();
        this.hold = held.hold();
        this.openedAt = progress.since();
        this.progress = progress;
        DealLine.lines(held).forEach(line -> lines.add(new LineOfDeal(lines.size() + 1, line)));
    }

    /// SWP-3: goes on from `before`, with its buyers, at its stage.
    Deal(Deal before, Succession next, Confirmation confirmed, Instant at) {
        this(next.deal(), before.project, next.ticket(), next.unit(), new Progress(before.stage(), at));
        customer = before.customer;
        consultant = before.consultant;
        agreedPrice = new AgreedPrice(next.total(), null);
        deposits = before.deposits.carriedOver();
        confirmation = confirmed;
        predecessor = before.id;
        brought = before.brought;
        before.buyers().forEach(buyer -> buyers.add(buyer.copied()));
    }

    public TicketIssued ticketIssued() {
        return new TicketIssued(id, project, openedAt, ticket, customer, consultant, unit());
    }

    /// DEP-1: the site manager has confirmed that the unit is free and held for this deal.
    public void confirmUnit(HeldUnit held, String by, Instant at) {
        stage().allowIf(stage() == DealStage.QUEUED, Rule.DEP_1);
        refuseIf(confirmation != null, DealRefusal.UNIT_ALREADY_CONFIRMED);
        refuseUnless(held.hold().equals(hold) && held.isFor(id), DealRefusal.HOLD_IS_NOT_LIVE);
        confirmation = new Confirmation(by, at);
    }

    /// DEP-1, DEP-2, DEP-4: whether this deposit may be taken; asked before the unit is claimed, and in the transaction
    /// that takes it.
    public AllowedDeposit mayTake(DepositOffer offer) {
        return AllowedDeposit.of(this, offer);
    }

    void broughtBy(@Nullable Brought by) {
        brought = by;
    }

    /// DEP-3: whether an order form may be drawn up: while nothing is signed for good.
    public void mayDraw() {
        stage().allowIf(stage() == DealStage.QUEUED || stage().isBeforeContract(), Rule.DEP_3);
        refuseIfChanging();
    }

    /// CON-1
    public void checkBuyer(Buyer buyer, Buyer.Check seen, Sealing sealing, Instant at, String by) {
        stage().allowIf(stage().isLive() && stage() != DealStage.FILED, Rule.CON_1);
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
        agreed().mustBeSigned();
        deposits.mustBeAsAgreed();
        refuseUnless(!buyers().isEmpty() && parties().areChecked(), DealRefusal.BUYERS_NOT_CHECKED);
    }

    /// CON-1: the same with the certificates.
    public AllowedContract maySign(CertifiedUnits certified) {
        maySign();
        refuseUnless(certified.cover(units()), DealRefusal.CERTIFICATES_INCOMPLETE);
        return new AllowedContract(this);
    }

    /// Who buys, and in what shares; takes the place of who was named before.
    public void nameBuyers(List<Buyer> named, Instant at) {
        parties().name(named, at);
    }

    /// COL-1: whether money of the price may come in now.
    public void mayReceive() {
        stage().allowIf(stage() == DealStage.CONTRACTED || stage() == DealStage.FILED, Rule.COL_1);
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
        stage().allowIf(stage() == DealStage.QUEUED, Rule.DEP_2);
        progress.end(DealMove.LAPSE, reason, at);
        lines.forEach(LineOfDeal::letGo);
        return new TicketReturned(id, project, at, unit(), reason);
    }

    /// DEP-2, DEP-6, RFD-2: how it ends with its money settled.
    public Ending ending() {
        return new Ending(this);
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

    /// SWP-3: whether a change of this kind may be asked for.
    public void mayChange(ChangeKind kind) {
        kind.mustBePossibleAt(stage());
        refuseIfChanging();
    }

    /// A change waits for signatures from now on.
    public void openChange(UUID request, ChangeKind kind) {
        mayChange(kind);
        openChange = new OpenChange(request, kind);
    }

    /// The change is done or given up.
    public void closeChange(UUID request) {
        OpenChange.mustBe(openChange, request);
        openChange = null;
    }

    /// @throws org.anchang.kit.problem.Refused CHANGE_ALREADY_OPEN, with the form that is
    public void refuseIfChanging() {
        OpenChange.mustBeNone(openChange);
    }

    void succeededBy(Deal next) {
        successor = next.id;
    }

    /// DIS-1: another price is agreed to by the office; the form that says so waits for its signatures.
    public DiscountGranted grantDiscount(Money after, Approved<?> approved, Instant at) {
        ChangeKind.DISCOUNT.mustBePossibleAt(stage());
        var before = price();
        agreedPrice = new AgreedPrice(after, null);
        deposits.waitForSignatures();
        return new DiscountGranted(
                id, project, at, approved.request(), approved.approval(), unit(), before.amount(), terms());
    }

    /// REN-1: other buyers, who have to be checked (CON-1) like any others.
    public PurchaserRenamed rename(List<Buyer> named, Approved<?> approved, Instant at) {
        ChangeKind.RENAME.mustBePossibleAt(stage());
        nameBuyers(named, at);
        if (stage().isBeforeContract()) {
            waitForSignatures();
        }
        return new PurchaserRenamed(id, project, at, approved.request(), approved.approval(), unit());
    }

    /// DEP-3: no order form counts until the next one has its three signatures.
    private void waitForSignatures() {
        agreedPrice = agreed().waiting();
        deposits.waitForSignatures();
    }

    /// The units may be somebody else's now, and the deposits go their way.
    void end(DealMove move, String reason, Instant at) {
        progress.end(move, reason, at);
        lines.forEach(LineOfDeal::letGo);
        deposits.leave();
    }

    public AgreedPrice agreed() {
        return AgreedPrice.of(agreedPrice);
    }

    private Buyers parties() {
        return new Buyers(buyers);
    }

    /// What commission needs to know of the deal.
    public Terms terms() {
        return home().terms(customer, consultant, price());
    }

    /// By the signed order form; before it, by the price list.
    public Money price() {
        return agreed().orBy(lines());
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
        return new DealLines(lines.stream().map(LineOfDeal::line).toList());
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

    public Progress progress() {
        return progress;
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

    public Instant openedAt() {
        return openedAt;
    }

    public long version() {
        return version;
    }
}
