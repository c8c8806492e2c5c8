package org.anchang.customer;

import java.util.UUID;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;

/// PAP-2: printing, as answers offer it: to all who see customers, but administrators.
public final class CustomerPrinting {
    private static final String[] ROLES = Role.each(Role.SALES);

    private CustomerPrinting() {}

    /// Where a paper of this service is printed.
    public static String address(String paper, UUID subject) {
        return "/api/v1/customer-papers/" + paper + "/" + subject + "/prints";
    }

    public static Action of(String paper, UUID subject, String project, Caller caller) {
        return Action.post(CustomerAction.PRINT, address(paper, subject), sees(project, caller), ROLES);
    }

    /// Whether the caller sees customers of the project at all: finance, who prints elsewhere, does not.
    public static boolean sees(String project, Caller caller) {
        return caller.holds(project, ROLES);
    }
}
