package org.anchang.deal.contract;

import static org.anchang.kit.problem.Refused.refuse;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.payment.PaymentSchedule;
import org.anchang.deal.payment.PaymentSchedule.Due;
import org.anchang.kit.money.AtLeast;
import org.anchang.kit.money.Money;
import org.anchang.kit.name.Names;
import org.anchang.kit.problem.Rule;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// CON-3: how the price is paid. The deposits already paid count towards what falls due first.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PaymentScheme.LumpSum.class, name = "LUMP_SUM"),
    @JsonSubTypes.Type(value = PaymentScheme.Mortgage.class, name = "MORTGAGE"),
    @JsonSubTypes.Type(value = PaymentScheme.Instalments.class, name = "INSTALMENTS")
})
@Schema(
        oneOf = {PaymentScheme.LumpSum.class, PaymentScheme.Mortgage.class, PaymentScheme.Instalments.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "LUMP_SUM", schema = PaymentScheme.LumpSum.class),
            @DiscriminatorMapping(value = "MORTGAGE", schema = PaymentScheme.Mortgage.class),
            @DiscriminatorMapping(value = "INSTALMENTS", schema = PaymentScheme.Instalments.class)
        })
public sealed interface PaymentScheme {
    /// 一次性付款: the whole price by one date.
    record LumpSum(@NotNull LocalDate payBy) implements PaymentScheme {}

    /// 按揭: a down payment, and the rest by the bank.
    record Mortgage(
            @NotNull @AtLeast("0.01") Money downPayment,
            @NotNull LocalDate downPaymentBy,
            @NotNull @AtLeast("0.01") Money loanAmount,
            @NotBlank @Size(max = 100) String bank,
            @NotNull @Size(max = 50) List<@Valid @NotNull WantedDocument> documents)
            implements PaymentScheme {
        /// @throws org.anchang.kit.problem.Refused DOCUMENT_STANDS_TWICE
        void mustListEachDocumentOnce() {
            var names = new HashSet<String>();
            for (var index = 0; index < documents.size(); index++) {
                var name = documents.get(index).name();
                if (!names.add(Names.key(name))) {
                    throw refuse(DealRefusal.DOCUMENT_STANDS_TWICE)
                            .with("field", "scheme.documents[" + index + "].name")
                            .with("document", name);
                }
            }
        }
    }

    /// 分期付款
    record Instalments(@NotEmpty @Size(max = 100) List<@Valid @NotNull Instalment> lines) implements PaymentScheme {}

    /// A document that the bank wants, with its deadline.
    record WantedDocument(
            @NotBlank @Size(max = 100) String name,
            @Nullable LocalDate dueOn) {}

    record Instalment(
            @NotBlank @Size(max = 100) String label,
            @NotNull LocalDate dueOn,
            @NotNull @AtLeast("0.01") Money amount) {}

    /// What falls due when: it adds up to the price, and nothing is due before there is a contract; a down payment on
    /// the signing day or by the agreed date.
    ///
    /// @param loanDays from the loan's approval until its money is due
    /// @throws org.anchang.kit.problem.Refused DOCUMENT_STANDS_TWICE, SCHEDULE_DOES_NOT_ADD_UP, DATE_IS_PAST
    default List<Due> agreed(Money price, int loanDays, LocalDate signing) {
        if (this instanceof Mortgage mortgage) {
            mortgage.mustListEachDocumentOnce();
        }
        var dues = dues(price, loanDays);
        mustAddUp(dues, price);
        mustFallDueAfter(signing, dues);
        return dues;
    }

    private List<Due> dues(Money price, int loanDays) {
        return switch (this) {
            case LumpSum(var payBy) -> List.of(Due.on(payBy, "PRICE", price));
            case Mortgage mortgage ->
                List.of(
                        Due.on(mortgage.downPaymentBy(), "DOWN_PAYMENT", mortgage.downPayment()),
                        new Due(PaymentSchedule.LOAN, null, "LOAN_APPROVED", loanDays, mortgage.loanAmount()));
            case Instalments(var lines) ->
                lines.stream()
                        .map(line -> Due.on(line.dueOn(), line.label(), line.amount()))
                        .toList();
        };
    }

    private static void mustAddUp(List<Due> dues, Money price) {
        var sum = Money.sum(dues.stream().map(Due::amount).toList());
        if (!sum.equals(price)) {
            throw refuse(DealRefusal.SCHEDULE_DOES_NOT_ADD_UP)
                    .with("expected", price)
                    .with("sum", sum);
        }
    }

    private static void mustFallDueAfter(LocalDate signing, List<Due> dues) {
        if (dues.stream().map(Due::on).filter(Objects::nonNull).anyMatch(day -> day.isBefore(signing))) {
            throw refuse(DealRefusal.DATE_IS_PAST).with("rule", Rule.CON_3.id()).with("earliest", signing);
        }
    }

    default String type() {
        return switch (this) {
            case LumpSum _ -> "LUMP_SUM";
            case Mortgage _ -> "MORTGAGE";
            case Instalments _ -> "INSTALMENTS";
        };
    }
}
