package org.anchang.customer.importing;

import static org.anchang.kit.problem.Refused.refuseUnless;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.importing.CustomerImport.Format;
import org.anchang.customer.importing.CustomerImport.ImportState;
import org.anchang.customer.importing.CustomerImport.NamedConsultant;
import org.anchang.customer.importing.row.ImportKind;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.file.SentFile;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.Seen;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sheet.ReadSheet;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// CUS-8: customers, follow-ups and visits of an older system: a file is sent, shown, and then taken over.
@Path("/api/v1/customer-imports")
@RunOnVirtualThread
@RolesAllowed(Role.SITE_MANAGER)
@Tag(name = "Customer imports")
public class ImportResource implements OfferSource {
    /// @param reason of an update: what is written into the customers' histories
    public record RunImport(
            @NotNull ImportMode mode,
            @Nullable @Size(max = 500) String reason) {}

    /// @param state       `READY` to be run, `RUNNING`, `STOPPED`, `DONE`, or `LAPSED`: not kept any more
    /// @param modes       in which it can be run
    /// @param consultants whom a file of customers names as such: without a person they are nobody of the roster,
    ///     and their customers go to the pool
    /// @param fresh       rows of whom or what the project does not know yet
    /// @param duplicates  rows that say more of one further up: merged with it
    /// @param worked      rows that the run is done with, of all but the bad ones
    /// @param left        known, and left as they are
    /// @param failed      rows that the run could not take over; with the bad ones they are in the error file
    public record ShownImport(
            UUID id,
            String project,
            ImportKind kind,
            Format format,
            ImportState state,
            @Nullable ImportMode mode,
            List<ImportMode> modes,
            List<NamedConsultant> consultants,
            int rows,
            int fresh,
            int known,
            int duplicates,
            int bad,
            int worked,
            int added,
            int updated,
            int left,
            int merged,
            int failed,
            boolean errorFile,
            List<ReadSheet> sheets,
            String by,
            Instant at,
            @Nullable String runBy,
            @Nullable Instant runAt,
            @Nullable Instant endedAt,
            List<Action> actions) {}

    /// A row that is not taken over; what stands in it is in the error file.
    ///
    /// @param sheet  absent in CSV
    /// @param reason in the caller's language
    public record ShownBadRow(@Nullable String sheet, long line, String reason) {}

    /// Where what is known of a customer came from, beside the author and the date of each record.
    ///
    /// @param author as the file names them
    public record ShownOrigin(
            UUID id, ImportKind kind, @Nullable String author, int records, String importedBy, Instant importedAt) {}

