package org.anchang.deal.printing;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anchang.deal.answer.DealNames;
import org.anchang.deal.ledger.FinanceView;
import org.anchang.deal.quarter.QuarterProgress.QuarterWeek;
import org.anchang.deal.quarter.Quarters;
import org.anchang.deal.receipt.Receipt;
import org.anchang.deal.receipt.Receipt.ReceiptState;
import org.anchang.deal.receipt.Receipts;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.money.Money;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperSource;
import org.anchang.kit.problem.KitRefusal;

/// 季度全案进度掌控表 (RPT-1), by its quarter, e.g. `2026-Q4`, `2026-Q4 3栋` or `2026-Q4 第2批`; 财务周对账表 (FIN-1), by the
/// Monday of its week.
@ApplicationScoped
class ProjectPaper implements PaperSource {
    private static final String QUARTER = "quarter-progress";
    private static final String WEEK = "weekly-check";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M.d");
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final int DAYS = 7;
    private static final Pattern BATCH = Pattern.compile("第([1-9]\\d{0,3})批");

    /// As the names of weeks are written.
    private static final List<String> NUMBERS =
            List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四");

    @Inject
    Quarters quarters;

    @Inject
    Receipts receipts;

    @Inject
    FinanceView finance;

    @Inject
    DealNames names;

    @Inject
    DealContent deals;

    @Override
    public Set<String> papers() {
        return Set.of(QUARTER, WEEK);
    }

    @Override
    public Set<String> projectPapers() {
        return papers();
    }

    @Override
    public Standing standing(Asked asked) {
        var whole = whole(asked);
        var mayRead = asked.name().equals(WEEK)
                ? finance.isForCaller(whole.project())
                : quarters.isForCaller(whole.project());
        refuseUnless(mayRead, KitRefusal.NOT_FOUND);
        return new Standing(whole.project(), asked.name(), asked.subject(), "", deals.company(whole.project()));
    }

    @Override
    public Content content(Asked asked) {
        return asked.name().equals(WEEK) ? week(whole(asked)) : quarter(whole(asked));
    }

    private Content quarter(Whole whole) {
        var cut = whole.key().indexOf(' ');
        var quarter = cut < 0 ? whole.key() : whole.key().substring(0, cut);
        refuseUnless(quarter.matches(Quarters.WRITTEN), KitRefusal.NOT_FOUND);
        var progress =
                quarters.of(of(whole.project(), cut < 0 ? "" : whole.key().substring(cut + 1)), quarter);
        var filling = Content.filling()
                .with("project", deals.project(whole.project()))
                .with("scope", scope(progress))
                .with("quarter", quarter.replace("-Q", "年第") + "季度");
        progress.weeks().forEach(week -> filling.row("weeks", column(week)));
        return filling.content();
    }

    private static Quarters.Of of(String project, String part) {
        var batch = BATCH.matcher(part);
        return batch.matches()
                ? new Quarters.Of(project, null, Integer.valueOf(batch.group(1)))
                : new Quarters.Of(project, part, null);
    }

    private static String scope(Quarters.QuarterSales progress) {
        var batch = progress.batch();
        if (batch != null) {
            return "第%d批（%s推售，%d套）".formatted(batch.number(), batch.openedOn(), batch.units());
        }
        return progress.building().isEmpty() ? "全案" : progress.building();
    }

    private static Map<String, ?> column(QuarterWeek week) {
        var column = new HashMap<String, Object>(Map.of(
                "name", "第" + NUMBERS.get(week.number() - 1) + "周",
                "dates", DAY.format(week.from()) + "\n至" + DAY.format(week.to()),
                "plannedYet", week.plannedYet().units(),
                "plannedYetTotal", inTenThousands(week.plannedYet().total()),
                "actual", week.actual().units(),
                "actualTotal", inTenThousands(week.actual().total()),
                "actualYet", week.actualYet().units(),
                "actualYetTotal", inTenThousands(week.actualYet().total())));
        var planned = week.planned();
        if (planned != null) {
            column.put("planned", planned.units());
            column.put("plannedTotal", inTenThousands(planned.total()));
        }
        if (week.completion() != null) {
            column.put("completion", week.completion() + "%");
        }
        var homes = Stream.concat(
                        week.sold().stream(), week.givenBack().stream().map(home -> "退 " + home))
                .toList();
        column.put("homes", String.join("\n", homes));
        return column;
    }

    private static String inTenThousands(Money total) {
        return total.amount().divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP).toPlainString();
    }

    private Content week(Whole whole) {
        var monday = monday(whole.key());
        var from = monday.atStartOfDay(OfficeClock.OFFICE_ZONE).toInstant();
        var until = monday.plusDays(DAYS).atStartOfDay(OfficeClock.OFFICE_ZONE).toInstant();
        var issued = receipts.issued(whole.project(), from, until);
        var named = names.of(issued.stream().map(Receipt::deal).distinct().toList());
        var collected = finance.collections(whole.project(), new FinanceView.Period(null, monday.plusDays(DAYS - 1)));
        var last = collected.isEmpty() ? null : collected.getLast();
        var filling = Content.filling()
                .with("project", deals.project(whole.project()))
                .with("from", monday)
                .with("to", monday.plusDays(DAYS - 1))
                .with("count", issued.size() + " 张")
                .with(
                        "voided",
                        issued.stream()
                                        .filter(one -> one.state() == ReceiptState.VOIDED)
                                        .count() + " 张")
                .with("collected", last == null || !last.from().equals(monday) ? Money.ZERO : last.collected())
                .with("cumulative", last == null ? Money.ZERO : last.cumulative());
        var rows = new ArrayList<Map<String, Object>>();
        for (var receipt : issued) {
            rows.add(row(rows.size() + 1, receipt, Objects.requireNonNull(named.get(receipt.deal()))));
        }
        rows.forEach(row -> filling.row("receipts", row));
        return filling.content();
    }

    /// FIN-1: what was exchanged is on the list and counts nothing.
    private static Map<String, Object> row(int no, Receipt receipt, DealNames.Named deal) {
        var row = new HashMap<String, Object>(Map.of(
                "no", no,
                "number", receipt.number(),
                "issuedOn", OfficeClock.dateOf(receipt.issuedAt()),
                "home", deal.home(),
                "nature", PaperWords.kind(receipt.kind()),
                "amount", receipt.amount(),
                "state", PaperWords.state(receipt.state())));
        if (deal.buyers() != null) {
            row.put("buyers", deal.buyers());
        }
        if (receipt.slip() != null) {
            row.put("slip", receipt.slip());
        }
        var method = receipt.method();
        if (method != null) {
            row.put("method", PaperWords.method(method));
        }
        return row;
    }

    private static LocalDate monday(String key) {
        try {
            return LocalDate.parse(key).with(DayOfWeek.MONDAY);
        } catch (DateTimeException _) {
            throw refuse(KitRefusal.NOT_FOUND);
        }
    }

    private static Whole whole(Asked asked) {
        return Objects.requireNonNull(asked.whole());
    }
}
