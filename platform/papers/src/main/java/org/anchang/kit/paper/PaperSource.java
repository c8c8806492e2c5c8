package org.anchang.kit.paper;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a service gives a paper its content.
public interface PaperSource {
    /// A paper about something.
    ///
    /// @param name    of the template
    /// @param subject what it shows, e.g. an order form
    /// @param whole   of which project and what of it, where it is about no single thing
    record Asked(String name, UUID subject, @Nullable Whole whole) {
        public Asked(String name, UUID subject) {
            this(name, subject, null);
        }

        /// A paper about a project.
        public static Asked of(String name, Whole whole) {
            var all = "%s/%s/%s".formatted(name, whole.project(), whole.key());
            return new Asked(name, UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)), whole);
        }
    }

    /// @param key what of the project, e.g. a week or a quarter; the source says how it is written
    record Whole(String project, String key) {}

    /// Whose paper it is.
    ///
    /// @param belongsTo among whose papers it is listed, e.g. a deal, which is what looks name
    /// @param owner     reads all of it, as the site manager does
    /// @param company   the seller, above the paper
    /// @param readsWords whether the caller reads what people wrote on it, as who signed it does
    record Standing(String project, String kind, UUID belongsTo, String owner, String company, boolean readsWords) {
        public Standing(String project, String kind, UUID belongsTo, String owner, String company) {
            this(project, kind, belongsTo, owner, company, false);
        }

        public Standing readBySigner(boolean isSigner) {
            return new Standing(project, kind, belongsTo, owner, company, isSigner);
        }
    }

    /// The templates that it fills.
    Set<String> papers();

    /// Those of [#papers()] that are about a project, and no single thing of it.
    default Set<String> projectPapers() {
        return Set.of();
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND where the subject is not there, or not the
    /// caller's to see
    Standing standing(Asked asked);

    /// What neighbours know of it, asked with the caller's own rights before the transaction in which it is
    /// filled. Who asks has to see first that the subject is the caller's to see; of other papers nothing is
    /// read here.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND as [#standing], or where a neighbour does not answer:
    ///     no paper is filled by half
    default Content asked(Asked asked) {
        return Content.filling().content();
    }

    /// What this service knows, in full: who may read what of it is seen to by whoever shows it.
    Content content(Asked asked);
}
