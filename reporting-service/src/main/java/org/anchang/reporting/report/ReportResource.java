package org.anchang.reporting.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.snapshot.Snapshot;
import org.anchang.reporting.ReportingSetting;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// RPT-2, RPT-3: a project's figures in a period, and what each is made of. A consultant sees the own line
/// only.
@Path("/api/v1/reports")
@RunOnVirtualThread
@Tag(name = "Reports")
@RolesAllowed({Role.SALES, Role.FINANCE})
public class ReportResource {
    /// @param by    by what the figures are parted
    /// @param parts by what else they could be
    public record ReportView(
            String project,
            Report report,
            Part by,
            List<Part> parts,
            LocalDate from,
            LocalDate to,
            List<Figures.Figure> items) {}

    @Inject
    Figures figures;

    @Inject
    ReportSheet sheet;

    @Inject
    Settings settings;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @GET
    @Path("/figures")
    @Snapshot
    @Operation(summary = "RPT-2: the figures of a report; without dates this month until today")
    public ReportView figures(
            @QueryParam("project") @NotBlank String project,
            @QueryParam("report") @NotNull Report report,
            @QueryParam("by") @Nullable Part by,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        var question = question(project, report, by, from, to);
        return new ReportView(
                project, report, question.part(), report.parts(), question.from(), question.to(), figures.of(question));
    }

    @GET
    @Path("/lines")
    @Snapshot
    @Operation(summary = "RPT-3: what a figure is made of, the latest first")
    public Page<Figures.Line> lines(
            @QueryParam("project") @NotBlank String project,
            @QueryParam("report") @NotNull Report report,
            @QueryParam("by") @Nullable Part by,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("figure") @NotBlank String figure,
            @QueryParam("part") @Nullable String part,
            @Valid @BeanParam PageRequest page) {
        return figures.lines(question(project, report, by, from, to), new Figures.Chosen(figure, part), page);
    }

    @GET
    @Path("/sheet")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "RPT-2: the figures, or what the named one is made of, as XLSX, as many lines as the project lets"
                    + " (SHEET_LINES_MOST)")
    public Response sheet(
            @QueryParam("project") @NotBlank String project,
            @QueryParam("report") @NotNull Report report,
            @QueryParam("by") @Nullable Part by,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("figure") @Nullable String figure,
            @QueryParam("part") @Nullable String part) {
        var question = question(project, report, by, from, to);
        var chosen = figure == null ? null : new Figures.Chosen(figure, part);
        if (chosen != null) {
            sheet.mustFit(question, chosen);
        }
        StreamingOutput rows = out -> sheet.write(question, chosen, out);
        return workbook(rows);
    }

    @GET
    @Path("/book")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "RPT-2: the sheet of a day, week, month or other period as XLSX: a page for each report")
    public Response book(
            @QueryParam("project") @NotBlank String project,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        var questions = Stream.of(Report.values())
                .map(report -> question(project, report, null, from, to))
                .toList();
        StreamingOutput pages = out -> sheet.writeAll(questions, out);
        return workbook(pages);
    }

    private static Response workbook(StreamingOutput pages) {
        return Response.ok(pages)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report.xlsx\"")
                .build();
    }

    private Question question(
            String project, Report report, @Nullable Part by, @Nullable LocalDate from, @Nullable LocalDate to) {
        caller.mustBeBoundTo(project);
        var today = clock.today();
        var until = to == null ? today : to;
        return new Question(
                project,
                report,
                by == null ? report.parts().getFirst() : by,
                from == null ? until.withDayOfMonth(1) : from,
                until,
                today,
                settings.text(project, ReportingSetting.OVERDUE_AGES),
                caller.scope().ownOnly(project) ? caller.scope().person() : null);
    }
}
