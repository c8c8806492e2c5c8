package org.anchang.customer.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// SEC-1, REC-1: who does what in which project, and where consultants sit.
@Path("/api/v1/posts")
@RunOnVirtualThread
@RolesAllowed({Role.SITE_MANAGER, Role.ADMINISTRATOR})
@Tag(name = "People")
public class PostResource {
    /// @param person  the user name of somebody who works here already
    /// @param project `*` for every one
    public record GivePost(
            @NotNull @Pattern(regexp = PersonResource.USER_NAME)
            String person,

            @NotNull @Pattern(regexp = PersonResource.PROJECT)
            String project,

            @NotNull @Pattern(regexp = PersonResource.ROLE) @Schema(ref = "RoleName")
            String role,

            @Nullable @Min(1) @Max(99) Integer seat) {}

    /// @param seat left out: none
    public record TakeSeat(@Nullable @Min(1) @Max(99) Integer seat) {}

    @Inject
    GivingPosts giving;

    @Inject
    ShowingPeople showing;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            summary = "Give somebody a post",
            description = "It counts within a minute everywhere, in tokens that are out too")
    public ShowingPeople.ShownPerson give(@NotNull @Valid GivePost wish) {
        return showing.of(giving.give(new Post.Given(wish.person(), wish.project(), wish.role(), wish.seat())));
    }

    @POST
    @Path("/{id}/seat")
    @Idempotent
    @Operation(summary = "REC-1: give a consultant another seat, or none")
    public ShowingPeople.ShownPerson seat(@PathParam("id") UUID id, @NotNull @Valid TakeSeat wish) {
        return showing.of(giving.seat(id, wish.seat()));
    }

    @POST
    @Path("/{id}/end")
    @Idempotent
    @Operation(
            summary = "End a post",
            description = "TRK-7: a consultant's customers in the project are handed over first")
    public ShowingPeople.ShownPerson end(@PathParam("id") UUID id, @NotNull @Valid PersonResource.Ending why) {
        return showing.of(giving.end(id, why));
    }
}
