package org.anchang.customer.dossier;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.anchang.customer.dossier.Completeness.OfConsultant;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// CUS-4: how complete the dossiers of a project are.
@Path("/api/v1/dossiers/{project}/completeness")
@RunOnVirtualThread
@Tag(name = "Dossiers")
public class CompletenessResource {
    /// @param customers whom the consultant owns
    /// @param begun     of how many a dossier says anything
    /// @param percent   of the fields of all of them that say something
    public record CompletenessOfConsultant(String consultant, long customers, long begun, int percent) {}

    /// @param fields how many the template shows
    public record CompletenessOfProject(
            String project, int fields, int percent, List<CompletenessOfConsultant> consultants) {}

    @Inject
    Completeness completeness;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
    @Operation(summary = "How complete the dossiers are, by consultant; a consultant sees the own line")
    public CompletenessOfProject getCompleteness(@PathParam("project") String project) {
        caller.mustBeBoundTo(project);
        var fields = completeness.fields(project).size();
        var found = completeness.of(caller.scope(), project);
        var customers = found.stream().mapToLong(OfConsultant::customers).sum();
        var filled = found.stream().mapToLong(OfConsultant::filled).sum();
        return new CompletenessOfProject(
                project,
                fields,
                Completeness.percent(filled, customers * fields),
                found.stream()
                        .map(one -> new CompletenessOfConsultant(
                                one.consultant(),
                                one.customers(),
                                one.begun(),
                                Completeness.percent(one.filled(), one.customers() * fields)))
                        .toList());
    }
}
