package org.anchang.reporting.report;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.export.Reading;
import org.anchang.kit.identity.Role;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.setting.Settings;
import org.anchang.reporting.ReportingSetting;
import org.anchang.reporting.report.Figures.Line;
import org.jspecify.annotations.Nullable;

/// PAP-3, RPT-3: what a figure is made of as a file, however long the list is; narrowed as `/reports/lines` is. Names of
/// customers are masked, as everywhere in reports; a consultant's lines are the own ones.
@ApplicationScoped
class LineExport implements ExportSource {
    @Inject
    Figures figures;

    @Inject
    Settings settings;

    @Inject
    OfficeClock clock;

    @Override
    public String list() {
        return "report-lines";
    }

    @Override
    public String title(Asked asked) {
        return asked.said("报表明细", "Lines of a report");
    }

    @Override
    public Set<String> roles() {
        return Set.of(
                Role.CONSULTANT,
                Role.SITE_MANAGER,
                Role.SALES_SUPERVISOR,
                Role.SALES_MANAGER,
                Role.SALES_STATISTICIAN,
                Role.FINANCE,
                Role.GENERAL_MANAGER);
    }

    @Override
    public List<Heading> headings(Asked asked) {
        return List.of(
                new Heading(asked.said("日期", "Date"), 12),
                new Heading(asked.said("客户", "Customer"), 14),
                new Heading(asked.said("房号", "Home"), 20),
                new Heading(asked.said("经办人", "Person"), 14),
                new Heading(asked.said("分组", "Part"), 16),
                new Heading(asked.said("金额（元）", "Amount (CNY)"), 16),
                new Heading(asked.said("天数、小时或百分比", "Days, hours or per cent"), 14),
                new Heading(asked.said("备注", "Note"), 20));
    }

    @Override
    public Reading<?> reading(Asked asked) {
        var filter = asked.filter().knowing("report", "by", "from", "to", "figure", "part");
        var figure = filter.text("figure");
        var named = filter.choice("report", Report.class);
        if (figure == null || named == null) {
            throw refuse(KitRefusal.EXPORT_FILTER_NOT_UNDERSTOOD).with("field", figure == null ? "figure" : "report");
        }
        var report = Report.valueOf(named);
        var by = filter.choice("by", Part.class);
        var today = clock.today();
        var to = filter.day("to") == null ? today : filter.day("to");
        var from = filter.day("from") == null ? to.withDayOfMonth(1) : filter.day("from");
        var question = new Question(
                asked.project(),
                report,
                by == null ? report.parts().getFirst() : Part.valueOf(by),
                from,
                to,
                today,
                settings.text(asked.project(), ReportingSetting.OVERDUE_AGES),
                asked.ownOnly() ? asked.person() : null);
        return figures.reading(question, new Figures.Chosen(figure, filter.text("part")), LineExport::cells);
    }

    private static List<@Nullable Object> cells(Line line) {
        return Arrays.asList(
                line.onDay(),
                line.customer(),
                line.home(),
                line.person(),
                line.part(),
                line.amount(),
                line.measure(),
                line.note());
    }
}
