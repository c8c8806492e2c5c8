package org.anchang.commission.ledger;

import io.quarkiverse.resteasy.problem.validation.Violation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.anchang.commission.PayoutPart;
import org.anchang.kit.Action;
import org.anchang.kit.clock.OfficeYears;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.past.Past;
import org.anchang.kit.problem.NotUnderstood;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// COM-3, COM-4: what a consultant earned, was paid and gave back in a month, each line with its reason.
@Path("/api/v1/commission-statements/{project}/{consultant}/{month}")
@RunOnVirtualThread
@Tag(name = "Commission statements")
public class StatementResource {
    /// @param home   what the deal is about, by its label, as far as it was told
    /// @param part   COM-3: of the plan, where the line is about money that is paid out
    /// @param frozen COM-5: disputed, not to be paid out before the decision
    public record StatementLine(
            UUID id,
            UUID commission,
            UUID deal,
            @Nullable String home,
            LocalDate on,
            EntryKind kind,
            Money amount,
            String reason,
            @Nullable PayoutPart part,
            @Nullable Integer planVersion,
            boolean frozen) {}

    /// @param month e.g. `2026-11`
    /// @param total  what was earned, adjusted and taken back in the month; `frozen` of it is disputed
    /// @param paid   COM-3: what the month's payroll pays out, or keeps back where it is below zero
    public record Statement(
            String id,
            String project,
            String consultant,
            String month,
            List<StatementLine> lines,
            Money total,
            Money paid,
            Money frozen,
            List<Action> actions) {}

    @Inject
    Statements statements;

    @Inject
    Past past;

    @GET
    @Snapshot
    @RolesAllowed({Role.SALES, Role.FINANCE})
    @Operation(
            summary =
                    "The statement of a consultant for a month of the office; AOF-1: with `at` as it stood at that moment")
    public Statement read(
            @PathParam("project") String project,
            @PathParam("consultant") String consultant,
            @PathParam("month") String month,
            @QueryParam("at") @Nullable Instant asked) {
        statements.mustBeForCaller(project, consultant);
        var whose = new Ledger.Month(project, consultant, monthOf(month));
        return asked == null ? statements.of(whose) : statements.asOf(whose, past.at(asked));
    }

    private static YearMonth monthOf(String text) {
        try {
            var month = YearMonth.parse(text);
            if (OfficeYears.have(month.atDay(1))) {
                return month;
            }
        } catch (DateTimeException e) {
            // As one of a year that no office means.
        }
        throw new NotUnderstood(Violation.In.path, "month", "MONTH_NEEDED", OfficeYears.facts());
    }
}
