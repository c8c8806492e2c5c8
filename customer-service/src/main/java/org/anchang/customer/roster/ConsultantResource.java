package org.anchang.customer.roster;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.Action;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// REC-2, REC-6: the consultants of a project.
@Path("/api/v1/consultants")
@RunOnVirtualThread
@Tag(name = "Consultants")
public class ConsultantResource {
    /// @param person the user name
    public record EnterConsultant(
            @NotBlank @Size(max = 50) String project,
            @NotBlank @Size(max = 100) String person) {}

    public record ShownConsultant(
            UUID id, String project, String person, String recordedBy, Instant recordedAt, List<Action> actions) {
        static ShownConsultant of(Consultant consultant) {
            return new ShownConsultant(
                    consultant.id(),
                    consultant.project(),
                    consultant.person(),
                    consultant.recordedBy(),
                    consultant.recordedAt(),
                    List.of());
        }
    }

    @Inject
    Roster roster;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.SITE_MANAGER, Role.ADMINISTRATOR})
    @Operation(
            summary = "Enter somebody as a consultant of the project, so that customers can be given to them",
            description = "Who has registered or received somebody as a consultant is known without it")
    public ShownConsultant enter(@NotNull @Valid EnterConsultant request) {
        caller.mustBeBoundTo(request.project());
        return ShownConsultant.of(roster.enter(new Roster.Worker(request.project(), Names.plain(request.person()))));
    }

    @GET
    @Snapshot
    @Authenticated
    @Operation(summary = "The known consultants of a project, in the order in which they became known")
    public Page<ShownConsultant> list(
            @QueryParam("project") @Nullable String project, @Valid @BeanParam PageRequest page) {
        return roster.list(caller.scope(), project, page).map(ShownConsultant::of);
    }
}
