package org.anchang.inventory.unit;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;

/// All projects, as far as the caller is bound to them.
@ApplicationScoped
public class Projects {
    private static final String PROJECTS =
            "SELECT code, name, region, city, rehearsal, created_by, created_at FROM project WHERE ";
    private static final String ADD = """
            INSERT INTO project (code, name, region, city, rehearsal, created_by, created_at)
            VALUES (:code, :name, :region, :city, :rehearsal, :createdBy, :createdAt) ON CONFLICT (code) DO NOTHING""";

    @Inject
    Database database;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Project get(Scope scope, String code) {
        return database.sql(PROJECTS + "code = :code")
                .with("code", code)
                .row(Project.class)
                .filter(project -> scope.covers(project.code()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// @param rehearsals the projects for rehearsals instead of the real ones
    public Page<Project> list(Scope scope, boolean rehearsals, PageRequest page) {
        var conditions = new Conditions(scope.on("code"), scope.projectParameters())
                .and("rehearsal = :rehearsal", rehearsals)
                .and("code > :after", page.after().map(List::getLast).orElse(null))
                .with("rows", page.rows());
        var found = database.sql(PROJECTS + conditions + " ORDER BY code LIMIT :rows")
                .with(conditions.parameters())
                .rows(Project.class);
        return Page.of(found, page, project -> List.of(project.code()));
    }

    /// @return whether there was none of that code
    public boolean add(Project project) {
        return database.sql(ADD).with(project).write() == 1;
    }
}
