package org.anchang.deal.deposit.orderform;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.DepositCap;
import org.anchang.deal.evidence.AgreedTerms;
import org.anchang.events.DealEvent.OrderFormSigned;
import org.anchang.events.DealEvent.OrderFormVoided;
import org.anchang.events.DealEvent.Terms;
import org.anchang.kit.Ids;
import org.anchang.kit.money.Money;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// DEP-3: 定单. Checked as a whole when it is drawn, immutable once signed; a change is a new form.
@Entity
public class OrderForm {
    public enum OrderFormState {
        DRAFT,
        SIGNED,
        VOIDED,
        /// Taken back at signing of the contract (CON-2)
        TAKEN_BACK
    }

    /// Who signs.
    public enum Signer {
        CUSTOMER,
        CONSULTANT,
        SITE_MANAGER
    }

    /// The steps of a discount, in the order in which they are printed and applied.
    public enum DiscountKind {
        PAYMENT_METHOD,
        CAMPAIGN,
        SPECIAL,
        ROUNDING
    }

    /// 付款方式: how the buyer means to pay; the contract settles it (CON-3).
    public enum PayingBy {
        LUMP_SUM,
        MORTGAGE,
        INSTALMENTS
    }

    /// A tax or fee with its due time.
    public record Fee(String label, Money amount, @Nullable LocalDate dueOn) {}

    public record DiscountStep(DiscountKind kind, Money amount) {}

    /// The figures of a form.
    @Embeddable
    public record Figures(Money unitPrice, Money discount, Money total, Money deposit) {
        /// DEP-3: a discount is not below zero, and leaves something of the price.
        ///
        /// @throws org.anchang.kit.problem.Refused DISCOUNT_OUT_OF_RANGE
        public void mustLeaveAPrice() {
            if (discount.isNegative() || !total.isPositive()) {
                throw refuse(DealRefusal.DISCOUNT_OUT_OF_RANGE).with("priced", total.plus(discount));
            }
        }
    }

    /// DEP-3, INV-11: what a form comes to: area × unit price + what is attached at its own price − discount.
    ///
    /// @param home what the home costs by its unit price
    public record Reckoning(Money home, Money attached, Money discount) {
        static Reckoning of(Deal deal, Money unitPrice, Money discount) {
            return new Reckoning(
                    unitPrice.times(deal.home().pricedArea()), deal.lines().attachedTotal(), discount);
        }

        public Money total() {
            return home.plus(attached).minus(discount);
        }
    }

    /// Everything that is written on a form; discounts in the order of their kinds.
    @Embeddable
    public record Content(
            @Embedded Figures figures,
            @Nullable LocalDate topUpBy,
            LocalDate signBy,
            @JdbcTypeCode(SqlTypes.JSON) List<Fee> taxesAndFees,
            @JdbcTypeCode(SqlTypes.JSON) List<DiscountStep> discountStack,
            @Enumerated(EnumType.STRING) @Nullable PayingBy payingBy) {
        public Content {
            taxesAndFees = List.copyOf(taxesAndFees);
            discountStack = discountStack.stream()
                    .sorted(Comparator.comparing(DiscountStep::kind))
                    .toList();
        }
    }

    public record Signature(Signer signedAs, String recordedBy, Instant signedAt) {}

    /// A signature as it is kept, under its signer.
    @Embeddable
    record SignedBy(String recordedBy, Instant signedAt) {}

    @Id
    private UUID id;

    private UUID deal;
    private String project;
    private int number;

    @Enumerated(EnumType.STRING)
    private OrderFormState state;

    private UUID unit;
    private BigDecimal area;
    private String priceBasis;
    private Money attachedTotal;

    @Embedded
    private Content content;

    private String drawnBy;
    private Instant drawnAt;
    private @Nullable Instant endedAt;
    private @Nullable String endReason;

