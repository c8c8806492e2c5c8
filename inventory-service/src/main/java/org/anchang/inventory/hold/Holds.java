package org.anchang.inventory.hold;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anchang.events.ProductType;
import org.anchang.inventory.catalogue.AttachedUnit;
import org.anchang.inventory.hold.waiting.WaitingLine;
import org.anchang.inventory.hold.waiting.WaitingLine.Wish;
import org.anchang.inventory.opening.Tickets;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.people.Consequences;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All holds: consultants see their own, managers those of their projects (SEC-1).
@ApplicationScoped
public class Holds implements Tickets.Use, WaitingLine.LiveHolds {
    /// INV-4: the hold that a deal has on a unit.
    public record ClaimedUnit(UUID hold, UUID unit, UnitState state) {}

    /// The deal on whose behalf a hold is used.
    public record Holder(UUID deal) {}

    /// @param certified whether the building of the unit has the five certificates
    record ToShow(boolean certified, Hold hold) {}

    /// A hold that no deal has claimed, a row of `unclaimed_hold`.
    record Unclaimed(
            UUID id,
            String project,
            UUID unit,
            String label,
            ProductType productType,
            UUID customer,
            @Nullable String customerName,
            String consultant,
            Instant heldAt,
            Instant expiresAt,
            @Nullable Instant pausedUntil) {}

    private record Ended(UUID unit, UUID hold) {}

