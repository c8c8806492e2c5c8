package org.anchang.customer.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.anchang.customer.reception.Whereabouts;
import org.anchang.customer.rota.Rota;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.live.Onlookers;
import org.anchang.kit.live.Watched;
import org.anchang.kit.sql.Database;

/// REC-10: the board of today, as screens keep it open.
@ApplicationScoped
class Board implements Watched {
    private static final String MARK = """
            SELECT coalesce((
                SELECT d.id || '/' || (SELECT coalesce(max(e.seq), 0) FROM duty_event e WHERE e.day = d.id)
                    || '/' || (SELECT coalesce(sum(a.version), 0) FROM arrival a WHERE a.day = d.id)
                FROM duty_day d WHERE d.day = :today AND d.project = :project), '-')""";

    @Inject
    Database database;

    @Inject
    Whereabouts whereabouts;

    @Inject
    Rota rota;

    @Inject
    Onlookers onlookers;

    @Inject
    OfficeClock clock;

    @Override
    public String mark(String project) {
        return database.sql(MARK)
                        .with("today", clock.today())
                        .with("project", project)
                        .one(String.class)
                + "/" + whereabouts.mark(project) + "/" + rota.now(project) + rota.atDesk(project);
    }

    void changedHere(@Observes(during = TransactionPhase.AFTER_SUCCESS) Whereabouts.Changed changed) {
        onlookers.somethingChanged();
    }
}
