package org.anchang.customer.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.ownership.MoveResource;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// People as others read of them: their posts in the reader's projects, and what can be done.
@ApplicationScoped
class ShowingPeople {

    /// @param seat REC-1: from the left
    public record ShownPost(
            UUID id,
            String project,
            @Schema(ref = "RoleName") String role,
            @Nullable Integer seat,
            Instant since,
            String givenBy,
            List<Action> actions) {}

    /// @param person     the user name
    /// @param invitedAt  not there of whom the identity provider knew before
    /// @param leftReason of whom has left
    /// @param inForce    whether the account follows already; a token that is out counts for a minute more
    /// @param posts      the present ones in the caller's projects
    public record ShownPerson(
            String person,
            String name,
            StaffPerson.PersonState state,
            @Nullable Instant invitedAt,
            @Nullable String leftReason,
            boolean inForce,
            List<ShownPost> posts,
            List<Action> actions) {}

    /// @param initialPassword for the next sign-in, at which it is changed; it is shown here and nowhere else
    public record Invited(
            String person,
            String name,
            StaffPerson.PersonState state,
            @Nullable Instant invitedAt,
            boolean inForce,
            List<ShownPost> posts,
            List<Action> actions,
            String initialPassword) {}

    private static final Offer GIVE_POST = Offer.of(CustomerAction.GIVE_POST, PostResource.class, "give");
    private static final Offer RESET_PASSWORD =
            Offer.of(CustomerAction.RESET_PASSWORD, PersonResource.class, "giveNewPassword");
    private static final Offer LEAVE = Offer.of(CustomerAction.LEAVE, PersonResource.class, "leave");
    private static final Offer SET_SEAT = Offer.of(CustomerAction.SET_SEAT, PostResource.class, "seat");
    private static final Offer HAND_OVER = Offer.of(CustomerAction.HAND_OVER, MoveResource.class, "move");
    private static final Offer END = Offer.of(CustomerAction.END, PostResource.class, "end");

    @Inject
    Posts posts;

    @Inject
    AccountUpdates updates;

    @Inject
    StaffRights rights;

    @Inject
    Caller caller;

    Page<ShownPerson> of(Page<StaffPerson> page) {
        var names = page.items().stream().map(StaffPerson::person).toList();
        var held = posts.heldBy(names, caller.scope()).stream().collect(Collectors.groupingBy(Post::person));
        var everywhere = posts.heldBy(names).stream().collect(Collectors.groupingBy(Post::person));
        var waiting = updates.waiting(names);
        return page.map(person -> shown(
                person,
                held.getOrDefault(person.person(), List.of()),
                everywhere.getOrDefault(person.person(), List.of()),
                !waiting.contains(person.person())));
    }

    ShownPerson of(StaffPerson person) {
        posts.flush();
        return of(new Page<>(List.of(person), null)).items().getFirst();
    }

    Invited invited(StaffPerson person, FirstPassword password) {
        var shown = of(person);
        return new Invited(
                shown.person(),
                shown.name(),
                shown.state(),
                shown.invitedAt(),
                shown.inForce(),
                shown.posts(),
                shown.actions(),
                password.text());
    }

    private ShownPerson shown(StaffPerson person, List<Post> held, List<Post> everywhere, boolean inForce) {
        return new ShownPerson(
                person.person(),
                person.name(),
                person.state(),
                person.invitedAt(),
                person.leftReason(),
                inForce,
                held.stream().map(this::shown).toList(),
                person.state() == StaffPerson.PersonState.LEFT ? List.of() : actions(person, everywhere));
    }

    private List<Action> actions(StaffPerson person, List<Post> everywhere) {
        var mayDecide = rights.mayDecideOn(person.person(), everywhere);
        return List.of(
                GIVE_POST.on(!rights.isCaller(person.person()) && caller.holdsSomewhere(StaffRights.GIVING)),
                RESET_PASSWORD.on(mayDecide, person.person()),
                LEAVE.on(mayDecide, person.person()));
    }

    private ShownPost shown(Post post) {
        var mayChange = rights.mayChange(post);
        var actions = new ArrayList<Action>();
        if (post.isConsultants()) {
            actions.add(SET_SEAT.on(mayChange, post.id()));
            actions.add(HAND_OVER.on(mayChange));
        }
        actions.add(END.on(mayChange, post.id()));
        return new ShownPost(
                post.id(), post.project(), post.role(), post.seat(), post.since(), post.givenBy(), actions);
    }
}
