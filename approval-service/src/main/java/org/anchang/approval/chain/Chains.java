package org.anchang.approval.chain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.approval.Form;
import org.anchang.approval.chain.Chain.Subject;
import org.anchang.kit.clock.OfficeClock;
import org.jspecify.annotations.Nullable;

/// All chains of all projects, in all versions.
@ApplicationScoped
public class Chains implements PanacheRepositoryBase<Chain, UUID> {
    /// Earlier than any approval: the order of the printed forms has always held.
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    @Inject
    OfficeClock clock;

    /// The version by which a form that is asked for now is signed: the newest whose date has come.
    public Chain current(Subject subject) {
        return inForce(subject).orElseGet(() -> {
            seedDefault(subject);
            return inForce(subject).orElseThrow();
        });
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
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(?1, 0))) locked")
                .setParameter(1, "chain " + subject.project() + " " + subject.form())
                .getResultList();
        if (count("project = ?1 and form = ?2", subject.project(), subject.form()) == 0) {
            var text = new Chain.Text(DefaultCourses.of(subject.form()), ALWAYS, "the order of the printed form");
            persistAndFlush(Chain.written(subject, 1, text, new Chain.Hand("anchang", clock.instant())));
        }
    }
}
