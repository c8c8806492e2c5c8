package org.anchang.approval.staff;

import java.util.List;
import java.util.Optional;
import org.anchang.events.CustomerEvent.PostsChanged;
import org.anchang.kit.identity.HeldPosts;
import org.jspecify.annotations.Nullable;

/// Where somebody works now, and who sees to what was theirs.
record Worker(
        String person, List<String> projects, @Nullable String successor, List<String> successorProjects) {
    static Worker of(PostsChanged told) {
        var successor = told.successor();
        return successor == null || successor.person().equals(told.person())
                ? new Worker(told.person(), told.projects(), null, List.of())
                : new Worker(told.person(), told.projects(), successor.person(), successor.projects());
    }

    boolean isGoneFrom(String project) {
        return !HeldPosts.include(projects, project);
    }

    Optional<String> successorIn(String project) {
        return Optional.ofNullable(successor).filter(_ -> HeldPosts.include(successorProjects, project));
    }
}
