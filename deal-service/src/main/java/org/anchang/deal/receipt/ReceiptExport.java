package org.anchang.deal.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.receipt.Receipt.ReceiptKind;
import org.anchang.deal.receipt.Receipt.ReceiptState;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportRows;
import org.anchang.kit.export.ExportRows.Column;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// PAP-3: the receipts of a project as a file: what the list shows, without who paid.
@ApplicationScoped
class ReceiptExport extends ExportSource {
    record Row(
            UUID id,
            String number,
            ReceiptKind kind,
            ReceiptState state,
            Money amount,
            Method.@Nullable Type method,
            @Nullable String slip,
            @Nullable String accountNumber,
            String ticket,
            @Nullable String home,
            @Nullable String buyers,
            String consultant,
            String issuedBy,
            Instant issuedAt) {}

    private static final Map<String, String> KINDS =
            Map.of("DEPOSIT", "定金", "PAYMENT", "房款", "LOAN", "按揭放款", "PURCHASE", "购房收据", "CARRIED_OVER", "转款");
    private static final Map<String, String> STATES = Map.of("VALID", "有效", "VOIDED", "已作废", "EXCHANGED", "已换开");
    private static final Map<String, String> METHODS = Map.of("POS", "刷卡", "BANK_TRANSFER", "银行转账", "CASH", "现金");
    private static final String RECEIPTS = """
            SELECT r.id, r.number, r.kind, r.state, r.amount, r.method, r.slip, r.account_number, d.ticket, d.home, d.buyers,
                   d.consultant, r.issued_by, r.issued_at
            FROM receipt r JOIN deal_standing d ON d.deal = r.deal WHERE\s""";

    ReceiptExport() {
        super("receipts", "收据", "Receipts", Role.each(Role.SALES, Role.FINANCE));
    }

    @Override
    public ExportRows<?> reading(Asked asked) {
        var filter = asked.filter()
                .knowing("deal", "text", "kind", "state", "method", "issuedFrom", "issuedUntil", "newest");
        var narrowed = new ReceiptFilter();
        narrowed.deal = filter.value("deal", UUID.class);
        narrowed.text = filter.text("text");
        narrowed.kind = filter.value("kind", ReceiptKind.class);
        narrowed.state = filter.value("state", ReceiptState.class);
        narrowed.method = filter.value("method", Method.Type.class);
        narrowed.issuedFrom = filter.value("issuedFrom", LocalDate.class);
        narrowed.issuedUntil = filter.value("issuedUntil", LocalDate.class);
        var conditions = narrowed.on(asked.on("r.project", "d.consultant"));
        return ExportRows.of(RECEIPTS, conditions, "id", Row.class, columns(asked));
    }

    private static List<Column<Row>> columns(Asked asked) {
        return List.of(
                asked.column("收据号", "Receipt", 16, Row::number),
                asked.column("种类", "Kind", 12, row -> asked.word(KINDS, row.kind())),
                asked.column("状态", "State", 10, row -> asked.word(STATES, row.state())),
                asked.column("金额（元）", "Amount (CNY)", 16, Row::amount),
                asked.column("收款方式", "Method", 12, row -> asked.wordIfAny(METHODS, row.method())),
                asked.column("回单号", "Slip", 24, Row::slip),
                asked.column("收款账号", "Account", 26, Row::accountNumber),
                asked.column("编号", "Ticket", 14, Row::ticket),
                asked.column("房源", "Home", 22, Row::home),
                asked.column("买受人", "Buyers", 22, Row::buyers),
                asked.column("置业顾问", "Consultant", 14, Row::consultant),
                asked.column("开具人", "Issued by", 14, Row::issuedBy),
                asked.column("开具时间", "Issued at", 18, Row::issuedAt));
    }
}
