package org.anchang.customer.dispute;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.anchang.customer.CustomerRefusal;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.HeldPosts;
import org.anchang.kit.identity.Role;
import org.anchang.kit.sql.Database;

/// REC-6: who decides: the project's sales supervisor, and where it has none but those who have a part in
/// the case, the
/// site manager.
@ApplicationScoped
class Deciders {
    private static final String SUPERVISORS = """
            SELECT count(*) FROM held_post
            WHERE role = 'sales-supervisor' AND project = ANY (:projects) AND person <> ALL (:parties)""";

    @Inject
    Database database;

    @Inject
    Caller caller;

    boolean mayDecide(OwnershipCase filed) {
        return !filed.isParty(caller.name())
                && (caller.holds(filed.project(), Role.SALES_SUPERVISOR)
                        || caller.holds(filed.project(), Role.SITE_MANAGER) && !hasSupervisor(filed));
    }

    /// @throws org.anchang.kit.problem.Refused PARTIES_DO_NOT_DECIDE, SUPERVISOR_DECIDES
    void mustDecide(OwnershipCase filed) {
        refuseIf(filed.isParty(caller.name()), CustomerRefusal.PARTIES_DO_NOT_DECIDE);
        refuseUnless(mayDecide(filed), CustomerRefusal.SUPERVISOR_DECIDES);
    }

    private boolean hasSupervisor(OwnershipCase filed) {
        return database.sql(SUPERVISORS)
                        .with("projects", Set.of(filed.project(), HeldPosts.EVERY_PROJECT))
                        .with("parties", filed.parties())
                        .one(Long.class)
                > 0;
    }
}
