package org.anchang.approval.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Optional;
import org.anchang.events.CustomerEvent.PostsChanged;
import org.anchang.kit.sql.Database;

/// TRK-7: who works where, as far as that was told.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Staff {
    private static final String KEEP = """
            INSERT INTO worker (person, projects, successor, successor_projects)
            VALUES (:person, :projects, :successor, :successorProjects)
            ON CONFLICT (person) DO UPDATE SET
                projects = excluded.projects, successor = excluded.successor, successor_projects = excluded.successor_projects""";
    private static final String FIND =
            "SELECT person, projects, successor, successor_projects FROM worker WHERE person = :person";

    @Inject
    Database database;

    public void keep(PostsChanged told) {
        database.sql(KEEP).with(Worker.of(told)).write();
    }

    /// Whether somebody is known to work in the project no more.
    public boolean isGone(String person, String project) {
        return worker(person).filter(it -> it.isGoneFrom(project)).isPresent();
    }

    /// Who sees in the project to what was a leaver's: the successor who was named; that one's, where they have left
    /// too.
    public Optional<String> successor(String person, String project) {
        var passed = new HashSet<String>();
        var next = Optional.of(person);
        while (next.isPresent() && passed.add(next.get()) && isGone(next.get(), project)) {
            next = next.flatMap(this::worker).flatMap(it -> it.successorIn(project));
        }
        return next.filter(one -> !passed.contains(one) || !isGone(one, project));
    }

    private Optional<Worker> worker(String person) {
        return database.sql(FIND).with("person", person).row(Worker.class);
    }
}
