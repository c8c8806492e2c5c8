package org.anchang.customer.staff;

import static org.anchang.kit.identity.HeldPosts.EVERY_PROJECT;
import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.colleague.Colleagues;
import org.anchang.customer.roster.InCharge;
import org.anchang.customer.roster.Roster;
import org.anchang.customer.staff.PersonResource.Ending;
import org.anchang.events.CustomerEvent.PostsChanged;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// Posts are given, changed and ended (SEC-1, REC-1); who leaves loses all (TRK-7). Each time the account follows.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class GivingPosts {
    @Inject
    StaffPeople people;

    @Inject
    Posts posts;

    @Inject
    StaffRights rights;

    @Inject
    AccountUpdates updates;

    @Inject
    Customers customers;

    @Inject
    Roster roster;

    @Inject
    Colleagues colleagues;

    @Inject
    Instance<InCharge> charges;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// One more post for somebody who works here, in whatever project.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OWN_POSTS_ARE_OTHERS_TO_GIVE, POST_IS_NOT_YOURS_TO_GIVE,
    ///     PERSON_UNKNOWN, PERSON_HAS_LEFT, and what [#give(StaffPerson, Post.Given, FirstPassword)] refuses
    StaffPerson give(Post.Given given) {
        caller.mustBeBoundTo(given.project());
        rights.mustGive(given);
        var person = people.toChange(given.person()).orElseThrow(() -> refuse(CustomerRefusal.PERSON_UNKNOWN)
                .with("field", "person")
                .with("person", given.person()));
        person.mustBeActive();
        give(person, given, null);
        return person;
    }

    /// @param password a first one, for whom is invited
    /// @throws org.anchang.kit.problem.Refused ONLY_CONSULTANTS_SIT, POST_IS_HELD_ALREADY,
    ///     ADMINISTRATORS_HOLD_NO_OTHER_POST, SEAT_IS_TAKEN
    void give(StaffPerson person, Post.Given given, @Nullable FirstPassword password) {
        var post = Post.given(given, posts.heldBy(person.person()), caller.name(), clock.instant());
        seatMustBeFree(given.project(), given.seat());
        posts.persist(post);
        begin(person, List.of(post));
        updates.ask(person.person(), password);
        tell(person.person(), given.project(), null);
    }

    /// What the product knows of somebody from now on: the consultant on the roster, and what they are called.
    void begin(StaffPerson person, List<Post> given) {
        for (var post : given) {
            colleagues.introduce(person.person(), person.name(), Set.of(post.project()));
            if (isOnRoster(post)) {
                roster.enter(worker(post));
            }
        }
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OWN_POSTS_ARE_OTHERS_TO_GIVE, POST_IS_NOT_YOURS_TO_GIVE,
    ///     POST_HAS_ENDED, ONLY_CONSULTANTS_SIT, SEAT_IS_TAKEN
    StaffPerson seat(UUID id, @Nullable Integer seat) {
        var post = posts.get(caller.scope(), id);
        rights.mustChange(post);
        var person = people.toChange(post.person()).orElseThrow();
        post.sit(null);
        seatMustBeFree(post.project(), seat);
        post.sit(seat);
        return person;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OWN_POSTS_ARE_OTHERS_TO_GIVE, POST_IS_NOT_YOURS_TO_GIVE,
    ///     POST_HAS_ENDED, OWNS_CUSTOMERS, PERSON_UNKNOWN, STILL_RECEIVING
    StaffPerson end(UUID id, Ending why) {
        var post = posts.get(caller.scope(), id);
        rights.mustChange(post);
        var person = people.toChange(post.person()).orElseThrow();
        mustWorkHere(why.successor());
        end(post, decision(why.reason()), why.successor());
        updates.ask(post.person(), null);
        tell(post.person(), post.project(), why.successor());
        return person;
    }

    /// TRK-7: the account ends with the posts.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OWN_POSTS_ARE_OTHERS_TO_GIVE, POST_IS_NOT_YOURS_TO_GIVE,
    ///     PERSON_HAS_LEFT, OWNS_CUSTOMERS, PERSON_UNKNOWN, STILL_RECEIVING
    StaffPerson leave(String name, Ending why) {
        var person = people.toChange(caller.scope(), name);
        person.mustBeActive();
        var held = posts.heldBy(name);
        rights.mustDecideOn(name, held);
        mustWorkHere(why.successor());
        held.forEach(post -> end(post, decision(why.reason()), why.successor()));
        person.leave(decision(why.reason()));
        updates.ask(name, null);
        tell(name, EVERY_PROJECT, why.successor());
        return person;
    }

    private void end(Post post, StaffPerson.StaffDecision decision, @Nullable String successor) {
        post.end(decision);
        if (isOnRoster(post)) {
            // First, so that who gets a customer at this moment has it before they are counted.
            roster.leave(worker(post));
            var owned = customers.ownedBy(post.person(), post.project());
            if (owned > 0) {
                throw refuse(CustomerRefusal.OWNS_CUSTOMERS)
                        .with("person", post.person())
                        .with("project", post.project())
                        .with("customers", owned);
            }
        }
        handOver(post, decision, successor);
    }

    /// TRK-7: what somebody had to see to there is the successor's, or that of whoever decides it where there
    /// is none.
    private void handOver(Post post, StaffPerson.StaffDecision decision, @Nullable String successor) {
        var departure = new InCharge.Departure(
                post.project(),
                post.person(),
                isOnRoster(post),
                !isIn(post.project(), post.person()),
                successor != null && isIn(post.project(), successor) ? successor : decision.by(),
                decision.by(),
                decision.at());
        charges.forEach(charge -> charge.handOver(departure));
    }

    /// TRK-7: other services hear where somebody works now, and who sees to what was theirs.
    ///
    /// @param project where that has changed
    private void tell(String person, String project, @Nullable String successor) {
        outbox.append(new PostsChanged(
                UUID.nameUUIDFromBytes(("staff " + person).getBytes(StandardCharsets.UTF_8)),
                project,
                clock.instant(),
                person,
                projects(posts.heldBy(person)),
                successor == null
                        ? null
                        : new PostsChanged.Successor(
                                successor,
                                projects(posts.heldBy(successor).stream()
                                        .filter(post -> !post.isAdministration())
                                        .toList()))));
    }

    private static List<String> projects(List<Post> held) {
        return held.stream().map(Post::project).distinct().sorted().toList();
    }

    private void mustWorkHere(@Nullable String successor) {
        if (successor != null && posts.heldBy(successor).isEmpty()) {
            throw refuse(CustomerRefusal.PERSON_UNKNOWN)
                    .with("field", "successor")
                    .with("person", successor);
        }
    }

    /// Whether somebody holds a post in the project, or in every one.
    private boolean isIn(String project, String person) {
        return posts.heldBy(person).stream()
                .anyMatch(
                        post -> post.project().equals(project) || post.project().equals(EVERY_PROJECT));
    }

    private StaffPerson.StaffDecision decision(String reason) {
        return new StaffPerson.StaffDecision(reason, caller.name(), clock.instant());
    }

    private void seatMustBeFree(String project, @Nullable Integer seat) {
        if (seat != null) {
            posts.seatMustBeFree(project, seat);
        }
    }

    private static boolean isOnRoster(Post post) {
        return post.isConsultants() && !post.project().equals(EVERY_PROJECT);
    }

    private static Roster.Worker worker(Post post) {
        return new Roster.Worker(post.project(), post.person());
    }
}
