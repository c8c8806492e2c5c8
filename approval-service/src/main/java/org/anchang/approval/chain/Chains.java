package org.anchang.approval.chain;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.approval.ApprovalRefusal;
import org.anchang.approval.Form;
import org.anchang.approval.chain.Chain.Subject;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All chains of all projects, in all versions.
@ApplicationScoped
public class Chains {
    /// Earlier than any approval: the order of the printed forms has always held.
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    private static final String LOCK = "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))) locked";

    private static final String WRITE = """
            INSERT INTO approval_chain (id, project, form, version, steps, valid_from, author, reason, written_at)
            VALUES (:id, :project, :form, :version, :course::jsonb, :validFrom, :author, :reason, :writtenAt)""";

    private static final String ALL = """
            SELECT id, project, form, version, steps AS course, valid_from, author, reason, written_at FROM approval_chain WHERE\s""";
    private static final String NAMED = ALL + "id = ANY (:ids)";
    private static final String LAST = ALL + "project = :project AND form = :form ORDER BY version DESC LIMIT 1";
    private static final String OF_PROJECT =
            ALL + "project = :project AND (:form::text IS NULL OR form = :form) ORDER BY version DESC";

    /// Two who confirm at the same moment: the second one finds it done.
    private static final String CONFIRM = """
            INSERT INTO approval_chain_confirmation (chain, author, confirmed_by, confirmed_at)
            VALUES (:chain, :author, :by, :at) ON CONFLICT (chain) DO NOTHING""";

    private static final String CONFIRMED = """
            SELECT chain, confirmed_by AS by, confirmed_at AS at FROM approval_chain_confirmation WHERE chain = ANY (:chains)""";

    private static final String IN_FORCE = """
            SELECT DISTINCT ON (form) form, id FROM approval_chain c
            WHERE project = :project AND (CAST(:form AS text) IS NULL OR form = :form) AND valid_from <= :today
              AND (version = 1 OR EXISTS (SELECT 1 FROM approval_chain_confirmation f WHERE f.chain = c.id))
            ORDER BY form, version DESC""";

    private static final int MOST_KNOWN = 1_000;

    private record InForce(Form form, UUID id) {}

    /// Somebody other than its author has said that a chain counts.
    record Confirmation(UUID chain, String by, Instant at) {}

    /// What a chain says is never altered: read once, it need not be read again.
    private final Map<UUID, Chain> known = new ConcurrentHashMap<>();

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    /// The version by which a form that is asked for now is signed: the newest whose date has come and that
    /// somebody has confirmed (APR-7). The first one is that of the printed form, which nobody needs to
    /// confirm.
    public Chain current(Subject subject) {
        return inForce(subject).orElseGet(() -> {
            seedDefault(subject);
            return inForce(subject).orElseThrow();
        });
    }

    /// The chain with the id, of an approval that goes by it.
    public Chain known(UUID id) {
        return Objects.requireNonNull(known(Set.of(id)).get(id), "no chain " + id);
    }

