package org.anchang.customer.roster;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.colleague.Colleagues;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// The consultants of each project: those whom the office has entered, and those who have worked there under this
/// role. A person signed in as consultant needs no entry; it is for those who have not done anything yet.
@ApplicationScoped
public class Roster {
    /// Somebody who works in a project.
    public record Worker(String project, String person) {}

    private static final String ENTER = """
            INSERT INTO consultant (id, project, person, recorded_by, recorded_at) VALUES (:id, :project, :person, :by, :at)
            ON CONFLICT (project, person) DO UPDATE SET ended_at = NULL WHERE consultant.ended_at IS NOT NULL""";
    private static final String LEAVE =
            "UPDATE consultant SET ended_at = :at WHERE project = :project AND person = :person AND ended_at IS NULL";

    private static final String KEEP =
            "SELECT id FROM consultant WHERE project = :project AND person = :person AND ended_at IS NULL FOR UPDATE";

    private static final String STAY =
            "SELECT id FROM consultant WHERE project = :project AND person = :person AND ended_at IS NULL FOR SHARE";

    private static final String ALL = "SELECT id, project, person, recorded_by, recorded_at FROM consultant WHERE ";
    private static final String ONE = ALL + "project = :project AND person = :person";
    private static final String PRESENT =
            "SELECT person FROM consultant WHERE project = :project AND ended_at IS NULL ORDER BY id";
    private static final String IS_CONSULTANT =
            "SELECT count(*) FROM consultant WHERE project = :project AND person = :person AND ended_at IS NULL";

    @Inject
    Database database;

    @Inject
    Colleagues colleagues;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// The caller works in the project; who does so as a consultant is known as one from now on.
    @Transactional(Transactional.TxType.MANDATORY)
    public void meetCaller(String project) {
        colleagues.meetCaller();
        var worker = new Worker(project, caller.name());
        // Who has lost the post stays out, though a token may say otherwise for a moment yet.
        if (caller.holds(project, Role.CONSULTANT) && !wasConsultant(worker)) {
            enter(worker);
        }
    }

    /// All who may own customers of the project.
    public List<String> consultants(String project) {
        return database.sql(PRESENT).with("project", project).rows(String.class);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_A_CONSULTANT
    public void mustBeConsultant(Worker worker) {
        if (!isConsultant(worker)) {
            throw refuse(CustomerRefusal.NOT_A_CONSULTANT).with("person", worker.person());
        }
    }

    /// TRK-7: the same, until the transaction ends: who leaves at this moment is counted with what they get in it.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_A_CONSULTANT
    @Transactional(Transactional.TxType.MANDATORY)
    public void mustStay(Worker worker) {
        if (database.sql(STAY).with(worker).row(UUID.class).isEmpty()) {
            throw refuse(CustomerRefusal.NOT_A_CONSULTANT).with("person", worker.person());
        }
    }

    /// Until the transaction ends, nobody else counts what this consultant has or takes.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_A_CONSULTANT
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Worker worker) {
        if (database.sql(KEEP).with(worker).row(UUID.class).isEmpty()) {
            throw refuse(CustomerRefusal.NOT_A_CONSULTANT).with("person", worker.person());
        }
    }

    /// Nothing new of who is one already.
    @Transactional(Transactional.TxType.MANDATORY)
    public Consultant enter(Worker worker) {
        database.sql(ENTER)
                .with(worker)
                .with("id", Ids.next())
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        return database.sql(ONE).with(worker).one(Consultant.class);
    }

    /// From now on nobody's customers go to them.
    @Transactional(Transactional.TxType.MANDATORY)
    public void leave(Worker worker) {
        database.sql(LEAVE).with(worker).with("at", clock.instant()).write();
    }

    Page<Consultant> list(Scope scope, @Nullable String project, PageRequest page) {
        var conditions = new Conditions("ended_at IS NULL AND " + scope.on("project"), scope.projectParameters())
                .and("project = :project", project);
        return database.page(ALL, conditions.by("id", page), Consultant.class, Consultant::id);
    }

    public boolean isConsultant(Worker worker) {
        return database.sql(IS_CONSULTANT).with(worker).one(Long.class) > 0;
    }

    private boolean wasConsultant(Worker worker) {
        return database.sql(ONE).with(worker).row(Consultant.class).isPresent();
    }
}
