package org.anchang.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.export.Reading;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Conditions;
import org.jspecify.annotations.Nullable;

/// PAP-3, APR-4: the forms of a project and what became of them as a file, without what stands on them; a consultant's
/// are the own ones.
@ApplicationScoped
class ApprovalExport implements ExportSource {
    record Row(
            UUID id,
            Form form,
            UUID deal,
            String applicant,
            ApprovalState state,
            Instant openedAt,
            @Nullable Instant endedAt,
            @Nullable BigDecimal hours) {}

    private static final Map<String, String> FORMS = Map.of(
            "DISCOUNT", "特惠申请单",
            "SWAP", "调房申请单",
            "RENAME", "更名申请单",
            "REFUND", "退房申请单",
            "LAYOUT_CHANGE", "户型结构变更申请表",
            "VOID", "认购书作废");
    private static final Map<String, String> STATES =
            Map.of("RUNNING", "进行中", "APPROVED", "通过", "REFUSED", "驳回", "WITHDRAWN", "撤回");
    private static final String APPROVALS = """
            SELECT id, form, deal, applicant, state, opened_at, ended_at,
                   round(extract(epoch FROM ended_at - opened_at) / 3600, 2) AS hours
            FROM approval WHERE\s""";

    @Override
    public String list() {
        return "approvals";
    }

    @Override
    public String title(Asked asked) {
        return asked.said("审批记录", "Approvals");
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
                new Heading(asked.said("表单", "Form"), 20),
                new Heading(asked.said("申请人", "Applicant"), 14),
                new Heading(asked.said("状态", "State"), 10),
                new Heading(asked.said("提交时间", "Opened at"), 18),
                new Heading(asked.said("结束时间", "Ended at"), 18),
                new Heading(asked.said("历时（小时）", "Hours"), 12),
                new Heading(asked.said("成交", "Deal"), 40));
    }

    @Override
    public Reading<?> reading(Asked asked) {
        var filter = asked.filter().knowing("state", "form", "applicant");
        var parameters = new HashMap<String, Object>();
        parameters.put("exported", asked.project());
        var conditions = new Conditions("project = :exported", parameters)
                .and("applicant = :person", asked.ownOnly() ? asked.person() : null)
                .and("applicant = :applicant", filter.text("applicant"))
                .and("state = :state", filter.choice("state", ApprovalState.class))
                .and("form = :form", filter.choice("form", Form.class));
        return Reading.of(APPROVALS + conditions, "id", parameters, Row.class, row -> cells(asked, row));
    }

    private static List<@Nullable Object> cells(Asked asked, Row row) {
        return Arrays.asList(
                asked.word(FORMS, row.form()),
                row.applicant(),
                asked.word(STATES, row.state()),
                row.openedAt(),
                row.endedAt(),
                row.hours(),
                row.deal().toString());
    }
}
