package org.anchang.customer.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.SealedIdentity;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportRows;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// PAP-3, TRK-1: follow-ups as a file: what was said, and the customer's name, in full to the customer's owner and the
/// site manager, each of which is a look.
@ApplicationScoped
class FollowUpExport implements ExportSource {
    /// @param name    of the customer, sealed, as are the texts
    record ExportedFollowUp(
            UUID id,
            String project,
            UUID customer,
            String number,
            String name,
            String owner,
            FollowUp.State state,
            @Nullable ContactWay way,
            @Nullable LocalDate dueOn,
            @Nullable String plannedBy,
            @Nullable String doneBy,
            @Nullable Instant doneAt,
            @Nullable String said,
            @Nullable String response,
            @Nullable String resistance,
            @Nullable IntentGrade intentGrade) {}

    private static final Map<String, String> STATES = Map.of("PLANNED", "已计划", "DONE", "已完成");
    private static final Map<String, String> WAYS =
            Map.of("CALL", "电话", "VISIT", "来访", "MESSAGE", "信息", "MAIL", "邮件", "HOME_VISIT", "上门", "OTHER", "其他");
    private static final String FOLLOW_UPS = """
            SELECT f.id, f.project, c.id AS customer, c.number, c.name, c.owner, f.state, f.way, f.due_on, f.planned_by, f.done_by,
                   f.done_at, f.said, f.response, f.resistance, f.intent_grade
            FROM follow_up f JOIN standing_record r ON r.record = f.customer JOIN listed_customer c ON c.id = r.customer WHERE\s""";

    @Inject
    Sealing sealing;

    @Override
    public String list() {
        return "follow-ups";
    }

    @Override
    public String title(Asked asked) {
        return asked.said("跟进", "Follow-ups");
    }

    @Override
    public Set<String> roles() {
        return Set.of(
                Role.CONSULTANT,
                Role.SITE_MANAGER,
                Role.SALES_SUPERVISOR,
                Role.SALES_MANAGER,
                Role.SALES_STATISTICIAN,
                Role.GENERAL_MANAGER);
    }

    @Override
    public List<Heading> headings(Asked asked) {
        return List.of(
                new Heading(asked.said("客户编号", "Customer"), 16),
                new Heading(asked.said("姓名", "Name"), 14),
                new Heading(asked.said("归属顾问", "Owner"), 14),
                new Heading(asked.said("状态", "State"), 10),
                new Heading(asked.said("方式", "Way"), 10),
                new Heading(asked.said("计划日期", "Due on"), 14),
                new Heading(asked.said("计划人", "Planned by"), 14),
                new Heading(asked.said("跟进人", "Done by"), 14),
                new Heading(asked.said("跟进时间", "Done at"), 18),
                new Heading(asked.said("沟通内容", "What was said"), 40),
                new Heading(asked.said("客户反应", "Response"), 30),
                new Heading(asked.said("抗性", "Resistance"), 30),
                new Heading(asked.said("意向等级", "Intent"), 10));
    }

    @Override
    public ExportRows<?> reading(Asked asked) {
        var filter = asked.filter().knowing("state", "dueUntil", "owner");
        var conditions = asked.on("f.project", "c.owner")
                .and("c.owner = :owner", filter.text("owner"))
                .and("f.state = :state", filter.value("state", FollowUp.State.class))
                .and("f.state = 'PLANNED' AND f.due_on <= :dueUntil", filter.value("dueUntil", LocalDate.class));
        return new ExportRows<>(
                FOLLOW_UPS + conditions,
                "id",
                conditions.parameters(),
                ExportedFollowUp.class,
                batch -> batch.stream().map(row -> cells(asked, row)).toList(),
                batch -> looks(asked, batch));
    }

    private List<@Nullable Object> cells(Asked asked, ExportedFollowUp row) {
        var inFull = asked.seesInFull(row.owner(), Role.SITE_MANAGER);
        var name = sealing.open(row.name(), SealedIdentity.nameOf(row.customer()));
        return Arrays.asList(
                row.number(),
                inFull ? name : Mask.name(name),
                row.owner(),
                asked.word(STATES, row.state()),
                asked.wordIfAny(WAYS, row.way()),
                row.dueOn(),
                row.plannedBy(),
                row.doneBy(),
                row.doneAt(),
                inFull ? opened(row, "said", row.said()) : null,
                inFull ? opened(row, "response", row.response()) : null,
                inFull ? opened(row, "resistance", row.resistance()) : null,
                row.intentGrade() == null ? null : row.intentGrade().name());
    }

    private @Nullable String opened(ExportedFollowUp row, String column, @Nullable String sealed) {
        return sealing.openIfAny(sealed, new Place("follow_up", column, row.id()));
    }

    private static List<Looks.At> looks(Asked asked, List<ExportedFollowUp> batch) {
        return batch.stream()
                .filter(row -> asked.seesInFull(row.owner(), Role.SITE_MANAGER))
                .map(row -> new Looks.At(
                        "customer",
                        row.customer(),
                        row.project(),
                        asked.person().equals(row.owner()) ? Looks.Right.OWNER : Looks.Right.SITE_MANAGER))
                .distinct()
                .toList();
    }
}
