package org.anchang.kit.look;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-6: who looked at whose personal data in full.
///
/// Promise: the line is written in the transaction of the answer that shows the data, so that there is no look
/// without one; lines are only ever added, and hold nothing personal themselves.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Looks {
    /// Why somebody may see the data in full.
    public enum Right {
        OWNER,
        SITE_MANAGER,
        /// Names, by a paper of a thing that one may see; numbers and phones on it stay masked
        PAPER
    }

    /// What was looked at.
    ///
    /// @param subject what kind of thing, e.g. `customer`; `of` is its id
    public record At(String subject, UUID of, String project, Right right) {}

    /// One line of the record.
    ///
    /// @param of id of the thing whose data were shown
    /// @param by who saw them
    public record Look(UUID id, String project, String subject, UUID of, String by, Right right, Instant at) {}

    /// What a list is asked for; anything may be left out.
    public record Filter(
            @Nullable String project,
            @Nullable UUID of,
            @Nullable String by) {}

    private static final String KEEP = """
            INSERT INTO look (id, project, subject, of, by, by_right, looked_at)
            VALUES (:id, :project, :subject, :of, :by, :right, :at)""";
    private static final String LIST =
            "SELECT id, project, subject, of, by, by_right AS right, looked_at AS at FROM look WHERE ";

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// The caller is about to see the data.
    public void keep(At look) {
        database.sql(KEEP)
                .with(look)
                .with("id", Ids.next())
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
    }

    /// The caller is about to see a list of such data.
    public void keepAll(List<At> seen) {
        keepAllFor(caller.name(), seen);
    }

    /// A person is about to be given a file of such data, by who writes it for them.
    public void keepAllFor(String person, List<At> shown) {
        var at = clock.instant();
        database.writeAll(
                KEEP,
                shown.stream()
                        .map(look -> new Look(
                                Ids.next(), look.project(), look.subject(), look.of(), person, look.right(), at))
                        .toList());
    }

    /// The looks in the caller's projects, the latest first.
    public Page<Look> list(Scope scope, Filter filter, PageRequest page) {
        return database.page(
                LIST,
                new Conditions(scope.on("project"), scope.projectParameters())
                        .and("project = :project", filter.project())
                        .and("of = :of", filter.of())
                        .and("by = :by", filter.by())
                        .latestBy("id", page),
                Look.class,
                Look::id);
    }
}
