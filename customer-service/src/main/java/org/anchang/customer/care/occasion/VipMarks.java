package org.anchang.customer.care.occasion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;

/// CAR-1: who is a VIP. Each mark stays, the latest counts.
@ApplicationScoped
class VipMarks {
    private static final String MARK = """
            INSERT INTO vip_mark (id, customer, project, vip, marked_by, marked_at)
            VALUES (:id, :customer, :project, :vip, :by, :at)""";
    private static final String IS_VIP = "SELECT vip FROM vip_mark WHERE customer = :customer ORDER BY id DESC LIMIT 1";
    private static final String VIPS = """
            SELECT customer FROM (
                SELECT DISTINCT ON (customer) customer, vip FROM vip_mark WHERE project = :project
                ORDER BY customer, id DESC) latest
            WHERE vip""";

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    void mark(Customer customer, boolean vip) {
        database.sql(MARK)
                .with("id", Ids.next())
                .with("customer", customer.id())
                .with("project", customer.project())
                .with("vip", vip)
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
    }

    boolean isVip(Customer customer) {
        return database.sql(IS_VIP)
                .with("customer", customer.id())
                .row(Boolean.class)
                .orElse(false);
    }

    Set<UUID> of(String project) {
        return Set.copyOf(database.sql(VIPS).with("project", project).rows(UUID.class));
    }
}
