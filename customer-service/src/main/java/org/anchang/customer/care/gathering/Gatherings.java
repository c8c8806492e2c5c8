package org.anchang.customer.care.gathering;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.customer.care.segment.Attendance;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CAR-4: all events of projects and their guests. A consultant sees each event, and those guests who are own
/// customers (SEC-1).
@ApplicationScoped
class Gatherings implements Recorded, Attendance {
    public enum GatheringKind {
        SITE_TOUR,
        RECEPTION,
        OWNERS_EVENING,
        OTHER
    }

    public enum GuestAnswer {
        /// Has said nothing yet
        INVITED,
        COMING,
        DECLINED
    }

    /// @param persons how many are coming, with those whom guests bring along
    record Gathering(
            UUID id,
            String project,
            GatheringKind kind,
            String title,
            String place,
            Instant beginsAt,
            Instant endsAt,
            int most,
            String madeBy,
            @Nullable Instant calledOffAt,
            long invited,
            long coming,
            long persons,
            long declined,
            long attended) {
        /// On its days, until it is over.
        boolean isDoorOpen(Instant now) {
            return now.isBefore(endsAt) && !OfficeClock.dateOf(now).isBefore(OfficeClock.dateOf(beginsAt));
        }
    }

    /// For what links are good: one for each guest, by which they answer, and one at the door, by which guests check
    /// themselves in.
    static final String GUEST_LINK = "guest";
    static final String DOOR_LINK = "door";

    /// Who answered, or checked themselves in, by a link.
    static final String GUEST_THEMSELVES = "*";

    /// @param answeredBy who wrote the answer down; `*`: the guest, by the link
    record Guest(
            UUID id,
            UUID gathering,
            String project,
            UUID customer,
            String owner,
            String code,
            GuestAnswer answer,
            int persons,
            @Nullable Instant attendedAt,
            @Nullable String checkedInBy,
            @Nullable String answeredBy) {}

    private static final String GATHERING = """
            SELECT g.id, g.project, g.kind, g.title, g.place, g.begins_at, g.ends_at, g.most, g.made_by, g.called_off_at, n.*
            FROM gathering g CROSS JOIN LATERAL (
                SELECT count(*) AS invited, count(*) FILTER (WHERE answer = 'COMING') AS coming,
                       coalesce(sum(persons) FILTER (WHERE answer = 'COMING'), 0) AS persons,
                       count(*) FILTER (WHERE answer = 'DECLINED') AS declined, count(attended_at) AS attended
                FROM gathering_guest WHERE gathering = g.id) n
            WHERE\s""";
    private static final String GUEST = """
            SELECT g.id, g.gathering, g.project, r.customer, r.owner, g.code, g.answer, g.persons, g.attended_at, g.checked_in_by,
                   g.answered_by
            FROM gathering_guest g JOIN standing_record r ON r.record = g.customer WHERE\s""";
    private static final String WON = """
            SELECT count(DISTINCT i.customer) FROM gathering_guest g JOIN standing_record r ON r.record = g.customer
            JOIN introduction i ON i.introducer = r.customer
            WHERE g.gathering = :gathering AND g.attended_at IS NOT NULL AND i.registered_at >= g.attended_at
              AND i.registered_at < g.attended_at + make_interval(days => :days)""";
    private static final String ATTENDED = """
            SELECT DISTINCT r.customer FROM gathering_guest g JOIN standing_record r ON r.record = g.customer
            WHERE g.gathering = :gathering AND g.project = :project AND g.attended_at IS NOT NULL""";

    @Inject
    Database database;

    @Inject
    Settings settings;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Gathering get(Scope scope, UUID id) {
        var conditions = new Conditions(scope.on("g.project"), scope.projectParameters()).and("g.id = :id", id);
        return database.sql(GATHERING + conditions)
                .with(conditions.parameters())
                .row(Gathering.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// That of a link, for whoever holds it.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Gathering known(UUID id) {
        return database.sql(GATHERING + "g.id = :id")
                .with("id", id)
                .row(Gathering.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The latest first.
    Page<Gathering> list(Scope scope, @Nullable String project, PageRequest page) {
        var conditions =
                new Conditions(scope.on("g.project"), scope.projectParameters()).and("g.project = :project", project);
        return database.page(GATHERING, conditions.latestBy("g.id", page), Gathering.class, Gathering::id);
    }

    Page<Guest> guests(Scope scope, Gathering of, PageRequest page) {
        var conditions = new Conditions(scope.on("g.project", "r.owner"), scope.parameters())
                .and("g.gathering = :gathering", of.id());
        return database.page(GUEST, conditions.by("g.id", page), Guest.class, Guest::id);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Guest guest(Scope scope, UUID gathering, UUID id) {
        var conditions = new Conditions(scope.on("g.project", "r.owner"), scope.parameters())
                .and("g.gathering = :gathering", gathering)
                .and("g.id = :id", id);
        return database.sql(GUEST + conditions)
                .with(conditions.parameters())
                .row(Guest.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// One whose code was shown at the door, or whose link somebody holds, whoever owns them.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Guest atTheDoor(UUID id) {
        return database.sql(GUEST + "g.id = :id")
                .with("id", id)
                .row(Guest.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// How many customers came through those who attended, since then and soon.
    long referralsWon(Gathering of) {
        return database.sql(WON)
                .with("gathering", of.id())
                .with("days", settings.integer(of.project(), CustomerSetting.GATHERING_REFERRAL_DAYS))
                .one(Long.class);
    }

    @Override
    public List<UUID> of(String project, UUID gathering) {
        return database.sql(ATTENDED)
                .with("gathering", gathering)
                .with("project", project)
                .rows(UUID.class);
    }

    @Override
    public Held held() {
        return Held.in("gathering_guest", "GATHERINGS");
    }
}
