package org.anchang.customer.tag;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.tag.Tags.TagWord;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// CUS-9: the tags of a project.
@Path("/api/v1/customer-tags")
@RunOnVirtualThread
@Tag(name = "Customer tags")
@RolesAllowed(Role.SITE_MANAGER)
public class TagResource {
    public record AddTag(
            @NotBlank @Size(max = 50) String project,
            @NotBlank @OneLine @Size(max = 12) String name) {}

    public record ShownTag(UUID id, String name, boolean retired, List<Action> actions) {}

    /// @param items those that are set, then the retired ones
    public record TagList(List<ShownTag> items, List<Action> actions) {}

    private static final Offer ADD_TAG = Offer.of(CustomerAction.ADD_TAG, TagResource.class, "add");
    private static final Offer RETIRE_TAG = Offer.of(CustomerAction.RETIRE_TAG, TagResource.class, "retire");

    @Inject
    Tags tags;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @RolesAllowed(Role.SALES)
    @Operation(summary = "The tags of a project, retired ones too")
    public TagList list(@NotBlank @QueryParam("project") String project) {
        caller.mustBeBoundTo(project);
        return shown(project);
    }

    @POST
    @Idempotent
    @Operation(summary = "Add a tag, or take a retired one up again")
    public TagList add(@NotNull @Valid AddTag wish) {
        caller.mustBeBoundTo(wish.project());
        tags.add(wish.project(), wish.name());
        return shown(wish.project());
    }

    @POST
    @Path("/{id}/retirement")
    @Idempotent
    @Operation(summary = "Retire a tag: it is set no more, and stays where it was set")
    public TagList retire(@PathParam("id") UUID id) {
        return shown(tags.retire(caller.scope(), id));
    }

    private TagList shown(String project) {
        var decides = caller.holds(project, Role.SITE_MANAGER);
        return new TagList(
                tags.of(project).stream().map(tag -> shown(tag, decides)).toList(), List.of(ADD_TAG.on(decides)));
    }

    private static ShownTag shown(TagWord tag, boolean decides) {
        var retire = RETIRE_TAG.on(decides && !tag.retired(), tag.id());
        return new ShownTag(tag.id(), tag.name(), tag.retired(), List.of(retire));
    }
}
