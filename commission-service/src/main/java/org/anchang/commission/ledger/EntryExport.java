package org.anchang.commission.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportRows;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// PAP-3, COM-4: the lines of the commission ledger as a file; a consultant's are the own ones.
@ApplicationScoped
class EntryExport implements ExportSource {
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

    @Override
    public String list() {
        return "commissions";
    }

    @Override
    public String title(Asked asked) {
        return asked.said("佣金明细", "Commission lines");
    }

    @Override
    public Set<String> roles() {
        return Set.of(Statements.READERS);
    }

    @Override
    public List<Heading> headings(Asked asked) {
        return List.of(
                new Heading(asked.said("计入日期", "Counts on"), 14),
                new Heading(asked.said("置业顾问", "Consultant"), 14),
                new Heading(asked.said("种类", "Kind"), 10),
                new Heading(asked.said("金额（元）", "Amount (CNY)"), 16),
                new Heading(asked.said("事由", "Reason"), 24),
                new Heading(asked.said("成交", "Deal"), 40),
                new Heading(asked.said("记账时间", "Entered at"), 18));
    }

    @Override
    public ExportRows<?> reading(Asked asked) {
        var filter = asked.filter().knowing("consultant", "from", "until");
        var conditions = asked.on("project", "consultant")
                .and("consultant = :consultant", filter.text("consultant"))
                .and("counts_on >= :from", filter.value("from", LocalDate.class))
                .and("counts_on <= :until", filter.value("until", LocalDate.class));
        return ExportRows.of(ENTRIES, conditions, "id", Row.class, row -> cells(asked, row));
    }

    private static List<@Nullable Object> cells(Asked asked, Row row) {
        return Arrays.asList(
                row.countsOn(),
                row.consultant(),
                asked.word(KINDS, row.kind()),
                row.amount(),
                row.reason(),
                row.deal().toString(),
                row.madeAt());
    }
}
