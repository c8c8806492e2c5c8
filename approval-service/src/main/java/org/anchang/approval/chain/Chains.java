package org.anchang.approval.chain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.anchang.approval.Form;
import org.anchang.approval.chain.Chain.Subject;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All chains of all projects, in all versions.
@ApplicationScoped
public class Chains implements PanacheRepositoryBase<Chain, UUID> {
    /// Earlier than any approval: the order of the printed forms has always held.
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    private static final String LOCK = "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))) locked";

    private static final int MOST_COURSES = 1_000;

    /// What a chain says is never altered: read once, it need not be read again.
    private final Map<UUID, Course> courses = new ConcurrentHashMap<>();

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    /// The version by which a form that is asked for now is signed: the newest whose date has come.
    public Chain current(Subject subject) {
        return inForce(subject).orElseGet(() -> {
            seedDefault(subject);
            return inForce(subject).orElseThrow();
        });
    }

    /// The course of the chain with the id.
    public Course course(UUID id) {
        return Objects.requireNonNull(courses(Set.of(id)).get(id), "no chain " + id);
    }

    /// The courses of these chains, by id.
    public Map<UUID, Course> courses(Set<UUID> ids) {
        var found = new HashMap<UUID, Course>();
        ids.stream().filter(courses::containsKey).forEach(id -> found.put(id, courses.get(id)));
        if (found.size() < ids.size()) {
            var missing = ids.stream().filter(id -> !found.containsKey(id)).toList();
            list("id in ?1", missing).forEach(chain -> found.put(chain.id(), chain.course()));
            if (courses.size() + missing.size() > MOST_COURSES) {
                courses.clear();
            }
            courses.putAll(found);
        }
        return found;
    }

    /// Whoever else wants it waits until this transaction ends.
    public void lock(Chain chain) {
        database.sql(LOCK).with("key", chain.id().toString()).one(Integer.class);
    }

    /// Writes the next version.
    ///
    /// @throws org.anchang.kit.problem.Refused what [Course#check] refuses
    Chain write(Subject subject, Chain.Text text, String author) {
        seedDefault(subject);
        var last = find("project = ?1 and form = ?2 order by version desc", subject.project(), subject.form())
                .<Chain>firstResult();
        var chain = Chain.written(subject, last.version() + 1, text, new Chain.Hand(author, clock.instant()));
        persistAndFlush(chain);
        return chain;
    }

    /// Every version, the newest of each form first; a project that has none is given the defaults.
    List<Chain> of(String project, @Nullable Form form) {
        Arrays.stream(Form.values()).map(each -> new Subject(project, each)).forEach(this::current);
        return list("project = ?1 and (?2 is null or form = ?2) order by form, version desc", project, form);
    }

    private Optional<Chain> inForce(Subject subject) {
        return find(
                        "project = ?1 and form = ?2 and validFrom <= ?3 order by version desc",
                        subject.project(),
                        subject.form(),
                        clock.today())
                .firstResultOptional();
    }

    /// Version 1, made once whoever comes first: the lock is for those who come at the same moment.
    private void seedDefault(Subject subject) {
        database.sql(LOCK)
                .with("key", "chain " + subject.project() + " " + subject.form())
                .one(Integer.class);
        if (count("project = ?1 and form = ?2", subject.project(), subject.form()) == 0) {
            var text = new Chain.Text(DefaultCourses.of(subject.form()), ALWAYS, "the order of the printed form");
            persistAndFlush(Chain.written(subject, 1, text, new Chain.Hand("anchang", clock.instant())));
        }
    }
}