    @Version
    private long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "order_form_signature", joinColumns = @JoinColumn(name = "order_form"))
    @MapKeyColumn(name = "signed_as")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<Signer, SignedBy> signatures = new EnumMap<>(Signer.class);

    protected OrderForm() {}

    /// DEP-3, DEP-4, INV-11: area × unit price + what is attached at its own price − discount = total to the cent; the
    /// deposit within the cap.
    ///
    /// @param number the first form of the deal, the second …
    public static OrderForm drawn(Deal deal, int number, Content content, BigDecimal capPercent) {
        var home = deal.home();
        mustBePossible(deal, content, capPercent);
        var form = new OrderForm();
        form.id = Ids.next();
        form.deal = deal.id();
        form.project = deal.project();
        form.number = number;
        form.state = OrderFormState.DRAFT;
        form.unit = deal.unit();
        form.area = home.shownArea();
        form.priceBasis = home.basis();
        form.attachedTotal = deal.lines().attachedTotal();
        form.content = content;
        return form;
    }

    /// DEP-3, DEP-4: as [#drawn], of which this is every rule.
    static void mustBePossible(Deal deal, Content content, BigDecimal capPercent) {
        var figures = content.figures();
        var home = deal.home();
        var reckoned = Reckoning.of(deal, figures.unitPrice(), figures.discount());
        if (!reckoned.total().equals(figures.total())) {
            throw refuse(DealRefusal.TOTAL_DOES_NOT_ADD_UP)
                    .with("basis", home.basis())
                    .with("area", home.pricedArea())
                    .with("attachedTotal", reckoned.attached())
                    .with("expected", reckoned.total());
        }
        home.mustNotCostMoreThanListed(figures.unitPrice());
        figures.mustLeaveAPrice();
        var stack = content.discountStack().stream().map(DiscountStep::amount).toList();
        refuseUnless(
                stack.isEmpty() || Money.sum(stack).equals(figures.discount()),
                DealRefusal.DISCOUNT_STACK_DOES_NOT_ADD_UP);
        new DepositCap(figures.total(), capPercent, deal.deposits().taken()).mustCover(figures.deposit());
    }

    public OrderForm by(String person, Instant at) {
        drawnBy = person;
        drawnAt = at;
        return this;
    }

    /// Records one of the three signatures; with the last one the terms are agreed.
    ///
    /// @return the event, once all have signed
    public Optional<OrderFormSigned> sign(Deal ofDeal, Signature signature) {
        refuseIf(state == OrderFormState.SIGNED, DealRefusal.ORDER_FORM_IS_SIGNED);
        refuseUnless(state == OrderFormState.DRAFT, DealRefusal.ORDER_FORM_HAS_ENDED);
        ofDeal.refuseIfChanging();
        refuseIf(signatures.containsKey(signature.signedAs()), DealRefusal.ALREADY_SIGNED);
        signatures.put(signature.signedAs(), new SignedBy(signature.recordedBy(), signature.signedAt()));
        if (signatures.size() < Signer.values().length) {
            return Optional.empty();
        }
        state = OrderFormState.SIGNED;
        var figures = content.figures();
        ofDeal.agree(new AgreedTerms(id, figures.total(), figures.deposit(), content.topUpBy(), content.signBy()));
        return Optional.of(signed(ofDeal.terms(), signature.signedAt()));
    }

    private OrderFormSigned signed(Terms terms, Instant at) {
        var figures = content.figures();
        return new OrderFormSigned(
                deal,
                project,
                at,
                id,
                number,
                unit,
                figures.unitPrice().amount(),
                figures.discount().amount(),
                terms);
    }

    /// DEP-6: voided by a superior, or replaced; it stays with the reason.
    public OrderFormVoided voided(String reason, Instant at) {
        end(OrderFormState.VOIDED, reason, at);
        return new OrderFormVoided(deal, project, at, id, number, reason);
    }

    /// CON-2
    public void takenBack(Instant at) {
        refuseUnless(state == OrderFormState.SIGNED, DealRefusal.ORDER_FORM_NOT_SIGNED);
        end(OrderFormState.TAKEN_BACK, "CONTRACT_SIGNED", at);
    }

    private void end(OrderFormState end, String reason, Instant at) {
        refuseUnless(state == OrderFormState.DRAFT || state == OrderFormState.SIGNED, DealRefusal.ORDER_FORM_HAS_ENDED);
        state = end;
        endReason = reason;
        endedAt = at;
    }

    public UUID id() {
        return id;
    }

    public UUID deal() {
        return deal;
    }

    public int number() {
        return number;
    }

    public OrderFormState state() {
        return state;
    }

    public UUID unit() {
        return unit;
    }

    public BigDecimal area() {
        return area;
    }

    /// What the unit price is the price of (INV-10).
    public String priceBasis() {
        return priceBasis;
    }

    public Money attachedTotal() {
        return attachedTotal;
    }

    public Content content() {
        return content;
    }

    public List<Signature> signatures() {
        return signatures.entrySet().stream()
                .map(given -> new Signature(
                        given.getKey(),
                        given.getValue().recordedBy(),
                        given.getValue().signedAt()))
                .sorted(Comparator.comparing(Signature::signedAs))
                .toList();
    }

    public Instant drawnAt() {
        return drawnAt;
    }

    public @Nullable String endReason() {
        return endReason;
    }
}
