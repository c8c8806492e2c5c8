package org.anchang.inventory.price.list;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.Statements;
import org.anchang.inventory.price.list.PriceListDraft.Counts;
import org.anchang.inventory.price.valuation.ChangingPrices;
import org.jspecify.annotations.Nullable;

/// Writes what a price list says: whole tables at once, from the rows that wait in the database.
@ApplicationScoped
class ListedUnits {
    /// By whom, when, by which list and why.
    record Author(
            UUID list,
            String person,
            Instant at,
            LocalDate day,
            @Nullable String reason) {}

    private static final String BUILDINGS = """
            INSERT INTO building (id, project, name, building_type)
            SELECT uuidv7(), ?, building, max(building_type) FROM price_list_row WHERE draft = ?
            GROUP BY building ORDER BY min(line)
            ON CONFLICT (project, name) DO UPDATE SET building_type = excluded.building_type
            WHERE building.building_type IS DISTINCT FROM excluded.building_type AND excluded.building_type IS NOT NULL""";
    private static final String RECORD_LIST = """
            INSERT INTO price_list (id, project, units, changed, left_out, reason, imported_by, imported_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    /// What follows is done so many lines of the file at a time: so no statement takes long, and one sees how far it
    /// is. No room is on two lines, so that no line sees what another one has changed.
    private static final int LINES_AT_ONCE = 10_000;
    /// One statement, so that all of it sees these units as they were before.
    private static final String ADD = """
            WITH list AS MATERIALIZED (
                SELECT * FROM price_list_comparison
                WHERE draft = ? AND line > ? AND line <= ? AND (added OR changed) ORDER BY line),
            units AS (
                INSERT INTO unit (id, project, building, section, floor, room, label, product_type, layout, view, price_version,
                                  version)
                SELECT unit, project, building, section, floor, room, label, product_type, layout, view, 1, 0 FROM list
                WHERE added),
            areas AS (
                INSERT INTO unit_area (id, unit, kind, measured_on, building_area, interior_area, garden_area, other_area,
                                       recorded_by, recorded_at)
                SELECT area, unit, 'PRE_SALE_SURVEY', ?, building_area, interior_area, garden_area, other_area, ?, ?
                FROM list WHERE new_area),
            prices AS (
                INSERT INTO unit_price (unit, version, basis, area, unit_price, list_total, floor_price, effective_from,
                                        price_list, reason, set_by, set_at)
                SELECT unit, coalesce(price_version, 0) + 1, basis, area, unit_price, list_total, floor_price, ?, ?,
                       coalesce(?, 'PRICE_LIST'), ?, ?
                FROM list)
            INSERT INTO unit_history (unit, project, at, person, what, price_version, reason)
            SELECT unit, project, ?, ?, CASE WHEN added THEN 'LISTED' ELSE 'PRICE_CHANGED' END,
                   coalesce(price_version, 0) + 1, ?
            FROM list""";
    /// In the order of the ids, as whoever moves units locks them; only now, because a unit that is locked cannot
    /// be held.
    private static final String LOCK = """
            SELECT count(*) FROM (
                SELECT id FROM unit WHERE id IN (SELECT unit FROM price_list_comparison WHERE draft = ? AND changed)
                ORDER BY id FOR NO KEY UPDATE) locked""";
    /// None that has its new price since, and was sold before it was locked.
    private static final String CHANGE = """
            UPDATE unit u SET price_version = list.price_version + 1, product_type = list.product_type,
                layout = list.layout, view = list.view
            FROM price_list_comparison list
            JOIN unit_price n ON n.unit = list.unit AND n.version = list.price_version + 1 AND n.price_list = ?
            WHERE list.draft = ? AND list.line > ? AND list.line <= ? AND list.changed AND u.id = list.unit
            RETURNING u.id, list.unit_price, list.list_total, u.price_version""";

    @Inject
    Statements statements;

    @Inject
    StagedRows rows;

    @Inject
    ChangingPrices prices;

    /// Takes the rows of a draft over.
    ///
    /// @param progress hears how many rows are
    /// @throws org.anchang.kit.problem.Refused STOCK_HAS_CHANGED if a unit was sold or came back since it was
    ///     compared
    void write(UUID draft, String project, Counts counts, Author author, IntConsumer progress) {
        statements.write(BUILDINGS, project, draft);
        statements.write(
                RECORD_LIST,
                author.list(),
                project,
                counts.units(),
                counts.changed(),
                counts.leftOut(),
                author.reason(),
                author.person(),
                author.at());
        var last = rows.lastLine(draft);
        long passes = counts.changed() > 0 ? 2 : 1;
        IntConsumer done = lines -> progress.accept((int) (counts.units() * (long) lines / (last * passes)));
        for (int line = 0; line < last; line += LINES_AT_ONCE) {
            add(draft, line, author);
            done.accept(Math.min(line + LINES_AT_ONCE, last));
        }
        if (counts.changed() > 0) {
            statements.row(LOCK, _ -> true, draft);
            var change = new ChangingPrices.Author(author.person(), author.at());
            int changed = 0;
            for (int line = 0; line < last; line += LINES_AT_ONCE) {
                changed += prices.tell(project, change, CHANGE, author.list(), draft, line, line + LINES_AT_ONCE);
                done.accept(last + Math.min(line + LINES_AT_ONCE, last));
            }
            refuseUnless(changed == counts.changed(), InventoryRefusal.STOCK_HAS_CHANGED);
        }
    }

    /// @param line the last one that was added before
    private void add(UUID draft, int line, Author author) {
        statements.write(
                ADD,
                draft,
                line,
                line + LINES_AT_ONCE,
                author.day(),
                author.person(),
                author.at(),
                author.at(),
                author.list(),
                author.reason(),
                author.person(),
                author.at(),
                author.at(),
                author.person(),
                author.reason());
    }
}
