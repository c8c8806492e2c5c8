package org.anchang.kit.paper;

import java.util.Set;
import java.util.UUID;

/// Where a service gives a paper its content.
public interface PaperSource {
    /// A paper about something.
    ///
    /// @param name    of the template
    /// @param subject what it shows, e.g. an order form
    record Asked(String name, UUID subject) {}

    /// Whose paper it is.
    ///
    /// @param belongsTo among whose papers it is listed, e.g. a deal, which is what looks name
    /// @param owner     reads all of it, as the site manager does
    /// @param company   the seller, above the paper
    record Standing(String project, String kind, UUID belongsTo, String owner, String company) {}

    /// The templates that it fills.
    Set<String> papers();

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND where the subject is not there, or not the caller's to see
    Standing standing(Asked asked);

    /// In full: who may read what of it is seen to by whoever shows it.
    Content content(Asked asked);
}