    private static final Offer RUN_IMPORT = Offer.of(CustomerAction.RUN_IMPORT, ImportResource.class, "run");
    private static final Offer STOP_IMPORT = Offer.of(CustomerAction.STOP_IMPORT, ImportResource.class, "stop");

    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(CustomerAction.IMPORT, ImportResource.class, "send"));

    @Inject
    ReadingImports reading;

    @Inject
    RunningImports running;

    @Inject
    CustomerImports imports;

    @Inject
    StagedRows staged;

    @Inject
    ImportedRecords records;

    @Inject
    ErrorFile errorFile;

    @Inject
    Customers customers;

    @Inject
    Caller caller;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent(mayTakeLong = true)
    @ResponseStatus(201)
    @Consumes({
        "text/csv",
        "text/plain",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/octet-stream"
    })
    @Operation(
            summary = "Send a file of an older system and see what it would do; nothing is written to customers",
            description = "CSV in UTF-8 or GBK, or XLSX, of at most 100,000 rows, under the headings that older systems"
                    + " give. CUSTOMERS: 姓名 and 电话 or 原编号, 性别, 渠道, 来源, 意向等级, 置业顾问, 介绍人电话, 登记日期, 登记人, 备注."
                    + " FOLLOW_UPS: 电话 or 原编号, 跟进日期, 跟进内容, 跟进人, 跟进方式, 客户反应, 满意点, 不满意点, 抗性, 意向等级."
                    + " VISITS: 电话 or 原编号, 来访日期, 接待人, 来访记录. The same phone in the project, or the same number of"
                    + " the older system, is the same customer. Kept sealed for IMPORT_DAYS")
    public ShownImport send(
            @NotBlank @QueryParam("project") String project,
            @NotNull @QueryParam("kind") ImportKind kind,
            @Nullable @Seen @Size(max = 31) @QueryParam("sheet") String sheet,
            SentFile file) {
        var id = reading.read(new ReadingImports.Sent(project, kind, file.path(), sheet));
        return shown(imports.get(caller.scope(), id));
    }

    @GET
    @Snapshot
    @Operation(summary = "Files that were sent in, the newest first")
    public Page<ShownImport> list(@NotBlank @QueryParam("project") String project, @BeanParam @Valid PageRequest page) {
        caller.mustBeBoundTo(project);
        return imports.list(project, page).map(this::shown);
    }

    @GET
    @Snapshot
    @Path("/{id}")
    @Operation(summary = "What a file would do, and how far its run has come")
    public ShownImport get(@PathParam("id") UUID id) {
        return shown(imports.get(caller.scope(), id));
    }

    @GET
    @Snapshot
    @Path("/{id}/bad-rows")
    @Operation(summary = "Rows that are not taken over, and why, in the order of the file")
    public Page<ShownBadRow> badRows(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        var one = imports.get(caller.scope(), id);
        return Page.of(staged.bad(id, page.afterNumber(), page.rows()), page, row -> List.of(row.line()))
                .map(row -> {
                    var where = ReadSheet.where(one.read(), row.line());
                    return new ShownBadRow(
                            where.sheet(),
                            where.line(),
                            errorFile.said(one.kind(), one.sheets().get(row.sheet()), row.reasons()));
                });
    }

    @GET
    @Path("/{id}/error-file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "These rows as they came, with the reason behind them: CSV or XLSX, whichever was sent",
            description = "Can be put right and sent again; 404 where there are none, or they are not kept any more")
    public Response errors(@PathParam("id") UUID id) {
        var one = imports.get(caller.scope(), id);
        refuseUnless(one.hasErrorFile(), KitRefusal.NOT_FOUND);
        StreamingOutput rows = out -> errorFile.write(one, out);
        var name = one.format() == Format.XLSX ? "errors.xlsx" : "errors.csv";
        return Response.ok(rows)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    @POST
    @Path("/{id}/run")
    @Idempotent
    @Operation(
            summary = "Take over what was shown, or go on with what was stopped; one at a time in a project",
            description =
                    "APPEND takes what is new, and what is known comes back in the error file; UPDATE also puts right"
                            + " what is known, with history, of customers alone; SKIP leaves it as it is. It goes on by itself")
    public ShownImport run(@PathParam("id") UUID id, @NotNull @Valid RunImport wish) {
        running.start(id, wish.mode(), wish.reason());
        return shown(imports.get(caller.scope(), id));
    }

    @POST
    @Path("/{id}/stop")
    @Idempotent
    @Operation(summary = "Stop a run: what is written stays, the rest can be gone on with")
    public ShownImport stop(@PathParam("id") UUID id) {
        running.stop(id);
        return shown(imports.get(caller.scope(), id));
    }

    @GET
    @Snapshot
    @Path("/origins/{customer}")
    @Operation(summary = "From which files what is known of a customer came, and whom they name as authors")
    public List<ShownOrigin> origins(@PathParam("customer") UUID customer) {
        var found = customers.get(caller.scope(), customer);
        return records.of(customers.records(found));
    }

    private ShownImport shown(CustomerImport one) {
        var manages = caller.holds(one.project(), Role.SITE_MANAGER);
        var isWaiting = one.state() == ImportState.READY && one.toDo() > 0 || one.state() == ImportState.STOPPED;
        return new ShownImport(
                one.id(),
                one.project(),
                one.kind(),
                one.format(),
                one.state(),
                one.mode(),
                List.of(ImportMode.values()),
                one.consultants(),
                one.rows(),
                one.fresh(),
                one.known(),
                one.duplicates(),
                one.bad(),
                one.worked(),
                one.added(),
                one.updated(),
                one.leftAlone(),
                one.merged(),
                one.failed(),
                one.hasErrorFile(),
                one.read(),
                one.sentBy(),
                one.sentAt(),
                one.runBy(),
                one.runAt(),
                one.endedAt(),
                List.of(
                        RUN_IMPORT.on(isWaiting && manages, one.id()),
                        STOP_IMPORT.on(one.state() == ImportState.RUNNING && manages, one.id())));
    }
}
