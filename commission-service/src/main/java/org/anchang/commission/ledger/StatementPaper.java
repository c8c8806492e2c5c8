package org.anchang.commission.ledger;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchang.commission.CommissionSetting;
import org.anchang.commission.ledger.StatementResource.StatementLine;
import org.anchang.kit.clock.OfficeYears;
import org.anchang.kit.money.Money;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperPeople;
import org.anchang.kit.paper.PaperSource;
import org.anchang.kit.paper.Renminbi;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.setting.Settings;

/// 佣金结算单 (COM-4), by month and consultant: `2026-11 li.na`.
@ApplicationScoped
class StatementPaper implements PaperSource {
    static final String NAME = "commission-statement";

    /// What reasons are called on paper.
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("AT_EARNING", "计提时发放"),
            Map.entry("WITH_FILING", "备案后发放"),
            Map.entry("WITH_COLLECTIONS", "随回款发放"),
            Map.entry("FIRST_CONSULTANT", "原始接待者"),
            Map.entry("SUBSTITUTE_DURING_LEAVE", "休假期间代接待"),
            Map.entry("SUBSTITUTE_DURING_BUSINESS_TRIP", "出差期间代接待"),
            Map.entry("ERRAND_WITHOUT_AGREEMENT", "临时外出代接待"),
            Map.entry("LATER_SUBSTITUTE_RECEIVED", "其后另有代接待者"),
            Map.entry("AGREED_BY_FIRST_CONSULTANT", "原始接待者同意"),
            Map.entry("DECIDED_BY_SUPERVISOR", "销售主管裁定"),
            Map.entry("AGREEMENT", "同意分成"),
            Map.entry("DECISION", "争议裁定"),
            Map.entry("CONTRACT_SIGNED", "签约"),
            Map.entry("DEAL_FILED", "备案"),
            Map.entry("ORDER_FORM_SIGNED", "定单签字"),
            Map.entry("DISCOUNT_GRANTED", "特惠"),
            Map.entry("UNIT_SWAPPED", "换房"),
            Map.entry("DEAL_REFUNDED", "退房"),
            Map.entry("DEAL_VOIDED", "定单作废"),
            Map.entry("DEAL_LAPSED", "失效"),
            Map.entry("PLAN_PUBLISHED", "佣金方案公布"),
            Map.entry("VISIT_RECEIVED", "接待登记"),
            Map.entry("CUSTOMERS_MERGED", "客户合并"),
            Map.entry("CUSTOMERS_UNMERGED", "撤销客户合并"),
            Map.entry("OWNERSHIP_DECIDED", "归属裁定"),
            Map.entry("DEPOSIT_TAKEN", "收到定金"),
            Map.entry("PAYMENT_RECEIVED", "收到房款"),
            Map.entry("LOAN_DISBURSED", "贷款到账"),
            Map.entry("RECEIPT_VOIDED", "收据作废"),
            Map.entry("REFUND_PAID", "退款付出"));

    @Inject
    Statements statements;

    @Inject
    PaperPeople people;

    @Inject
    Settings settings;

    @Override
    public Set<String> papers() {
        return Set.of(NAME);
    }

    @Override
    public Set<String> projectPapers() {
        return Set.of(NAME);
    }

    @Override
    public Standing standing(Asked asked) {
        var month = month(asked);
        statements.mustBeForCaller(month.project(), month.consultant());
        var company = settings.text(month.project(), CommissionSetting.COMPANY_NAME);
        return new Standing(month.project(), NAME, asked.subject(), month.consultant(), company);
    }

    @Override
    public Content content(Asked asked) {
        var month = month(asked);
        var statement = statements.of(month);
        var paid = statement.paid();
        var filling = Content.filling()
                .with("project", named(month.project()))
                .with("consultant", people.nameOf(month.consultant()))
                .with("month", month.month().getYear() + "年" + month.month().getMonthValue() + "月")
                .with("total", statement.total())
                .with("paid", paid)
                .with("frozen", statement.frozen())
                .with("paidInCapitals", capitals(paid));
        var no = 0;
        for (var line : statement.lines()) {
            no++;
            filling.row("lines", row(no, line));
        }
        return filling.content();
    }

    private String named(String project) {
        var name = settings.text(project, CommissionSetting.PROJECT_NAME);
        return name.isBlank() ? project : name;
    }

    private static Map<String, Object> row(int no, StatementLine line) {
        var row = new HashMap<String, Object>(Map.of(
                "no", no,
                "on", line.on(),
                "kind", EntryExport.KINDS.get(line.kind().name()) + (line.frozen() ? "（冻结）" : ""),
                "reason", said(line.reason()),
                "amount", line.amount()));
        if (line.home() != null) {
            row.put("home", line.home());
        }
        return row;
    }

    /// `CONTRACT_SIGNED: AT_EARNING` is 签约 · 计提时发放.
    private static String said(String reason) {
        return Arrays.stream(reason.split(": "))
                .filter(word -> !word.isEmpty())
                .map(word -> WORDS.getOrDefault(word, word))
                .collect(Collectors.joining(" · "));
    }

    /// Below zero it is kept back.
    private static String capitals(Money amount) {
        return amount.isNegative() ? "负" + Renminbi.capitals(Money.ZERO.minus(amount)) : Renminbi.capitals(amount);
    }

    private static Ledger.Month month(Asked asked) {
        var whole = Objects.requireNonNull(asked.whole());
        var cut = whole.key().indexOf(' ');
        refuseUnless(cut > 0, KitRefusal.NOT_FOUND);
        try {
            var month = YearMonth.parse(whole.key().substring(0, cut));
            refuseUnless(OfficeYears.have(month.atDay(1)), KitRefusal.NOT_FOUND);
            return new Ledger.Month(whole.project(), whole.key().substring(cut + 1), month);
        } catch (DateTimeException _) {
            throw refuse(KitRefusal.NOT_FOUND);
        }
    }
}