    /// These chains, by id.
    public Map<UUID, Chain> known(Set<UUID> ids) {
        var found = new HashMap<UUID, Chain>();
        ids.stream().filter(known::containsKey).forEach(id -> found.put(id, known.get(id)));
        if (found.size() < ids.size()) {
            var missing = ids.stream().filter(id -> !found.containsKey(id)).toList();
            database.sql(NAMED).with("ids", missing).rows(Chain.class).forEach(chain -> found.put(chain.id(), chain));
            if (known.size() + missing.size() > MOST_KNOWN) {
                known.clear();
            }
            known.putAll(found);
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
        return write(subject, last(subject).orElseThrow().version() + 1, text, author);
    }

    private Chain write(Subject subject, int version, Chain.Text text, String author) {
        var chain = Chain.written(subject, version, text, new Chain.Hand(author, clock.instant()));
        database.sql(WRITE).with(chain).write();
        return chain;
    }

    /// What another project's forms are signed by today, written down for this one.
    record Copy(LocalDate validFrom, String reason, String author) {}

    /// The next version of each form that is signed otherwise there, unless it was written here last already.
    ///
    /// @throws org.anchang.kit.problem.Refused what [Chain#written] refuses
    List<Chain> copy(String from, String project, Copy copy) {
        return Arrays.stream(Form.values())
                .flatMap(form -> {
                    var theirs = current(new Subject(from, form)).course();
                    var subject = new Subject(project, form);
                    current(subject);
                    return last(subject).orElseThrow().course().equals(theirs)
                            ? Stream.empty()
                            : Stream.of(write(
                                    subject, new Chain.Text(theirs, copy.validFrom(), copy.reason()), copy.author()));
                })
                .toList();
    }

    private Optional<Chain> last(Subject subject) {
        return database.sql(LAST).with(subject).row(Chain.class);
    }

    /// APR-7: a second person says that the chain counts.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, AUTHOR_DOES_NOT_CONFIRM, CHAIN_IS_CONFIRMED
    Chain confirm(Scope scope, UUID id, Chain.Hand hand) {
        var chain = Optional.ofNullable(known(Set.of(id)).get(id))
                .filter(its -> scope.covers(its.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        chain.mustNotBeConfirmedBy(hand.person());
        refuseIf(chain.isDefault(), ApprovalRefusal.CHAIN_IS_CONFIRMED);
        var confirmed = database.sql(CONFIRM)
                .with("chain", id)
                .with("author", chain.author())
                .with("by", hand.person())
                .with("at", hand.at())
                .write();
        refuseIf(confirmed == 0, ApprovalRefusal.CHAIN_IS_CONFIRMED);
        return chain;
    }

    /// By chain; none where a chain waits for it, or needs none.
    Map<UUID, Confirmation> confirmations(Collection<Chain> chains) {
        return database
                .sql(CONFIRMED)
                .with("chains", chains.stream().map(Chain::id).toList())
                .rows(Confirmation.class)
                .stream()
                .collect(Collectors.toMap(Confirmation::chain, Function.identity()));
    }

    /// Every version, the newest of each form first. A form for which none is written down has the default, which
    /// is only shown here: whoever reads writes nothing.
    List<Chain> of(String project, @Nullable Form form) {
        var written = database.sql(OF_PROJECT)
                .with("project", project)
                .with("form", form)
                .rows(Chain.class);
        var forms = written.stream().map(Chain::form).collect(Collectors.toSet());
        var defaults = Arrays.stream(Form.values())
                .filter(each -> (form == null || form == each) && !forms.contains(each))
                .map(each -> printed(new Subject(project, each)));
        return Stream.concat(written.stream(), defaults)
                .sorted(Comparator.comparing(chain -> chain.form().name()))
                .toList();
    }

    /// By which versions the project's forms are signed now: those that are written down.
    Map<Form, UUID> inForce(String project) {
        return inForce(project, null).stream().collect(Collectors.toMap(InForce::form, InForce::id));
    }

    private Optional<Chain> inForce(Subject subject) {
        return inForce(subject.project(), subject.form()).stream().findFirst().map(found -> known(found.id()));
    }

    private List<InForce> inForce(String project, @Nullable Form form) {
        return database.sql(IN_FORCE)
                .with("project", project)
                .with("form", form)
                .with("today", clock.today())
                .rows(InForce.class);
    }

    private Chain printed(Subject subject) {
        var text = new Chain.Text(DefaultCourses.of(subject.form()), ALWAYS, "the order of the printed form");
        return Chain.printed(subject, text, clock.instant());
    }

    /// Version 1, made once whoever comes first: the lock is for those who come at the same moment.
    private void seedDefault(Subject subject) {
        database.sql(LOCK)
                .with("key", "chain " + subject.project() + " " + subject.form())
                .one(Integer.class);
        if (last(subject).isEmpty()) {
            database.sql(WRITE).with(printed(subject)).write();
        }
    }
}
