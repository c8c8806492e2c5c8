package org.anchang.customer.staff;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.kit.Ids;
import org.anchang.kit.identity.Role;
import org.jspecify.annotations.Nullable;

/// SEC-1: somebody's role in a project, from its giving to its end.
@Entity
class Post {
    /// What is given.
    ///
    /// @param project `*` for every one
    /// @param seat    REC-1: a consultant's, counted from the left
    record Given(
            String person,
            String project,
            String role,
            @Nullable Integer seat) {}

    @Id
    private UUID id;

    private String person;
    private String project;
    private String role;
    private @Nullable Integer seat;
    private String givenBy;
    private Instant since;
    private @Nullable String endedBy;
    private @Nullable Instant endedAt;
    private @Nullable String endReason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Post() {}

    /// @param others the posts that the person holds already
    /// @throws org.anchang.kit.problem.Refused ONLY_CONSULTANTS_SIT, POST_IS_HELD_ALREADY,
    ///     ADMINISTRATORS_HOLD_NO_OTHER_POST
    static Post given(Given given, List<Post> others, String by, Instant at) {
        var post = new Post();
        post.id = Ids.next();
        post.person = given.person();
        post.project = given.project();
        post.role = given.role();
        post.givenBy = by;
        post.since = at;
        post.sit(given.seat());
        if (others.stream().anyMatch(other -> other.project.equals(post.project) && other.role.equals(post.role))) {
            throw refuse(CustomerRefusal.POST_IS_HELD_ALREADY).with("person", post.person);
        }
        refuseUnless(
                others.stream().allMatch(other -> other.isAdministration() == post.isAdministration()),
                CustomerRefusal.ADMINISTRATORS_HOLD_NO_OTHER_POST);
        return post;
    }

    /// REC-1
    ///
    /// @throws org.anchang.kit.problem.Refused POST_HAS_ENDED, ONLY_CONSULTANTS_SIT
    void sit(@Nullable Integer on) {
        mustBeCurrent();
        refuseUnless(on == null || isConsultants(), CustomerRefusal.ONLY_CONSULTANTS_SIT);
        seat = on;
    }

    /// @throws org.anchang.kit.problem.Refused POST_HAS_ENDED
    void end(StaffPerson.StaffDecision decision) {
        mustBeCurrent();
        endReason = decision.reason();
        endedBy = decision.by();
        endedAt = decision.at();
    }

    boolean isConsultants() {
        return role.equals(Role.CONSULTANT);
    }

    /// APR-7
    boolean isAdministration() {
        return role.equals(Role.ADMINISTRATOR);
    }

    private void mustBeCurrent() {
        refuseIf(endedAt != null, CustomerRefusal.POST_HAS_ENDED);
    }

    UUID id() {
        return id;
    }

    String person() {
        return person;
    }

    String project() {
        return project;
    }

    String role() {
        return role;
    }

    @Nullable
    Integer seat() {
        return seat;
    }

    String givenBy() {
        return givenBy;
    }

    Instant since() {
        return since;
    }
}
