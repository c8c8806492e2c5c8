package org.anchang.kit.export;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.OwnResources;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// PAP-3: long lists as files, at `/api/v1/<service>-exports`, e.g. `deal-exports`. An export is the asker's alone.
@Path("/api/v1")
@RunOnVirtualThread
@RolesAllowed({Role.SALES, Role.FINANCE, Role.ADMINISTRATOR})
@Tag(name = "Exports")
public class ExportResource {
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// @param list   e.g. `customers`
    /// @param filter the query by which the list itself is narrowed, e.g. `state=AVAILABLE`
    public record AskForExport(
            @NotBlank @Size(max = 40) String project,
            @NotBlank @Size(max = 40) String list,
            @Nullable @Size(max = 1000) String filter) {}

    /// @param expected  how many rows there are, once that is known; `rows` of them are written
    /// @param expiresAt until when the file can be had, once it is written
    /// @param failure   `BROKE_OFF`, `TOO_MANY_ROWS` or `TOO_LARGE`
    public record Export(
            UUID id,
            String project,
            String list,
            String filter,
            ExportState state,
            Instant askedAt,
            @Nullable Long expected,
            Long rows,
            Long bytes,
            @Nullable Instant endedAt,
            @Nullable Instant expiresAt,
            @Nullable String failure) {
        static Export of(ExportTasks.Task task) {
            return new Export(
                    task.id(),
                    task.project(),
                    task.list(),
                    task.filter(),
                    task.state(),
                    task.askedAt(),
                    task.expected(),
                    task.rows(),
                    task.bytes(),
                    task.endedAt(),
                    task.expiresAt(),
                    task.failure() == null ? null : task.failure().name());
        }
    }

    @Inject
    ExportTasks tasks;

    @Inject
    WritingExports writing;

    @Inject
    OwnResources own;

    @Inject
    Caller caller;

    @ConfigProperty(name = "anchang.export.most")
    int most;

    @POST
    @Path("/{exports:[a-z]+-exports}")
    @Idempotent
    @ResponseStatus(201)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask for a list as a workbook: as the caller may see it now, narrowed as the list itself is")
    public Export ask(
            @PathParam("exports") String resource,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language,
            @NotNull @Valid AskForExport request) {
        own.mustBeOurs(resource);
        caller.mustBeBoundTo(request.project());
        var source = writing.source(request.list()).orElseThrow(() -> refuse(KitRefusal.EXPORT_LIST_UNKNOWN));
        var roles = caller.posts().in(request.project());
        refuseUnless(roles.stream().anyMatch(source.roles()::contains), KitRefusal.EXPORT_LIST_UNKNOWN);
        var asked = new Asked(
                Ids.next(),
                request.project(),
                request.list(),
                new ExportQuery(Objects.requireNonNullElse(request.filter(), "")),
                caller.name(),
                Objects.requireNonNullElse(caller.fullName(), caller.name()),
                roles,
                caller.scope().ownOnly(request.project()),
                language == null || !language.startsWith("zh"));
        // Refuses a filter that the list does not know.
        source.reading(asked);
        tasks.ask(asked, most);
        return Export.of(tasks.get(caller.name(), asked.id()));
    }

    @GET
    @Path("/{exports:[a-z]+-exports}")
    @Snapshot
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The caller's exports, the latest first")
    public Page<Export> list(@PathParam("exports") String resource, @Valid @BeanParam PageRequest page) {
        own.mustBeOurs(resource);
        return tasks.list(caller.name(), page).map(Export::of);
    }

    @GET
    @Path("/{exports:[a-z]+-exports}/{id}")
    @Snapshot
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How far one is")
    public Export get(@PathParam("exports") String resource, @PathParam("id") UUID id) {
        own.mustBeOurs(resource);
        return Export.of(tasks.get(caller.name(), id));
    }

    @POST
    @Path("/{exports:[a-z]+-exports}/{id}/cancellation")
    @Idempotent
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give one up, also when its file is written")
    public Export cancel(@PathParam("exports") String resource, @PathParam("id") UUID id) {
        own.mustBeOurs(resource);
        tasks.cancel(caller.name(), id);
        return Export.of(tasks.get(caller.name(), id));
    }

    @GET
    @Path("/{exports:[a-z]+-exports}/{id}/file")
    @Produces(TYPE)
    @Operation(
            summary = "The file, until it expires; for who asked for it, as long as they hold the roles with which they"
                    + " asked")
    public Response file(@PathParam("exports") String resource, @PathParam("id") UUID id) {
        own.mustBeOurs(resource);
        var task = tasks.get(caller.name(), id);
        caller.mustBeBoundTo(task.project());
        refuseUnless(
                caller.posts().in(task.project()).containsAll(Arrays.asList(task.roles())),
                KitRefusal.ROLE_NOT_ALLOWED);
        switch (task.state()) {
            case QUEUED, RUNNING -> throw refuse(KitRefusal.EXPORT_NOT_READY);
            case CANCELLED, FAILED, EXPIRED -> throw refuse(KitRefusal.EXPORT_IS_OVER);
            case READY -> {}
        }
        tasks.downloaded(caller.name(), id);
        StreamingOutput content = out -> {
            long sent = 0;
            for (int nr = 0; sent < task.bytes(); nr++) {
                // A file that goes meanwhile breaks the connection: half of it would pass for a whole.
                var piece = tasks.piece(id, nr).orElseThrow(() -> new java.io.IOException("the file is gone"));
                out.write(piece);
                sent += piece.length;
            }
        };
        return Response.ok(content)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + task.list() + "-"
                                + id.toString().substring(0, 8) + ".xlsx\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
