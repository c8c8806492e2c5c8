package org.anchang.commission.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportRows;
import org.anchang.kit.export.ExportRows.Column;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.money.Money;

/// PAP-3, COM-4: the lines of the commission ledger as a file; a consultant's are the own ones.
@ApplicationScoped
class EntryExport extends ExportSource {
    record Row(
            UUID id,
            UUID deal,
            String consultant,
            EntryKind kind,
            Money amount,
            String reason,
            LocalDate countsOn,
            Instant madeAt) {}

    /// As the office says it.
    static final Map<String, String> KINDS = Map.of("EARNED", "计提", "ADJUSTED", "调整", "REVERSED", "冲回", "PAID", "发放");
    private static final String ENTRIES = """
            SELECT id, deal, consultant, kind, amount, reason, counts_on, made_at FROM commission_entry WHERE\s""";

    EntryExport() {
        super("commissions", "佣金明细", "Commission lines", Statements.READERS);
    }

    @Override
    public ExportRows<?> reading(Asked asked) {
        var filter = asked.filter().knowing("consultant", "from", "until");
        var conditions = asked.on("project", "consultant")
                .and("consultant = :consultant", filter.text("consultant"))
                .and("counts_on >= :from", filter.value("from", LocalDate.class))
                .and("counts_on <= :until", filter.value("until", LocalDate.class));
        return ExportRows.of(ENTRIES, conditions, "id", Row.class, columns(asked));
    }

    private static List<Column<Row>> columns(Asked asked) {
        return List.of(
                asked.column("计入日期", "Counts on", 14, Row::countsOn),
                asked.column("置业顾问", "Consultant", 14, Row::consultant),
                asked.column("种类", "Kind", 10, row -> asked.word(KINDS, row.kind())),
                asked.column("金额（元）", "Amount (CNY)", 16, Row::amount),
                asked.column("事由", "Reason", 24, Row::reason),
                asked.column("成交", "Deal", 40, row -> row.deal().toString()),
                asked.column("记账时间", "Entered at", 18, Row::madeAt));
    }
}
