package org.anchang.system;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// What people fill in, the same for every project.
final class Papers {
    /// Asked for instead of the usual one; needs an approval.
    static final BigDecimal MORE_DISCOUNT = new BigDecimal("20000.00");

    private static final AtomicInteger CONTRACTS = new AtomicInteger();

    private Papers() {}

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    static Map<String, Object> buyer(String name, String idNumber) {
        return Map.of(
                "name",
                name,
                "idType",
                "ID_CARD",
                "idNumber",
                idNumber,
                "phone",
                "13903790000",
                "share",
                "100.00",
                "main",
                true);
    }

    static Map<String, Object> deposit(String kind, String amount) {
        return Map.of(
                "amount", amount,
                "kind", kind,
                "method", Map.of("type", "POS"),
                "topUpBy", today().plusDays(3).toString(),
                "signBy", today().plusDays(7).toString());
    }

    static Map<String, ?> lumpSum() {
        return Map.of(
                "number",
                "HT-" + CONTRACTS.incrementAndGet(),
                "scheme",
                Map.of("type", "LUMP_SUM", "payBy", today().plusDays(30).toString()));
    }

    static Map<String, ?> mortgage(BigDecimal total, BigDecimal loan) {
        return Map.of(
                "number",
                "HT-" + CONTRACTS.incrementAndGet(),
                "scheme",
                Map.of(
                        "type", "MORTGAGE",
                        "downPayment", total.subtract(loan).toPlainString(),
                        "downPaymentBy", today().plusDays(7).toString(),
                        "loanAmount", loan.toPlainString(),
                        "bank", "建设银行",
                        "documents",
                                List.of(Map.of(
                                        "name",
                                        "收入证明",
                                        "dueOn",
                                        today().plusDays(10).toString()))));
    }

    static Map<String, Object> payment(BigDecimal amount) {
        return Map.of(
                "amount", amount.toPlainString(),
                "nature", "PRICE",
                "method", Map.of("type", "BANK_TRANSFER", "slip", "S-" + UUID.randomUUID()));
    }
}
