package org.anchang.customer.reception;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// REC-3: who is out.
@Path("/api/v1/absences")
@RunOnVirtualThread
@Tag(name = "Reception")
public class AbsenceResource {
    public record RecordAbsence(
            @NotBlank String project,
            @NotBlank @Size(max = 100) String person,
            @NotNull Absence.Kind kind,
            @NotNull Instant from,
            @NotNull Instant until) {}

    public record ShownAbsence(
            UUID id,
            String project,
            String person,
            Absence.Kind kind,
            Instant from,
            Instant until,
            String recordedBy,
            @Nullable String endedBy,
            List<Action> actions) {}

    private static final Offer END = Offer.of(CustomerAction.END, AbsenceResource.class, "end");

    @Inject
    Absences absences;

    @Inject
    RecordingAbsences recording;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Record that somebody is out, so that another may receive their customers")
    public ShownAbsence begin(@NotNull @Valid RecordAbsence request) {
        return shown(recording.begin(new Absence.Notice(
                request.project(), request.person(), request.kind(), request.from(), request.until())));
    }

    @POST
    @Path("/{id}/end")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Record that they are back before the time")
    public ShownAbsence end(@PathParam("id") UUID id) {
        return shown(recording.end(id));
    }

    @GET
    @Snapshot
    @Authenticated
    @Operation(summary = "Absences of a project, in the order in which they were recorded")
    public Page<ShownAbsence> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("person") @Nullable String person,
            @Valid @BeanParam PageRequest page) {
        return absences.list(caller.scope(), new Absences.AbsenceFilter(project, person), page)
                .map(this::shown);
    }

    private ShownAbsence shown(Absence absence) {
        var open = absence.endedBy() == null && clock.instant().isBefore(absence.ends());
        return new ShownAbsence(
                absence.id(),
                absence.project(),
                absence.person(),
                absence.kind(),
                absence.begins(),
                absence.ends(),
                absence.recordedBy(),
                absence.endedBy(),
                open ? List.of(END.to(caller, absence.project(), absence.id())) : List.of());
    }
}