    private static final String COLUMNS = """
            h.id, h.unit, h.project, h.customer, h.customer_name, h.consultant, h.held_at, h.expires_at, h.paused_until, h.deal, h.ended_at, h.end_reason,
            h.end_words, h.has_taken_along, h.floor_together, h.price_version, h.basis, h.unit_price, h.list_total, h.floor_price, h.area_kind,
            h.building_area, h.interior_area, h.garden_area, h.other_area""";
    private static final String READ = "SELECT " + COLUMNS + " FROM hold_listing h WHERE h.id = :hold";
    private static final String READ_TO_SHOW = "SELECT certificates_complete(u.building, :today) AS certified, "
            + COLUMNS + " FROM hold_listing h JOIN unit_standing u ON u.id = h.unit WHERE h.id = :hold";
    private static final String UNCLAIMED = "SELECT * FROM unclaimed_hold WHERE ";
    /// The clock is read when the lock is had: a time that ran out while it was waited for has run out.
    private static final String LOCK = """
            WITH locked AS MATERIALIZED (
                SELECT ended_at, deal, expires_at, paused_until FROM hold WHERE id = :hold FOR NO KEY UPDATE)
            SELECT *, clock_timestamp() AS now FROM locked""";
    private static final String UNCERTIFIED = """
            SELECT building FROM unit_standing
            WHERE (id = :unit OR attached_to = :unit) AND NOT certificates_complete(building, :today) LIMIT 1""";
    private static final String HAS =
            "SELECT EXISTS (SELECT 1 FROM hold WHERE unit = :unit AND customer = :customer AND ended_at IS NULL)";
    private static final String TAKEN_ALONG = """
            SELECT unit, label, building, product_type, priced_apart, area_kind, area, interior_area, price_basis, unit_price,
                   list_total
            FROM hold_attached_listing WHERE hold = :hold ORDER BY unit""";
    private static final String SLOTS_TAKEN =
            "SELECT ticket_slot FROM hold WHERE ticket = :ticket AND ended_at IS NULL";
    static final String NEXT_EXPIRES = "SELECT min(expires_at) FROM hold WHERE ended_at IS NULL AND deal IS NULL";
    private static final String CLAIMED = """
            SELECT h.id AS hold, h.unit, u.state FROM hold h JOIN unit_standing u ON u.id = h.unit
            WHERE h.unit = :unit AND h.deal = :deal AND h.ended_at IS NULL FOR UPDATE OF h""";
    private static final String END = """
            UPDATE hold SET ended_at = :at, end_reason = :reason, end_words = :words
            WHERE id = :hold AND ended_at IS NULL""";
    private static final String HAND_ON = "UPDATE hold SET deal = :deal WHERE id = :hold AND ended_at IS NULL";
    /// What another replica, a claim or a price list is at is left for the next look.
    private static final String END_EXPIRED = """
            UPDATE hold h SET ended_at = :at, end_reason = 'EXPIRED'
            FROM (SELECT o.id FROM hold o JOIN unit_standing u ON u.id = o.unit
                  WHERE o.ended_at IS NULL AND o.deal IS NULL AND o.expires_at <= clock_timestamp()
                  ORDER BY o.expires_at LIMIT :most FOR UPDATE OF o SKIP LOCKED FOR NO KEY UPDATE OF u SKIP LOCKED) due
            WHERE h.id = due.id RETURNING h.unit, h.id AS hold""";
    private static final String UNITS_OF = "SELECT unit FROM hold WHERE deal = :deal AND ended_at IS NULL";
    /// INV-5: by this the limit of the customer is counted.
    private static final String BECOME = """
            UPDATE hold SET customer = :now, merged_from = nullif(:record, :now)
            WHERE merged_from = :record
               OR project = :project AND customer = :record AND merged_from IS NULL AND ended_at IS NULL""";

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Hold get(Scope scope, UUID id) {
        return database.sql(READ)
                .with("hold", id)
                .row(Hold.class)
                .filter(hold -> scope.covers(hold.project(), hold.consultant()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    ToShow toShow(Scope scope, UUID id) {
        return database.sql(READ_TO_SHOW)
                .with("hold", id)
                .with("today", clock.today())
                .row(ToShow.class)
                .filter(found ->
                        scope.covers(found.hold().project(), found.hold().consultant()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// Live holds that no deal has claimed yet, in the order in which they were made.
    ///
    /// @param consultant whose; `null`: of all that the scope covers
    Page<Unclaimed> unclaimed(Scope scope, @Nullable String project, @Nullable String consultant, PageRequest page) {
        var conditions = new Conditions(scope.on("project", "consultant"), scope.parameters())
                .and("project = :project", project)
                .and("consultant = :consultant", consultant);
        return database.page(UNCLAIMED, conditions.by("id", page), Unclaimed.class, Unclaimed::id);
    }

    /// Locks it and says how far it is, for whoever is about to change it.
    LockedHold lock(UUID hold) {
        return database.sql(LOCK).with("hold", hold).one(LockedHold.class);
    }

    /// INV-6: a building without the five certificates, that of the unit or of what is attached to it.
    @Nullable
    UUID uncertified(UUID unit) {
        return database.sql(UNCERTIFIED)
                .with("unit", unit)
                .with("today", clock.today())
                .row(UUID.class)
                .orElse(null);
    }

    @Override
    public boolean has(Wish wish) {
        return database.sql(HAS).with(wish).one(Boolean.class);
    }

    @Override
    public boolean isUsed(UUID ticket) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM hold WHERE ticket = :ticket)")
                .with("ticket", ticket)
                .one(Boolean.class);
    }

    /// INV-11: what a hold took along with the home, at the prices that it froze.
    List<AttachedUnit> takenAlong(UUID hold) {
        return database.sql(TAKEN_ALONG).with("hold", hold).rows(AttachedUnit.class);
    }

    /// INV-13: of the quota of the ticket, which is locked.
    Set<Integer> slotsTaken(UUID ticket) {
        return Set.copyOf(database.sql(SLOTS_TAKEN).with("ticket", ticket).rows(Integer.class));
    }

    /// Locks the hold that the deal has on the unit, if it has it.
    public Optional<ClaimedUnit> lockClaimed(UUID unit, Holder holder) {
        return database.sql(CLAIMED)
                .with("unit", unit)
                .with("deal", holder.deal())
                .row(ClaimedUnit.class);
    }

    /// @return whether it was live until now
    public boolean end(UUID hold, String reason) {
        return end(hold, reason, null);
    }

    /// @param words CUS-6: what was written about it, sealed
    boolean end(UUID hold, String reason, @Nullable String words) {
        return database.sql(END)
                        .with("at", clock.instant())
                        .with("reason", reason)
                        .with("words", words)
                        .with("hold", hold)
                        .write()
                == 1;
    }

    /// Hands a live hold on to the deal that continues the one that had it.
    public void handOn(UUID hold, Holder successor) {
        database.sql(HAND_ON).with("deal", successor.deal()).with("hold", hold).write();
    }

    /// Ends holds whose time is over and that no deal has claimed; several replicas share the work.
    ///
    /// @return the units, each with the hold that ended
    Map<UUID, UUID> endExpired(int most) {
        var ended = new LinkedHashMap<UUID, UUID>();
        database.sql(END_EXPIRED)
                .with("at", clock.instant())
                .with("most", most)
                .rows(Ended.class)
                .forEach(one -> ended.put(one.unit(), one.hold()));
        return ended;
    }

    /// The units that the deal has, or is about to have.
    public List<UUID> unitsOf(Holder holder) {
        return database.sql(UNITS_OF).with("deal", holder.deal()).rows(UUID.class);
    }

    /// CUS-3: live holds are those of the record that stands for the one for which they were asked.
    public void become(Consequences.Standing standing) {
        database.sql(BECOME)
                .with("project", standing.now().project())
                .with("record", standing.record())
                .with("now", standing.now().customer())
                .write();
    }
}
