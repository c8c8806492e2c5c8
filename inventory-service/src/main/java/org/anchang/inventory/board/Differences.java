package org.anchang.inventory.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.inventory.catalogue.Onlooker;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.past.Past.Between;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Prefix;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// AOF-1: what is different in the sales-control table between two moments.
@ApplicationScoped
class Differences {
    /// @param before absent where the unit was not on the list yet
    /// @param moves  what happened in between, the oldest first, as far as the unit's history shows it to
    ///     the caller
    @Schema(name = "UnitDifference")
    public record Difference(
            UUID unit,
            UUID building,
            String label,
            @Nullable Stood before,
            Stood after,
            List<Move> moves) {}

    /// @param holder who had the unit, by a hold or a deal, as far as the caller may know
    @Schema(name = "UnitStood")
    public record Stood(
            UnitState state,
            @Nullable String layout,
            BigDecimal area,
            Money unitPrice,
            Money total,
            @Nullable String change,
            @Nullable String holder) {}

    /// @param what the move or what else happened, e.g. `HOLD`, `PRICE_CHANGED`
    @Schema(name = "UnitMoveBetween")
    public record Move(
            Instant at,
            @Nullable String person,
            String what,
            @Nullable UnitState from,
            @Nullable UnitState to) {}

    private record Compared(
            UUID unit,
            UUID building,
            String label,
            @Prefix("before") @Nullable Stood before,
            @Prefix("after") Stood after) {}

    private record MoveOfUnit(UUID unit, Move move) {}

    /// OFFSET: one unit after the other. The tables of both moments together are more than the planner joins in any
    /// order: the second would be read of all units that there are.
    private static final String STOOD = """
            SELECT u.id, u.building, u.label, u.layout, u.building_area AS area, u.unit_price, u.list_total AS total,
                   u.open_change AS change, CASE WHEN u.state = 'WITHHELD' AND NOT :all THEN 'CLOSED' ELSE u.state END AS state,
                   CASE WHEN :all OR h.holder = :caller THEN h.holder END AS holder
            FROM priced_unit_stood(changed.id, CAST(:%1$s AS timestamptz)) u
            CROSS JOIN LATERAL (SELECT CASE WHEN u.state NOT IN ('CLOSED', 'AVAILABLE', 'WITHHELD')
                                       THEN holder_as_of(u.id, CAST(:%1$s AS timestamptz)) END AS holder) h
            OFFSET 0""";
    /// Only what has changed in between is read as it stood, and of that as much as the page shows.
    private static final String DIFFERENT = """
            SELECT b.id AS unit, b.building, b.label,
                   a.state AS before_state, a.layout AS before_layout, a.area AS before_area, a.unit_price AS before_unit_price,
                   a.total AS before_total, a.change AS before_change, a.holder AS before_holder,
                   b.state AS after_state, b.layout AS after_layout, b.area AS after_area, b.unit_price AS after_unit_price,
                   b.total AS after_total, b.change AS after_change, b.holder AS after_holder
            FROM (SELECT id FROM changed_units(:project, CAST(:from AS timestamptz), CAST(:to AS timestamptz)) AS c (id)
                  WHERE CAST(:after AS uuid) IS NULL OR id > :after ORDER BY id) changed
            LEFT JOIN LATERAL (%s) a ON true
            CROSS JOIN LATERAL (%s) b
            WHERE a.id IS NULL OR (a.state, a.layout, a.area, a.unit_price, a.total, a.change, a.holder)
                       IS DISTINCT FROM (b.state, b.layout, b.area, b.unit_price, b.total, b.change, b.holder)
            ORDER BY changed.id LIMIT :rows""".formatted(STOOD.formatted("from"), STOOD.formatted("to"));
    /// As the unit's history shows them: of others' doings a consultant sees what the table shows of the unit itself.
    private static final String MOVES = """
            SELECT unit, at, CASE WHEN :all OR :caller IN (person, hold_consultant) THEN person END AS person, what,
                   from_state AS "from", to_state AS "to"
            FROM unit_history_listing
            WHERE unit = ANY (:units) AND at > :from AND at <= :to
              AND (:all OR of_the_unit OR hold_consultant = :caller OR person = :caller)
            ORDER BY id""";

    @Inject
    Database database;

    Page<Difference> between(String project, Onlooker onlooker, Between moments, PageRequest page) {
        var shown = database.sql(DIFFERENT)
                .with("project", project)
                .with(onlooker)
                .with(moments)
                .page(page, Compared.class, Compared::unit);
        var moves = database
                .sql(MOVES)
                .with(onlooker)
                .with(moments)
                .with("units", shown.items().stream().map(Compared::unit).toList())
                .rows(MoveOfUnit.class)
                .stream()
                .collect(Collectors.groupingBy(
                        MoveOfUnit::unit, Collectors.mapping(MoveOfUnit::move, Collectors.toUnmodifiableList())));
        return shown.map(row -> new Difference(
                row.unit(),
                row.building(),
                row.label(),
                row.before(),
                row.after(),
                moves.getOrDefault(row.unit(), List.of())));
    }
}
