package org.anchang.customer;

import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;

/// PAP-2: printing, as answers offer it: to all who see customers, but administrators.
public final class CustomerPrinting {
    private static final String[] ROLES = {
        Role.CONSULTANT,
        Role.SITE_MANAGER,
        Role.SALES_SUPERVISOR,
        Role.SALES_MANAGER,
        Role.SALES_STATISTICIAN,
        Role.GENERAL_MANAGER
    };

    private CustomerPrinting() {}

    /// @param href of what is printed, without `/prints`
    public static Action of(String href, String project, Caller caller) {
        return Action.post(CustomerAction.PRINT, href + "/prints", caller.holds(project, ROLES), ROLES);
    }
}
