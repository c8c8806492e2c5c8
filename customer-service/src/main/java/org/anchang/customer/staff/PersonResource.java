package org.anchang.customer.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Who works in the offices: invitations, leavers, forgotten passwords (SEC-1, TRK-7).
@Path("/api/v1/people")
@RunOnVirtualThread
@Tag(name = "People")
public class PersonResource {
    /// As identity providers take them: small letters and digits, with points, strokes and dashes between.
    static final String USER_NAME = "[a-z0-9][a-z0-9._-]{2,49}";

    static final String PROJECT = "\\*|[a-z0-9][a-z0-9-]{0,31}";
    static final String ROLE = Role.CONSULTANT + "|" + Role.SITE_MANAGER + "|" + Role.SALES_SUPERVISOR + "|"
            + Role.SALES_MANAGER + "|" + Role.SALES_STATISTICIAN + "|" + Role.FINANCE + "|" + Role.GENERAL_MANAGER + "|"
            + Role.ENGINEERING + "|" + Role.COST_AUDITOR + "|" + Role.ADMINISTRATOR;

    /// Somebody begins, with a first post.
    ///
    /// @param person  the user name, for good
    /// @param name    what people call them
    /// @param project `*` for every one
    /// @param seat    REC-1: a consultant's, from the left
    public record Invitation(
            @NotNull @Pattern(regexp = USER_NAME) String person,
            @NotBlank @Size(max = 100) String name,
            @NotNull @Pattern(regexp = PROJECT) String project,

            @NotNull @Pattern(regexp = ROLE) @Schema(ref = "RoleName")
            String role,

            @Nullable @Min(1) @Max(99) Integer seat) {}

    public record Reason(@NotBlank @Size(max = 500) String reason) {}

    /// A post, or all of them, end.
    ///
    /// @param successor who sees to what is still to be done: complaints, messages, half-days at the desk;
    ///     left out: the
    ///     caller
    public record Ending(
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(max = 100) String successor) {}

    @Inject
    InvitingPeople inviting;

    @Inject
    GivingPosts giving;

    @Inject
    StaffPeople people;

    @Inject
    ShowingPeople showing;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @RolesAllowed({
        Role.SITE_MANAGER,
        Role.SALES_SUPERVISOR,
        Role.SALES_MANAGER,
        Role.GENERAL_MANAGER,
        Role.ADMINISTRATOR
    })
    @Operation(
            summary = "Who works in the caller's projects, by user name",
            description = "`left`: those too who have left, or hold no post there any more")
    public Page<ShowingPeople.ShownPerson> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("left") @DefaultValue("false") boolean left,
            @Valid @BeanParam PageRequest page) {
        return showing.of(people.list(caller.scope(), new StaffPeople.PersonFilter(project, left), page));
    }

    @POST
    @Idempotent(asksFirst = true)
    @ResponseStatus(201)
    @RolesAllowed({Role.SITE_MANAGER, Role.ADMINISTRATOR})
    @Operation(
            summary = "Invite somebody to a first post, or back to one",
            description = "The account is there within seconds (`inForce`); its first password is in this answer alone")
    public ShowingPeople.Invited invite(@NotNull @Valid Invitation wish) {
        return inviting.invite(
                Names.trimmed(wish.name()),
                new Post.Given(wish.person(), wish.project(), wish.role(), wish.seat()),
                FirstPassword.byChance());
    }

    @POST
    @Path("/{person}/leave")
    @Idempotent
    @RolesAllowed({Role.SITE_MANAGER, Role.ADMINISTRATOR})
    @Operation(summary = "TRK-7: somebody leaves: all posts end, nobody signs in by the account any more")
    public ShowingPeople.ShownPerson leave(@PathParam("person") String person, @NotNull @Valid Ending why) {
        return showing.of(giving.leave(person, why));
    }

    @POST
    @Path("/{person}/password")
    @Idempotent
    @RolesAllowed({Role.SITE_MANAGER, Role.ADMINISTRATOR})
    @Operation(summary = "A password was forgotten: another one for the next sign-in, in this answer alone")
    public ShowingPeople.Invited giveNewPassword(@PathParam("person") String person, @NotNull @Valid Reason why) {
        return inviting.giveNewPassword(person, why.reason());
    }
}
