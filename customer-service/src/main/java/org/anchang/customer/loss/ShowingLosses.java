package org.anchang.customer.loss;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.CustomerPrinting;
import org.anchang.customer.Texts;
import org.anchang.customer.loss.LossResource.ShownLoss;
import org.anchang.customer.loss.LossResource.VisitOfLoss;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.seal.Place;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// TRK-3: the rows of the report on customers who did not buy.
@ApplicationScoped
class ShowingLosses {
    record Visited(
            UUID visit,
            UUID customer,
            Instant receivedAt,
            String receiver,
            @Nullable String note) {}

    private static final String VISITS = """
            SELECT last.visit, r.customer, last.received_at, last.receiver, last.note
            FROM standing_record r
            CROSS JOIN LATERAL (
                SELECT v.visit, v.received_at, v.receiver, v.note FROM received_visit v WHERE v.customer = r.record
                ORDER BY v.received_at DESC LIMIT 20) last
            WHERE r.customer = ANY (:customers) ORDER BY last.received_at DESC""";

    private static final Offer CONFIRM = Offer.of(CustomerAction.CONFIRM, LossResource.class, "confirm");
    private static final Offer RETURN = Offer.of(CustomerAction.RETURN, LossResource.class, "giveBack");

    @Inject
    Database database;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    Page<ShownLoss> of(Page<Loss> page) {
        return texts.each(page, Loss::customer, shown(page.items()));
    }

    /// The answer to who has just written it, which is no look.
    ShownLoss written(Loss loss) {
        return requireNonNull(shown(List.of(loss)).apply(loss)).apply(texts.written());
    }

    private Function<Loss, Function<Texts.Reading, ShownLoss>> shown(List<Loss> all) {
        var about = all.stream().map(Loss::customer).toList();
        var names = texts.names(about);
        var visits = visits(about);
        return loss -> read -> shown(loss, names, visits.getOrDefault(loss.customer(), List.of()), read);
    }

    private Map<UUID, List<Visited>> visits(List<UUID> about) {
        return about.isEmpty()
                ? Map.of()
                : database.sql(VISITS).with("customers", about).rows(Visited.class).stream()
                        .collect(Collectors.groupingBy(Visited::customer));
    }

    private ShownLoss shown(Loss loss, Map<UUID, String> names, List<Visited> visits, Texts.Reading read) {
        var open = loss.state() == Loss.LossState.APPLIED;
        var decides = open
                && caller.holds(loss.project(), Role.SITE_MANAGER)
                && !loss.appliedBy().equals(caller.name());
        var viewed = loss.viewedFirst();
        return new ShownLoss(
                loss.id(),
                loss.project(),
                loss.customer(),
                requireNonNull(names.get(loss.customer())),
                loss.state(),
                loss.objection(),
                read.of(loss.reason(), loss.place("reason")),
                read.of(loss.units(), loss.place("units")),
                viewed,
                viewed == null
                        ? null
                        : Math.toIntExact(ChronoUnit.DAYS.between(viewed, OfficeClock.dateOf(loss.appliedAt()))),
                visits.stream()
                        .map(visit -> new VisitOfLoss(
                                OfficeClock.dateOf(visit.receivedAt()),
                                visit.receiver(),
                                read.of(visit.note(), new Place("visit", "note", visit.visit()))))
                        .toList(),
                loss.appliedBy(),
                loss.appliedAt(),
                loss.decidedBy(),
                loss.decidedAt(),
                read.of(loss.word(), loss.place("word")),
                actions(loss, open, decides));
    }

    private List<Action> actions(Loss loss, boolean open, boolean decides) {
        var print = CustomerPrinting.of(LossPaper.NAME, loss.id(), loss.project(), caller);
        return open ? List.of(CONFIRM.on(decides, loss.id()), RETURN.on(decides, loss.id()), print) : List.of(print);
    }
}
