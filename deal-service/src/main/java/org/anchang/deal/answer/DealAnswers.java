package org.anchang.deal.answer;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Buyer;
import org.anchang.deal.Deal;
import org.anchang.deal.DealLine;
import org.anchang.deal.DealLine.DealLineKind;
import org.anchang.deal.DealSetting;
import org.anchang.deal.DealStage;
import org.anchang.events.ProductType;
import org.anchang.kit.Action;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identification.PaperType;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.people.People;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A deal as it is answered. Answers to commands never show who the buyers are, because they are kept for a
/// repeated command; reading does, to those who may know (SEC-1, CUS-6).
@ApplicationScoped
public class DealAnswers {
    /// @param customerName       masked; absent of one of whom customer-service told before it told names
    /// @param fullDeposit        the usual full deposit of the project (DEP-2)
    /// @param depositOutstanding what the signed order form promises beyond what was taken (DEP-3)
    /// @param endNote            what the person wrote who let it lapse, for its consultant and the site
    ///                           manager (CUS-6)
    /// @param payable            what is owed back and not paid out yet (RFD-2)
    /// @param payoutOn           when finance pays it out (RFD-1)
    /// @param dueOn              top-up date, then signing date
    /// @param overdue            past `dueOn`; nothing happens by itself (DEP-2)
    /// @param channel            by which the customer came; absent before the first deposit, like the next
    /// @param broker             who of a partner brought them
    /// @param registration       the partner's registration of them (报备)
    @Schema(name = "Deal")
    public record Answer(
            UUID id,
            String project,
            String ticket,
            DealStage stage,
            Instant stageSince,
            UUID customer,
            @Nullable String customerName,
            String consultant,
            List<Party> buyers,
            List<Line> lines,
            UUID hold,
            @Nullable Money total,
            Money price,
            Money depositTotal,
            Money fullDeposit,
            Money depositOutstanding,
            boolean unitConfirmed,
            @Nullable Form orderForm,
            @Nullable SignedContract contract,
            @Nullable OpenChange openChange,
            @Nullable UUID predecessor,
            @Nullable UUID successor,
            @Nullable String endReason,
            @Nullable String endNote,
            @Nullable Money payable,
            @Nullable LocalDate payoutOn,
            @Nullable LocalDate topUpBy,
            @Nullable LocalDate signBy,
            @Nullable LocalDate dueOn,
            boolean overdue,
            @Nullable String channel,
            @Nullable String broker,
            @Nullable String registration,
            Instant openedAt,
            long version,
            List<Action> actions) {}

    public record Party(
            UUID id,
            int index,
            String name,
            PaperType idType,
            String idNumber,
            @Nullable String phone,
            BigDecimal share,
            boolean main,
            boolean checked,
            @Nullable String qualification) {}

    @Schema(name = "DealLine")
    public record Line(
            DealLineKind kind,
            @Nullable UUID unit,
            String label,
            @Nullable String building,

            @Schema(implementation = ProductType.class) @Nullable
            String productType,

            @Nullable String layout,
            @Nullable BigDecimal area,
            @Nullable BigDecimal interiorArea,

            @Schema(enumeration = {"ESTIMATE", "PRE_SALE_SURVEY", "AS_BUILT"}) @Nullable
            String areaKind,

            @Schema(enumeration = {"BUILDING_AREA", "INTERIOR_AREA", "WHOLE_UNIT"}) @Nullable
            String priceBasis,

            @Nullable Money unitPrice,
            Money listTotal) {}

    public record Form(
            UUID id,
            int version,

            @Schema(enumeration = {"DRAFT", "SIGNED", "VOIDED", "TAKEN_BACK"})
            String state,

            Money unitPrice,
            Money discount,
            Money total) {}

    public record SignedContract(
            UUID id,
            String number,

            @Schema(enumeration = {"LUMP_SUM", "MORTGAGE", "INSTALMENTS"})
            String scheme,

            LocalDate signedOn,
            LocalDate fileBy,
            boolean filingOverdue) {}

    public record OpenChange(
            UUID id,

            @Schema(enumeration = {"SWAP", "REFUND", "RENAME", "DISCOUNT", "LAYOUT_CHANGE", "VOID"})
            String form) {}

    @Inject
    Keepers keepers;

    @Inject
    DealActions actions;

    @Inject
    People people;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @Inject
    Settings settings;

    @Inject
    Sealing sealing;

    @Inject
    Texts texts;

    @Inject
    Looks looks;

    /// The answer to a command.
    public Answer of(Deal deal) {
        return answers(List.of(deal), false).getFirst();
    }

