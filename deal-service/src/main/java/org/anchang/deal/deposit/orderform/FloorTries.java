package org.anchang.deal.deposit.orderform;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;

/// INV-12: who asked for prices below a floor price, of which unit. Kept although what they asked for was
/// refused.
@ApplicationScoped
class FloorTries {
    /// A price that was asked for.
    record Try(UUID id, UUID unit, String person, Money asked, Instant at) {}

    private static final String KEEP = """
            INSERT INTO floor_try (id, project, unit, person, asked, tried_at)
            VALUES (:id, :project, :unit, :person, :agreed, :at)""";
    private static final String COUNT = "SELECT count(*) FROM floor_try WHERE unit = :unit AND person = :person";
    private static final String OF_PROJECT = """
            SELECT id, unit, person, asked, tried_at AS at FROM floor_try
            WHERE project = :project AND (CAST(:before AS uuid) IS NULL OR id < :before) ORDER BY id DESC LIMIT :rows""";

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// How many prices below its floor the caller has asked for of the home.
    int of(Price price) {
        return database.sql(COUNT)
                .with("unit", price.unit())
                .with("person", caller.name())
                .one(Integer.class);
    }

    /// Outside of the transaction, which is about to be refused, and before its end: while it has the lock of the deal
    /// nobody tries another price, so that every try counts those before it.
    void keep(Price price) {
        QuarkusTransaction.suspendingExisting().run(() -> database.sql(KEEP)
                .with("id", Ids.next())
                .with("project", price.project())
                .with("unit", price.unit())
                .with("person", caller.name())
                .with("agreed", price.agreed())
                .with("at", clock.instant())
                .write());
    }

    /// The newest first.
    Page<Try> of(String project, PageRequest page) {
        var found = database.sql(OF_PROJECT)
                .with("project", project)
                .with("before", page.afterId().orElse(null))
                .with("rows", page.rows())
                .rows(Try.class);
        return Page.byId(found, page, Try::id);
    }
}
