package org.anchang.customer.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.SealedIdentity;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportRows;
import org.anchang.kit.export.ExportRows.Column;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.identity.Role;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// PAP-3, TRK-1: follow-ups as a file: what was said, and the customer's name, in full to the customer's owner and the
/// site manager, each of which is a look.
@ApplicationScoped
class FollowUpExport extends ExportSource {
    /// @param name    of the customer, sealed, as are the texts
    record ExportedFollowUp(
            UUID id,
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
            SELECT f.id, c.id AS customer, c.number, c.name, c.owner, f.state, f.way, f.due_on, f.planned_by, f.done_by,
                   f.done_at, f.said, f.response, f.resistance, f.intent_grade
            FROM follow_up f JOIN standing_record r ON r.record = f.customer JOIN listed_customer c ON c.id = r.customer WHERE\s""";

    @Inject
    Sealing sealing;

    FollowUpExport() {
        super("follow-ups", "跟进", "Follow-ups", Role.each(Role.SALES));
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
                columns(asked),
                row -> asked.look("customer", row.customer(), row.owner(), Role.SITE_MANAGER));
    }

    private List<Column<ExportedFollowUp>> columns(Asked asked) {
        return List.of(
                asked.column("客户编号", "Customer", 16, ExportedFollowUp::number),
                asked.column("姓名", "Name", 14, row -> name(asked, row)),
                asked.column("归属顾问", "Owner", 14, ExportedFollowUp::owner),
                asked.column("状态", "State", 10, row -> asked.word(STATES, row.state())),
                asked.column("方式", "Way", 10, row -> asked.wordIfAny(WAYS, row.way())),
                asked.column("计划日期", "Due on", 14, ExportedFollowUp::dueOn),
                asked.column("计划人", "Planned by", 14, ExportedFollowUp::plannedBy),
                asked.column("跟进人", "Done by", 14, ExportedFollowUp::doneBy),
                asked.column("跟进时间", "Done at", 18, ExportedFollowUp::doneAt),
                asked.column("沟通内容", "What was said", 40, text(asked, "said", ExportedFollowUp::said)),
                asked.column("客户反应", "Response", 30, text(asked, "response", ExportedFollowUp::response)),
                asked.column("抗性", "Resistance", 30, text(asked, "resistance", ExportedFollowUp::resistance)),
                asked.column("意向等级", "Intent", 10, ExportedFollowUp::intentGrade));
    }

    private String name(Asked asked, ExportedFollowUp row) {
        var name = sealing.open(row.name(), SealedIdentity.nameOf(row.customer()));
        return asked.seesInFull(row.owner(), Role.SITE_MANAGER) ? name : Mask.name(name);
    }

    private Function<ExportedFollowUp, @Nullable Object> text(
            Asked asked, String column, Function<ExportedFollowUp, @Nullable String> sealed) {
        return row -> asked.seesInFull(row.owner(), Role.SITE_MANAGER)
                ? sealing.openIfAny(sealed.apply(row), new Place("follow_up", column, row.id()))
                : null;
    }
}
