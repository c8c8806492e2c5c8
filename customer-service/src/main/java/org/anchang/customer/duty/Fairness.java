package org.anchang.customer.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.anchang.kit.sql.Database;

/// REC-10: how the turns of each day fell, counted from what happened.
@ApplicationScoped
class Fairness {
    /// @param turns    new visitors in their turn
    /// @param madeUp   new visitors for turns that they had missed
    /// @param newOnes  new visitors of their own, by turn or made up
    /// @param returning own customers who came again
    /// @param referred visitors whom an own customer sent
    /// @param inPlace  visitors received for another
    /// @param missed   turns that came while they received for another
    /// @param persons  in all these groups
    public record Share(
            LocalDate day,
            String person,
            int turns,
            int madeUp,
            int newOnes,
            int returning,
            int referred,
            int inPlace,
            int passed,
            int missed,
            int persons) {}

    private static final String SHARES = """
            SELECT d.day, e.person,
                   count(*) FILTER (WHERE e.kind = 'RECEIVED' AND e.basis = 'ON_TURN') AS turns,
                   count(*) FILTER (WHERE e.kind = 'RECEIVED' AND e.basis = 'MADE_UP') AS made_up,
                   count(*) FILTER (WHERE e.kind = 'RECEIVED' AND a.rule = 'NEW_VISITOR_ON_TURN') AS new_ones,
                   count(*) FILTER (WHERE e.kind = 'RECEIVED' AND a.rule IN ('FIRST_CONSULTANT', 'FAMILYS_CONSULTANT')) AS returning,
                   count(*) FILTER (WHERE e.kind = 'RECEIVED' AND a.rule = 'INTRODUCERS_CONSULTANT') AS referred,
                   count(*) FILTER (WHERE e.kind = 'RECEIVED' AND a.rule NOT IN
                       ('NEW_VISITOR_ON_TURN', 'FIRST_CONSULTANT', 'FAMILYS_CONSULTANT', 'INTRODUCERS_CONSULTANT')) AS in_place,
                   count(*) FILTER (WHERE e.kind = 'PASSED') AS passed,
                   count(*) FILTER (WHERE e.kind = 'MISSED') AS missed,
                   coalesce(sum(a.persons) FILTER (WHERE e.kind = 'RECEIVED'), 0) AS persons
            FROM duty_day d
            JOIN duty_event e ON e.day = d.id
            LEFT JOIN arrival a ON a.id = e.arrival
            WHERE d.project = :project AND d.day BETWEEN :from AND :to AND e.person IS NOT NULL
            GROUP BY d.day, e.person
            ORDER BY d.day, e.person""";

    @Inject
    Database database;

    List<Share> of(String project, LocalDate from, LocalDate to) {
        return database.sql(SHARES)
                .with("project", project)
                .with("from", from)
                .with("to", to)
                .rows(Share.class);
    }
}