    /// The answer to a question: buyers in full for the deal's consultant and the site manager, which is kept as a
    /// look (CUS-6).
    public Answer inFull(Deal deal) {
        var own = caller.name().equals(deal.consultant());
        var open = own || caller.holds(deal.project(), Role.SITE_MANAGER);
        if (open && !deal.buyers().isEmpty()) {
            var right = own ? Looks.Right.OWNER : Looks.Right.SITE_MANAGER;
            looks.keep(new Looks.At("deal", deal.id(), deal.project(), right));
        }
        return answers(List.of(deal), open).getFirst();
    }

    /// The same of several, in as many statements as one deal takes.
    List<Answer> of(List<Deal> deals) {
        return answers(deals, false);
    }

    /// A list of deals, in as many statements as one deal takes.
    Page<Answer> of(Page<Deal> page) {
        return new Page<>(answers(page.items(), false), page.next());
    }

    /// The buyers, masked unless `open`.
    public List<Party> parties(Deal deal, boolean open) {
        return deal.buyers().stream().map(buyer -> party(buyer, open)).toList();
    }

    private List<Answer> answers(List<Deal> deals, boolean open) {
        var standing = keepers.of(deals);
        var fullDeposits = new HashMap<String, Money>();
        var names = people.names(deals.stream().map(Deal::customer).toList());
        return deals.stream()
                .map(deal -> answer(
                        deal,
                        requireNonNull(standing.get(deal.id())),
                        fullDeposits.computeIfAbsent(deal.project(), this::fullDeposit),
                        names.get(deal.customer()),
                        open))
                .toList();
    }

    private Money fullDeposit(String project) {
        return settings.money(project, DealSetting.FULL_DEPOSIT);
    }

    private Answer answer(Deal deal, AllKept standing, Money fullDeposit, @Nullable String customerName, boolean open) {
        var today = clock.today();
        var brought = deal.brought();
        var progress = deal.progress();
        return new Answer(
                deal.id(),
                deal.project(),
                deal.ticket(),
                deal.stage(),
                progress.since(),
                deal.customer(),
                customerName,
                deal.consultant(),
                parties(deal, open),
                deal.lines().all().stream().map(DealAnswers::line).toList(),
                deal.hold(),
                deal.agreed().total(),
                deal.price(),
                deal.deposits().taken(),
                fullDeposit,
                deal.deposits().outstanding(),
                deal.isConfirmed(),
                form(standing.form()),
                contract(standing.contract(), deal, today),
                openChange(deal),
                deal.predecessor(),
                deal.successor(),
                progress.endReason(),
                texts.open(deal.project(), progress.endNote(), deal.ending().notePlace()),
                standing.payable().isPositive() ? standing.payable() : null,
                progress.payoutOn(),
                deal.deposits().topUpBy(),
                deal.deposits().signBy(),
                deal.dueOn(),
                deal.isOverdue(today),
                brought == null ? null : brought.channel(),
                brought == null ? null : brought.broker(),
                brought == null ? null : brought.registration(),
                deal.openedAt(),
                deal.version(),
                actions.of(deal, standing));
    }

    private static @Nullable OpenChange openChange(Deal deal) {
        var open = deal.openChange();
        return open == null ? null : new OpenChange(open.request(), open.form().name());
    }

    private Party party(Buyer buyer, boolean open) {
        var identity = buyer.identity(sealing, open);
        return new Party(
                buyer.id(),
                buyer.position(),
                identity.name(),
                buyer.idType(),
                identity.idNumber(),
                identity.phone(),
                buyer.share(),
                buyer.isMain(),
                buyer.isChecked(),
                buyer.qualification());
    }

    private static Line line(DealLine line) {
        return new Line(
                line.kind(),
                line.unit(),
                line.label(),
                line.building(),
                line.productType(),
                line.layout(),
                line.area(),
                line.interiorArea(),
                line.areaKind(),
                line.priceBasis(),
                line.unitPrice(),
                line.listTotal());
    }

    private static @Nullable Form form(Kept.@Nullable Form form) {
        return form == null
                ? null
                : new Form(form.id(), form.number(), form.state(), form.unitPrice(), form.discount(), form.total());
    }

    private static @Nullable SignedContract contract(Kept.@Nullable Contract contract, Deal deal, LocalDate today) {
        return contract == null
                ? null
                : new SignedContract(
                        contract.id(),
                        contract.number(),
                        contract.scheme(),
                        contract.signedOn(),
                        contract.fileBy(),
                        deal.stage() == DealStage.CONTRACTED
                                && contract.fileBy().isBefore(today));
    }
}
