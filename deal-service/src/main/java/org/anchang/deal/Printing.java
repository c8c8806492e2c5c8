package org.anchang.deal;

import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;

/// PAP-2: printing, as answers offer it: to all who see deals, but administrators.
public final class Printing {
    private static final String[] ROLES = {
        Role.CONSULTANT,
        Role.SITE_MANAGER,
        Role.SALES_SUPERVISOR,
        Role.SALES_MANAGER,
        Role.SALES_STATISTICIAN,
        Role.FINANCE,
        Role.GENERAL_MANAGER
    };

    private Printing() {}

    /// @param href of what is printed, without `/prints`
    public static Action of(DealAction name, String href, String project, Caller caller) {
        return Action.post(name, href + "/prints", caller.holds(project, ROLES), ROLES);
    }
}
