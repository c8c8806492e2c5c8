package org.anchang.inventory.release;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.Statements;
import org.anchang.kit.Action;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-8, INV-14: releases.
@Path("/api/v1/releases")
@RunOnVirtualThread
@Tag(name = "Releases")
public class ReleaseResource {
    /// One of `units`, `building` and `everything` says what opens.
    ///
    /// @param permit number of the pre-sale permit on which they are sold
    public record ReleaseUnits(
            @NotBlank String project,
            @Nullable @Size(max = 10_000) List<@NotNull UUID> units,
            @Nullable UUID building,
            @Nullable Boolean everything,
            @NotBlank @Size(max = 100) String permit,
            @Nullable @Size(max = 500) String note) {
        ReleasingUnits.Plan plan() {
            return new ReleasingUnits.Plan(project, units, building, Boolean.TRUE.equals(everything), permit, note);
        }
    }

    /// @param units how many were released
    public record Released(UUID id, String project, int units, String permit, List<Action> actions) {}

    public record PastRelease(
            UUID id,
            String project,
            String permit,
            @Nullable String note,
            long units,
            String by,
            Instant at) {}

    private static final String PAST = """
            SELECT r.id, r.project, r.permit, r.note, (SELECT count(*) FROM release_unit u WHERE u.release = r.id), r.person, r.at
            FROM release r WHERE r.project = ? ORDER BY r.id DESC LIMIT 200""";

    @Inject
    ReleasingUnits releasing;

    @Inject
    Statements statements;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Put units on sale")
    public Released release(@NotNull @Valid ReleaseUnits request) {
        var release = releasing.release(request.plan());
        return new Released(release.id(), request.project(), release.units().size(), request.permit(), List.of());
    }

    @GET
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
    @Operation(summary = "The project's releases, the newest first, at most 200")
    public Page<PastRelease> list(@NotNull @QueryParam("project") String project) {
        caller.mustBeBoundTo(project);
        return new Page<>(
                statements.rows(
                        PAST,
                        row -> new PastRelease(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getLong(5),
                                row.getString(6),
                                row.getObject(7, OffsetDateTime.class).toInstant()),
                        project),
                null);
    }
}
