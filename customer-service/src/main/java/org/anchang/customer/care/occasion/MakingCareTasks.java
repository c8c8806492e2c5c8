package org.anchang.customer.care.occasion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Customers;
import org.anchang.customer.care.occasion.CareTask.CareWay;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.jspecify.annotations.Nullable;

/// CAR-1: makes the tasks of the days to come, each hour and when something is entered; what is there already
/// stays: one task for each occasion and year, by the database's index.
@ApplicationScoped
public class MakingCareTasks implements Sweep {
    /// A task to be made, if it is not there.
    private record Wanted(
            UUID id,
            String project,
            UUID customer,
            @Nullable UUID birthday,
            @Nullable UUID holiday,
            int year,
            LocalDate dueOn,
            CareWay way,
            String by,
            Instant at) {}

    /// A day on which a birthday is kept.
    private record BirthdayThisYear(LocalDate on, int year) {}

    private static final String MAKE = """
            INSERT INTO care_task (id, project, customer, birthday, holiday, year, due_on, way, made_by, made_at, state)
            VALUES (:id, :project, :customer, :birthday, :holiday, :year, :dueOn, :way, :by, :at, 'OPEN') ON CONFLICT DO NOTHING""";
    /// Other replicas pass over the row while one is at it.
    private static final String TAKE_TURN =
            "SELECT count(*) FROM (SELECT 1 FROM care_round WHERE next_at <= clock_timestamp() FOR UPDATE SKIP LOCKED) turn";
    private static final String NEXT_TURN = "UPDATE care_round SET next_at = clock_timestamp() + interval '1 hour'";
    private static final String PROJECTS = "SELECT project FROM birthday UNION SELECT project FROM holiday";

    @Inject
    Slices slices;

    @Inject
    Birthdays birthdays;

    @Inject
    Holidays holidays;

    @Inject
    VipMarks vips;

    @Inject
    Customers customers;

    @Inject
    Settings settings;

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @Override
    public String nextDue() {
        return "SELECT next_at FROM care_round";
    }

    @Override
    public void run() {
        slices.run(() -> {
            if (database.sql(TAKE_TURN).one(Long.class) > 0) {
                database.sql(PROJECTS).rows(String.class).forEach(this::make);
                database.sql(NEXT_TURN).write();
            }
        });
    }

    /// For what was just entered: nobody waits for the next round.
    @Transactional(Transactional.TxType.MANDATORY)
    public void make(String project) {
        birthdays.flush();
        var today = clock.today();
        var until = today.plusDays(settings.integer(project, CustomerSetting.CARE_DAYS_AHEAD));
        var dear = standing(vips.of(project));
        var wanted = new ArrayList<Wanted>();
        addBirthdays(wanted, project, today, until, dear);
        addHolidays(wanted, project, today, until, dear);
        database.writeAll(MAKE, wanted);
    }

    private void addBirthdays(List<Wanted> wanted, String project, LocalDate today, LocalDate until, Set<UUID> dear) {
        var days = new HashMap<String, BirthdayThisYear>();
        today.datesUntil(until.plusDays(1)).forEach(on -> Almanac.birthdays(on)
                .forEach(kept ->
                        days.putIfAbsent(birthdays.token(project, kept.key()), new BirthdayThisYear(on, kept.year()))));
        for (var coming : birthdays.coming(project, days.keySet())) {
            var day = days.get(coming.token());
            if (day != null) {
                wanted.add(new Wanted(
                        Ids.next(),
                        project,
                        coming.customer(),
                        coming.birthday(),
                        null,
                        day.year(),
                        day.on(),
                        way(coming.customer(), dear),
                        caller.name(),
                        clock.instant()));
            }
        }
    }

    /// CAR-1: buyers are greeted on every holiday, and VIPs whether they have bought or not.
    private void addHolidays(List<Wanted> wanted, String project, LocalDate today, LocalDate until, Set<UUID> dear) {
        var coming = holidays.between(project, today, until);
        if (coming.isEmpty()) {
            return;
        }
        var greeted = new LinkedHashSet<UUID>();
        customers
                .list("project = :project and mergedInto is null and boughtAt is not null", Map.of("project", project))
                .stream()
                .map(Customer::id)
                .forEach(greeted::add);
        greeted.addAll(dear);
        for (var holiday : coming) {
            for (var customer : greeted) {
                wanted.add(new Wanted(
                        Ids.next(),
                        project,
                        customer,
                        null,
                        holiday.id(),
                        holiday.day().getYear(),
                        holiday.day(),
                        way(customer, dear),
                        caller.name(),
                        clock.instant()));
            }
        }
    }

    /// CUS-3: a mark of a record that went into another counts for the one that stands.
    private Set<UUID> standing(Set<UUID> marked) {
        return marked.stream()
                .flatMap(id -> customers.standing(id).stream())
                .map(Customer::id)
                .collect(Collectors.toSet());
    }

    private static CareWay way(UUID customer, Set<UUID> dear) {
        return dear.contains(customer) ? CareWay.GIFT_OR_VISIT : CareWay.CALL_OR_MESSAGE;
    }
}
