package org.anchang.inventory.unit;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;

/// All projects, as far as the caller is bound to them.
@ApplicationScoped
public class Projects implements PanacheRepositoryBase<Project, String> {
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Project get(Scope scope, String code) {
        return scope.covers(code) ? findByIdOptional(code).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND)) : unknown();
    }

    /// @param rehearsals the projects for rehearsals instead of the real ones
    public Page<Project> list(Scope scope, boolean rehearsals, PageRequest page) {
        var parameters = scope.projectParameters();
        parameters.put("after", page.after().map(List::getLast).orElse(""));
        parameters.put("rehearsal", rehearsals);
        var found = find(
                        "from Project where " + scope.on("code")
                                + " and rehearsal = :rehearsal and code > :after order by code",
                        parameters)
                .page(0, page.rows())
                .list();
        return Page.of(found, page, project -> List.of(project.code()));
    }

    private static Project unknown() {
        throw refuse(KitRefusal.NOT_FOUND);
    }
}
