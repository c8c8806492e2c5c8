package org.anchang.customer.finding;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.finding.SavedViewResource.SaveView;
import org.anchang.customer.finding.SavedViewResource.ViewFilter;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.name.Names;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Json;

/// CUS-9: views of the list that people have saved, their own and those of the project.
@ApplicationScoped
class SavedViews {
    record View(
            UUID id,
            String person,
            String name,
            boolean shared,
            @Json ViewFilter filter) {}

    /// As many as a list of chips bears; who has saved more than the setting allows now keeps them.
    private static final int MOST = 100;

    private static final String OF = """
            SELECT id, person, name, shared, filter FROM saved_view
            WHERE project = :project AND (person = :person OR shared) AND removed_at IS NULL
            ORDER BY person <> :person, id LIMIT""" + " " + MOST;
    private static final String COUNT =
            "SELECT count(*) FROM saved_view WHERE project = :project AND person = :person AND removed_at IS NULL";
    private static final String SAVE = """
            INSERT INTO saved_view (id, project, person, name, shared, filter, saved_at)
            VALUES (:id, :project, :person, :name, :shared, :filter::jsonb, :at)
            ON CONFLICT (project, person, name_key(name)) WHERE removed_at IS NULL DO NOTHING""";
    private static final String REMOVE = """
            UPDATE saved_view SET removed_by = :person, removed_at = :at
            WHERE id = :id AND removed_at IS NULL AND (person = :person OR shared AND project = ANY (:managed))
            RETURNING project""";
    private static final String PROJECT =
            "SELECT project FROM saved_view WHERE id = :id AND removed_at IS NULL AND (person = :person OR shared)";

    @Inject
    Database database;

    @Inject
    Settings settings;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    List<View> of(String project) {
        return database.sql(OF)
                .with("project", project)
                .with("person", caller.name())
                .rows(View.class);
    }

    /// @throws org.anchang.kit.problem.Refused VIEWS_ARE_ENOUGH, VIEW_NAME_IS_TAKEN
    @Transactional(Transactional.TxType.MANDATORY)
    void save(SaveView wish) {
        var most = settings.integer(wish.project(), CustomerSetting.SAVED_VIEWS);
        var saved = database.sql(COUNT)
                .with("project", wish.project())
                .with("person", caller.name())
                .one(Long.class);
        if (saved >= most) {
            throw refuse(CustomerRefusal.VIEWS_ARE_ENOUGH).with("most", most);
        }
        var written = database.sql(SAVE)
                .with(new View(Ids.next(), caller.name(), Names.trimmed(wish.name()), wish.shared(), wish.filter()))
                .with("project", wish.project())
                .with("at", clock.instant())
                .write();
        refuseUnless(written == 1, CustomerRefusal.VIEW_NAME_IS_TAKEN);
    }

    /// Whoever saved it removes it; a shared one the site manager too.
    ///
    /// @return the project whose list it was a view of
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    @Transactional(Transactional.TxType.MANDATORY)
    String remove(Scope scope, UUID id) {
        var project = database.sql(PROJECT)
                .with("id", id)
                .with("person", caller.name())
                .row(String.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        refuseUnless(scope.covers(project), KitRefusal.NOT_FOUND);
        var managed = caller.holds(project, Role.SITE_MANAGER) ? List.of(project) : List.<String>of();
        var removed = database.sql(REMOVE)
                .with("id", id)
                .with("person", caller.name())
                .with("managed", managed)
                .with("at", clock.instant())
                .row(String.class);
        refuseIf(removed.isEmpty(), KitRefusal.NOT_FOUND);
        return project;
    }
}
