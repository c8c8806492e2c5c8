package org.anchang.deal.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// CUS-6: what people wrote about a deal is for its consultant and the site manager.
@ApplicationScoped
public class Texts {
    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    /// Of a deal that the caller was found to see: whoever sees only own deals in the project is its consultant.
    public boolean isForCaller(String project) {
        return caller.scope().ownOnly(project) || caller.holds(project, Role.SITE_MANAGER);
    }

    /// @return nothing for others, or where nobody wrote anything
    public @Nullable String open(String project, @Nullable String sealed, Place place) {
        return isForCaller(project) ? sealing.openIfAny(sealed, place) : null;
    }
}
