package org.anchang.deal.answer;

import java.util.UUID;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;

/// PAP-2: printing, as answers offer it: to all who see deals, but administrators.
public final class Printing {
    private static final String[] ROLES = Role.each(Role.SALES, Role.FINANCE);

    private Printing() {}

    /// @param paper   its name, e.g. `order-form`
    /// @param subject what it shows
    public static Action action(DealAction name, String paper, UUID subject, String project, Caller caller) {
        var href = "/api/v1/deal-papers/%s/%s/prints".formatted(paper, subject);
        return Action.post(name, href, caller.holds(project, ROLES), ROLES);
    }

    /// The same of a paper about a project; of what of it, the command says.
    ///
    /// @param roles who may see what it shows
    public static Action ofProject(DealAction name, String paper, String project, Caller caller, String... roles) {
        var href = "/api/v1/deal-papers/%s/of/%s/prints".formatted(paper, project);
        return Action.post(name, href, caller.holds(project, roles), roles);
    }
}
