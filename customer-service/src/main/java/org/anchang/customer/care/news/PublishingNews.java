package org.anchang.customer.care.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.customer.care.news.NewsResource.NewsReach;
import org.anchang.customer.care.news.NewsResource.PublishNews;
import org.anchang.customer.care.segment.ChoosingCustomers;
import org.anchang.customer.care.segment.ChosenSegment;
import org.anchang.customer.sending.MessageKind;
import org.anchang.customer.sending.TellingCustomers;
import org.anchang.customer.sending.TellingCustomers.Telling;
import org.anchang.kit.Ids;
import org.anchang.kit.audit.AuditedTransaction;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Json;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.jspecify.annotations.Nullable;

/// CAR-5: news go to whom they are for slice by slice, in the order of ids, each slice in a transaction under the lock
/// of the news' row: what was interrupted goes on behind the last who had their turn.
@ApplicationScoped
class PublishingNews implements Sweep {
    private record Slice(
            UUID id,
            String project,
            String body,
            @Json ChosenSegment segment,
            String madeBy,
            @Nullable UUID toldTo) {}

    private static final String PUBLISH = """
            INSERT INTO news (id, project, title, body, segment, made_by, made_at, next_at)
            VALUES (:id, :project, :title, :body, :segment, :by, :at, clock_timestamp())""";
    private static final String NEXT = """
            SELECT id, project, body, segment, made_by, told_to FROM news WHERE next_at <= clock_timestamp()
            ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED""";
    private static final String TOLD = """
            UPDATE news SET told_to = coalesce(:last, told_to), chosen = chosen + :chosen, told = told + :told,
                   without_consent = without_consent + :consent, without_phone = without_phone + :phone,
                   next_at = CASE WHEN :more THEN clock_timestamp() END
            WHERE id = :id""";
    private static final int SLICE = 200;
    private static final int PREVIEWED = 1_000;

    @Inject
    Slices slices;

    @Inject
    Database database;

    @Inject
    ChoosingCustomers choosing;

    @Inject
    TellingCustomers telling;

    @Inject
    AuditedTransaction transaction;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, ROLE_NOT_ALLOWED
    @Transactional(Transactional.TxType.MANDATORY)
    UUID publish(PublishNews request) {
        caller.mustBeBoundTo(request.project());
        var id = Ids.next();
        database.sql(PUBLISH)
                .with("id", id)
                .with("project", request.project())
                .with("title", Names.trimmed(request.title()))
                .with("body", Names.trimmed(request.text()))
                .withJson("segment", request.segment())
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        return id;
    }

    /// How many a piece of news would reach.
    @Transactional(Transactional.TxType.MANDATORY)
    NewsReach preview(String project, ChosenSegment segment) {
        caller.mustBeBoundTo(project);
        long chosen = 0;
        long reached = 0;
        long withoutConsent = 0;
        long withoutPhone = 0;
        UUID last = null;
        while (true) {
            var slice = choosing.next(project, segment, last, PREVIEWED);
            var reach = telling.reach(slice);
            chosen += slice.size();
            reached += reach.reached().size();
            withoutConsent += reach.withoutConsent();
            withoutPhone += reach.withoutPhone();
            if (slice.size() < PREVIEWED) {
                return new NewsReach(chosen, reached, withoutConsent, withoutPhone);
            }
            last = slice.getLast();
        }
    }

    @Override
    public String nextDue() {
        return "SELECT min(next_at) FROM news WHERE next_at IS NOT NULL";
    }

    @Override
    public void run() {
        slices.all(this::tellSome);
    }

    /// @return whether there was something to do
    private boolean tellSome() {
        var found = database.sql(NEXT).row(Slice.class);
        found.ifPresent(slice -> transaction.inTheNameOf(slice.madeBy(), () -> tell(slice)));
        return found.isPresent();
    }

    private void tell(Slice slice) {
        var customers = choosing.next(slice.project(), slice.segment(), slice.toldTo(), SLICE);
        var reach = telling.tellAll(
                slice.project(),
                customers,
                new Telling(slice.id(), MessageKind.NEWS, slice.body(), null, slice.madeBy()));
        database.sql(TOLD)
                .with("id", slice.id())
                .with("last", customers.isEmpty() ? null : customers.getLast())
                .with("chosen", customers.size())
                .with("told", reach.reached().size())
                .with("consent", reach.withoutConsent())
                .with("phone", reach.withoutPhone())
                .with("more", customers.size() == SLICE)
                .write();
    }
}
