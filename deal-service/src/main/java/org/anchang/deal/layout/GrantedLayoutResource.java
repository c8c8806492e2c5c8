package org.anchang.deal.layout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.anchang.deal.change.ChangeAnswers;
import org.anchang.deal.change.ChangeRequests;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// LAY-1: what engineering inspects once it was built.
@Path("/api/v1/layout-changes")
@RunOnVirtualThread
@RolesAllowed(Role.ENGINEERING)
@Tag(name = "Changes")
public class GrantedLayoutResource {
    /// @param inspections the first one first
    public record GrantedLayout(ChangeAnswers.Request request, List<Inspections.Inspection> inspections) {}

    @Inject
    ChangeRequests requests;

    @Inject
    ChangeAnswers answers;

    @Inject
    Inspections inspections;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(
            summary = "LAY-1: the approved layout changes of a project and their inspections, the oldest first",
            description = "`passed=false`: those that wait to pass one")
    public Page<GrantedLayout> list(
            @QueryParam("project") @NotBlank String project,
            @QueryParam("passed") @Nullable Boolean passed,
            @Valid @BeanParam PageRequest request) {
        caller.mustBeBoundTo(project);
        var page = inspections.granted(project, passed, request);
        var found = inspections.of(page.items());
        return new Page<>(
                requests.all(page.items()).stream()
                        .map(one -> new GrantedLayout(answers.of(one), found.getOrDefault(one.id(), List.of())))
                        .toList(),
                page.next());
    }
}
