package org.anchang.customer.rota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.sql.Database;

/// REC-8: the weeks, and who stands when. Whoever changes a week holds its row.
@ApplicationScoped
class Stands {
    record Week(UUID id, String project, LocalDate monday, String madeBy, Instant madeAt, long version) {}

    /// A half-day at the desk.
    record Half(LocalDate day, HalfDay half) {}

    /// Somebody at it.
    record Stand(UUID id, UUID week, LocalDate day, HalfDay half, int place, String person) {
        Half when() {
            return new Half(day, half);
        }
    }

    private record NewStand(
            UUID id, UUID week, String project, LocalDate day, HalfDay half, int place, String person) {}

    private static final String FIND =
            "SELECT id, project, monday, made_by, made_at, version FROM rota_week WHERE project = :project AND monday = :monday";
    private static final String BEGIN = """
            INSERT INTO rota_week (id, project, monday, made_by, made_at) VALUES (:id, :project, :monday, :by, :at)
            ON CONFLICT (project, monday) DO NOTHING""";
    private static final String CHANGED = "UPDATE rota_week SET version = version + 1 WHERE id = :id";
    private static final String OF =
            "SELECT id, week, day, half, place, person FROM desk_stand WHERE week = :week ORDER BY day, half DESC, place";
    private static final String AT =
            "SELECT person FROM desk_stand WHERE project = :project AND day = :day AND half = :half ORDER BY place";
    private static final String OF_PERSON = """
            SELECT day, half FROM desk_stand WHERE project = :project AND person = :person AND day >= :from ORDER BY day, half""";
    private static final String TAKE_AWAY = "DELETE FROM desk_stand WHERE id = ANY (:ids)";
    private static final String PUT = """
            INSERT INTO desk_stand (id, week, project, day, half, place, person)
            VALUES (:id, :week, :project, :day, :half, :place, :person)""";

    @Inject
    Database database;

    static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    Optional<Week> find(String project, LocalDate monday) {
        return week(FIND, project, monday);
    }

    /// Nobody else changes it until the transaction ends.
    Week hold(String project, LocalDate monday, String by, Instant at) {
        database.sql(BEGIN)
                .with("id", Ids.next())
                .with("project", project)
                .with("monday", monday)
                .with("by", by)
                .with("at", at)
                .write();
        return week(FIND + " FOR UPDATE", project, monday).orElseThrow();
    }

    private Optional<Week> week(String sql, String project, LocalDate monday) {
        return database.sql(sql).with("project", project).with("monday", monday).row(Week.class);
    }

    List<Stand> of(Week week) {
        return database.sql(OF).with("week", week.id()).rows(Stand.class);
    }

    List<String> at(String project, Half half) {
        return database.sql(AT)
                .with("project", project)
                .with("day", half.day())
                .with("half", half.half())
                .rows(String.class);
    }

    void takeAway(Collection<Stand> stands) {
        database.sql(TAKE_AWAY)
                .with("ids", stands.stream().map(Stand::id).toList())
                .write();
    }

    /// At the places from one on.
    void put(Week week, Half half, List<String> people) {
        for (var i = 0; i < people.size(); i++) {
            database.sql(PUT)
                    .with(new NewStand(
                            Ids.next(), week.id(), week.project(), half.day(), half.half(), i + 1, people.get(i)))
                    .write();
        }
    }

    /// The half-days from a day on at which somebody is to stand, in the order of the weeks.
    List<Half> of(String project, String person, LocalDate from) {
        return database.sql(OF_PERSON)
                .with("project", project)
                .with("person", person)
                .with("from", from)
                .rows(Half.class);
    }

    void changed(Week week) {
        database.sql(CHANGED).with("id", week.id()).write();
    }
}
