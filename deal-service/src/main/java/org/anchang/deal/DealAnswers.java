package org.anchang.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.Action;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.money.Money;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// A deal as it is answered. Answers to commands never show who the buyers are, because they are kept for a
/// repeated
/// command; reading does, to those who may know (SEC-1, CUS-6).
@ApplicationScoped
public class DealAnswers {
    /// @param fullDeposit the usual full deposit of the project (DEP-2)
    /// @param dueOn       top-up date, then signing date
    /// @param overdue     past `dueOn`; nothing happens by itself (DEP-2)
    public record Answer(
            UUID id,
            String project,
            String ticket,
            DealStage stage,
            Instant stageSince,
            UUID customer,
            String consultant,
            List<Party> buyers,
            List<Line> lines,
            UUID hold,
            @Nullable Money total,
            Money price,
            Money depositTotal,
            Money fullDeposit,
            boolean unitConfirmed,
            @Nullable Form orderForm,
            @Nullable SignedContract contract,
            @Nullable OpenChange openChange,
            @Nullable UUID predecessor,
            @Nullable UUID successor,
            @Nullable String endReason,
            @Nullable LocalDate topUpBy,
            @Nullable LocalDate signBy,
            @Nullable LocalDate dueOn,
            boolean overdue,
            Instant openedAt,
            long version,
            List<Action> actions) {}

    public record Party(
            UUID id,
            int index,
            String name,
            String idType,
            String idNumber,
            @Nullable String phone,
            BigDecimal share,
            boolean main,
            boolean checked,
            @Nullable String qualification) {}

    public record Line(
            DealLine.Kind kind,
            @Nullable UUID unit,
            String label,
            @Nullable String building,
            @Nullable String productType,
            @Nullable BigDecimal area,
            @Nullable BigDecimal interiorArea,
            @Nullable String areaKind,
            @Nullable String priceBasis,
            @Nullable Money unitPrice,
            Money listTotal) {}

    public record Form(UUID id, int version, String state, Money unitPrice, Money discount, Money total) {}

    public record SignedContract(
            UUID id, String number, String scheme, LocalDate signedOn, LocalDate fileBy, boolean filingOverdue) {}

    public record OpenChange(UUID id, String form) {}

    @Inject
    Session database;

    @Inject
    DealActions actions;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @Inject
    Settings settings;

    @Inject
    Sealing sealing;

    @Inject
    Looks looks;

    /// The answer to a command.
    public Answer of(Deal deal) {
        return answer(deal, false);
    }

    /// The answer to a question: buyers in full for the deal's consultant and the site manager, which is kept as a
    /// look (CUS-6).
    public Answer inFull(Deal deal) {
        var own = caller.name().equals(deal.consultant());
        var open = own || caller.holds(Role.SITE_MANAGER);
        if (open && !deal.buyers().isEmpty()) {
            var right = own ? Looks.Right.OWNER : Looks.Right.SITE_MANAGER;
            looks.keep(new Looks.At("deal", deal.id(), deal.project(), right));
        }
        return answer(deal, open);
    }

    /// The buyers, masked unless `open`.
    public List<Party> parties(Deal deal, boolean open) {
        return deal.buyers().stream().map(buyer -> party(buyer, open)).toList();
    }

    private Answer answer(Deal deal, boolean open) {
        database.flush();
        var today = clock.today();
        return new Answer(
                deal.id(),
                deal.project(),
                deal.ticket(),
                deal.stage(),
                deal.stageSince(),
                deal.customer(),
                deal.consultant(),
                parties(deal, open),
                deal.lines().stream().map(DealAnswers::line).toList(),
                deal.hold(),
                deal.total(),
                deal.price(),
                deal.depositTotal(),
                new Money(settings.decimal(deal.project(), DealSetting.FULL_DEPOSIT)),
                deal.isConfirmed(),
                orderForm(deal.id()),
                contract(deal, today),
                deal.openChange() == null ? null : new OpenChange(deal.openChange(), deal.openChangeForm()),
                deal.predecessor(),
                deal.successor(),
                deal.endReason(),
                deal.topUpBy(),
                deal.signBy(),
                deal.dueOn(),
                deal.isOverdue(today),
                deal.openedAt(),
                deal.version(),
                actions.of(deal));
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
                line.area(),
                line.interiorArea(),
                line.areaKind(),
                line.priceBasis(),
                line.unitPrice(),
                line.listTotal());
    }

    private @Nullable Form orderForm(UUID deal) {
        return database.createNativeQuery("""
                        SELECT id, number, state, unit_price, discount, total FROM order_form
                        WHERE deal = ?1 AND state <> 'VOIDED'""", Object[].class).setParameter(1, deal).getResultList().stream()
                .findFirst()
                .map(row -> new Form(
                        (UUID) row[0],
                        ((Number) row[1]).intValue(),
                        (String) row[2],
                        new Money((BigDecimal) row[3]),
                        new Money((BigDecimal) row[4]),
                        new Money((BigDecimal) row[5])))
                .orElse(null);
    }

    private @Nullable SignedContract contract(Deal deal, LocalDate today) {
        return database.createNativeQuery("""
                        SELECT id, number, scheme, signed_on, file_by FROM contract
                        WHERE deal = ?1 AND ended_at IS NULL""", Object[].class).setParameter(1, deal.id()).getResultList().stream()
                .findFirst()
                .map(row -> new SignedContract(
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        date(row[3]),
                        date(row[4]),
                        deal.stage() == DealStage.CONTRACTED && date(row[4]).isBefore(today)))
                .orElse(null);
    }

    private static LocalDate date(Object column) {
        return switch (column) {
            case LocalDate date -> date;
            case java.sql.Date date -> date.toLocalDate();
            default -> throw new IllegalStateException("not a date: " + column.getClass());
        };
    }
}
