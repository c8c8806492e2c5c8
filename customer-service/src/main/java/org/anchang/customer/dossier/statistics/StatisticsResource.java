package org.anchang.customer.dossier.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.anchang.customer.dossier.template.DossierField;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CUS-5: what the dossiers of a project say, by answer and stage.
@Path("/api/v1/dossiers/{project}/statistics")
@RunOnVirtualThread
@Tag(name = "Dossiers")
public class StatisticsResource {
    /// @param customers absent: too few to be shown, or what would give such a group away
    public record CountedInStage(
            CountedStage stage, @Nullable Long customers) {}

    /// @param answer    its key
    /// @param customers absent: too few to be shown, or what would give such a group away
    public record CountedGroup(
            String answer,
            String label,
            @Nullable String english,
            @Nullable Long customers,
            List<CountedInStage> stages) {}

    /// @param least  groups of fewer customers are not shown
    /// @param hidden whether there are any
    public record StatisticOfField(
            String project, DossierField field, int least, boolean hidden, List<CountedGroup> groups) {}

    @Inject
    CountingDossiers counting;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @RolesAllowed({
        Role.SITE_MANAGER,
        Role.SALES_SUPERVISOR,
        Role.SALES_MANAGER,
        Role.SALES_STATISTICIAN,
        Role.GENERAL_MANAGER
    })
    @Operation(
            summary = "How many customers gave each answer, by how far they have come",
            description =
                    "One field, the whole project, and no filter beside it; numbers and dates in ranges that nobody"
                            + " chooses; groups that are too few are hidden,"
                            + " and so are those from which they could be reckoned")
    public StatisticOfField getStatistics(
            @PathParam("project") String project, @NotBlank @QueryParam("field") String field) {
        caller.mustBeBoundTo(project);
        return counting.of(project, field);
    }
}
