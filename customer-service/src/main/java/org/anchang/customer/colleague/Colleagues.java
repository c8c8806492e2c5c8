package org.anchang.customer.colleague;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.HeldPosts;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;

/// All of whom tokens or invitations have told how people call them.
@ApplicationScoped
public class Colleagues {
    private record Heard(String person, String name, Set<String> projects) {}

    private static final String KEEP = """
            INSERT INTO colleague (person, name, projects, told_at)
            SELECT :person, :name, CAST(:projects AS text[]), :at WHERE NOT EXISTS (
                SELECT 1 FROM colleague WHERE person = :person AND name = :name AND projects = CAST(:projects AS text[]))
            ON CONFLICT (person) DO UPDATE
            SET name = excluded.name, projects = excluded.projects, told_at = excluded.told_at""";
    private static final String INTRODUCE = """
            INSERT INTO colleague (person, name, projects, told_at) VALUES (:person, :name, CAST(:projects AS text[]), :at)
            ON CONFLICT (person) DO UPDATE
            SET name = excluded.name, told_at = excluded.told_at,
                projects = ARRAY(SELECT DISTINCT unnest(colleague.projects || excluded.projects) ORDER BY 1)""";
    private static final String LIST = "SELECT person, name FROM colleague WHERE ";

    private static final String OF =
            "SELECT person, name FROM colleague WHERE projects && CAST(:projects AS text[]) ORDER BY person LIMIT 2000";
    private static final String WORKS_IN =
            "SELECT count(*) FROM colleague WHERE person = :person AND projects && CAST(:projects AS text[])";

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// Keeps what the caller's token says; nothing is written nor locked where it says what it said before.
    ///
    /// @return whether it says anything new
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean meetCaller() {
        var name = caller.fullName();
        if (name == null || Names.isUnseen(name)) {
            return false;
        }
        return database.sql(KEEP)
                        .with(new Heard(
                                caller.name(),
                                Names.trimmed(name),
                                caller.posts().projects()))
                        .with("at", clock.instant())
                        .write()
                > 0;
    }

    /// Somebody who may never have asked for anything yet begins to work in these projects.
    @Transactional(Transactional.TxType.MANDATORY)
    public void introduce(String person, String name, Set<String> projects) {
        database.sql(INTRODUCE)
                .with(new Heard(person, name, new TreeSet<>(projects)))
                .with("at", clock.instant())
                .write();
    }

    /// Whether somebody is known to work in the project, or in all.
    public boolean worksIn(String project, String person) {
        return database.sql(WORKS_IN)
                        .with("person", person)
                        .with("projects", Set.of(project, HeldPosts.EVERY_PROJECT))
                        .one(Long.class)
                > 0;
    }

    /// What those are called who work in the project, or in all.
    public List<Colleague> of(String project) {
        return database.sql(OF)
                .with("projects", Set.of(project, HeldPosts.EVERY_PROJECT))
                .rows(Colleague.class);
    }

    /// SEC-1: those who share a project with the caller, or work for all.
    Page<Colleague> list(Scope scope, PageRequest page) {
        var shared = new HashSet<>(scope.projects());
        shared.add(HeldPosts.EVERY_PROJECT);
        var conditions = new Conditions("1 = 1", new HashMap<>())
                .and("projects && :shared", scope.everyProject() ? null : shared)
                .and("person > :after", page.after().map(List::getLast).orElse(null))
                .with("rows", page.rows());
        var found = database.sql(LIST + conditions + " ORDER BY person LIMIT :rows")
                .with(conditions.parameters())
                .rows(Colleague.class);
        return Page.of(found, page, colleague -> List.of(colleague.person()));
    }
}
