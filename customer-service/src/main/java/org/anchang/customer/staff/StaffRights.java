package org.anchang.customer.staff;

import static org.anchang.kit.identity.HeldPosts.EVERY_PROJECT;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.anchang.customer.CustomerRefusal;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;

/// SEC-1: who gives and ends which posts. Nobody has any say over themselves.
@ApplicationScoped
class StaffRights {
    /// Those who may give any post at all.
    static final String[] GIVING = {Role.SITE_MANAGER, Role.ADMINISTRATOR};

    private static final Set<String> OF_SITE_MANAGERS = Set.of(Role.CONSULTANT, Role.SALES_STATISTICIAN);

    @Inject
    Caller caller;

    boolean mayGive(String project, String role) {
        return caller.holds(project, Role.ADMINISTRATOR)
                || caller.holds(project, Role.SITE_MANAGER) && OF_SITE_MANAGERS.contains(role);
    }

    boolean mayChange(Post post) {
        return !isCaller(post.person()) && mayGive(post.project(), post.role());
    }

    /// What concerns the whole person takes the right to each of the posts.
    boolean mayDecideOn(String person, List<Post> held) {
        return !isCaller(person)
                && (held.isEmpty()
                        ? caller.holds(EVERY_PROJECT, Role.ADMINISTRATOR)
                        : held.stream().allMatch(this::mayChange));
    }

    boolean isCaller(String person) {
        return caller.name().equals(person);
    }

    /// @throws org.anchang.kit.problem.Refused OWN_POSTS_ARE_OTHERS_TO_GIVE, POST_IS_NOT_YOURS_TO_GIVE
    void mustGive(Post.Given post) {
        refuseIf(isCaller(post.person()), CustomerRefusal.OWN_POSTS_ARE_OTHERS_TO_GIVE);
        refuseUnless(mayGive(post.project(), post.role()), CustomerRefusal.POST_IS_NOT_YOURS_TO_GIVE);
    }

    /// @throws org.anchang.kit.problem.Refused OWN_POSTS_ARE_OTHERS_TO_GIVE, POST_IS_NOT_YOURS_TO_GIVE
    void mustChange(Post post) {
        refuseIf(isCaller(post.person()), CustomerRefusal.OWN_POSTS_ARE_OTHERS_TO_GIVE);
        refuseUnless(mayChange(post), CustomerRefusal.POST_IS_NOT_YOURS_TO_GIVE);
    }

    /// @throws org.anchang.kit.problem.Refused OWN_POSTS_ARE_OTHERS_TO_GIVE, POST_IS_NOT_YOURS_TO_GIVE
    void mustDecideOn(String person, List<Post> held) {
        refuseIf(isCaller(person), CustomerRefusal.OWN_POSTS_ARE_OTHERS_TO_GIVE);
        refuseUnless(mayDecideOn(person, held), CustomerRefusal.POST_IS_NOT_YOURS_TO_GIVE);
    }
}
