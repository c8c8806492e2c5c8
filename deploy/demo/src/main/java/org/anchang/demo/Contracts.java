package org.anchang.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// How a price is paid, as contracts say it.
final class Contracts {
    static final List<String> MORTGAGE_DOCUMENTS = List.of("收入证明", "征信报告", "户口簿");
    private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

    private Contracts() {}

    static Map<String, Object> lumpSum(LocalDate signedOn) {
        return Map.of("type", "LUMP_SUM", "payBy", signedOn.plusDays(15).toString());
    }

    /// @param loan in whole ten thousands
    static Map<String, Object> mortgage(LocalDate signedOn, BigDecimal total, BigDecimal loan) {
        return Map.of(
                "type", "MORTGAGE",
                "downPayment", total.subtract(loan).toPlainString(),
                "downPaymentBy", signedOn.plusDays(7).toString(),
                "loanAmount", loan.toPlainString(),
                "bank", "建设银行洛阳分行",
                "documents",
                        MORTGAGE_DOCUMENTS.stream()
                                .map(name -> Map.of(
                                        "name",
                                        name,
                                        "dueOn",
                                        signedOn.plusDays(14).toString()))
                                .toList());
    }

    static Map<String, Object> instalments(LocalDate signedOn, BigDecimal total) {
        var first = part(total, "0.4");
        var second = part(total, "0.3");
        return Map.of(
                "type",
                "INSTALMENTS",
                "lines",
                List.of(
                        line("首期", signedOn.plusDays(5), first),
                        line("二期", signedOn.plusDays(60), second),
                        line("尾款", signedOn.plusDays(150), total.subtract(first).subtract(second))));
    }

    /// Six to seven tenths of the price, in whole ten thousands.
    static BigDecimal loan(BigDecimal total, boolean large) {
        return part(total, large ? "0.7" : "0.6")
                .divide(TEN_THOUSAND, 0, RoundingMode.DOWN)
                .multiply(TEN_THOUSAND)
                .setScale(2);
    }

    static BigDecimal part(BigDecimal total, String factor) {
        return total.multiply(new BigDecimal(factor)).setScale(2, RoundingMode.DOWN);
    }

    private static Map<String, Object> line(String label, LocalDate dueOn, BigDecimal amount) {
        return Map.of("label", label, "dueOn", dueOn.toString(), "amount", amount.toPlainString());
    }
}
