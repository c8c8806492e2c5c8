package org.anchang.inventory.price.list;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.price.NewPrices;
import org.anchang.inventory.price.list.PriceListDraft.RowCounts;
import org.anchang.inventory.unit.Stock;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Writes what a price list says: whole tables at once, from the rows that wait in the database.
@ApplicationScoped
class ListedUnits {
    /// By whom, when, by which list and why.
    record Import(
            UUID list,
            String person,
            Instant at,
            LocalDate day,
            @Nullable String reason) {}

    private static final String BUILDINGS = Stock.buildings("""
            SELECT CAST(:project AS text) AS project, (array_agg(building ORDER BY line))[1] AS name,
                   max(building_type) AS building_type
            FROM price_list_row WHERE draft = :draft GROUP BY building_key ORDER BY min(line)""");
    private static final String RECORD_LIST = """
            INSERT INTO price_list (id, project, units, changed, left_out, reason, imported_by, imported_at)
            VALUES (:id, :project, :units, :changed, :leftOut, :reason, :by, :at)""";
    /// One statement, so that all of it sees these units as they were before.
    private static final String ADD = """
            WITH list AS MATERIALIZED (
                SELECT * FROM price_list_comparison
                WHERE draft = :draft AND line > :line AND line <= :last AND (added OR changed) ORDER BY line),
            units AS (%s),
            areas AS (%s),
            prices AS (%s)
            %s""".formatted(
                    Stock.added("SELECT * FROM list WHERE added"),
                    NewPrices.areas("""
            SELECT area AS id, unit, 'PRE_SALE_SURVEY' AS kind, CAST(:day AS date) AS measured_on, building_area, interior_area,
                   garden_area, other_area, CAST(:by AS text) AS recorded_by, CAST(:at AS timestamptz) AS recorded_at
            FROM list WHERE new_area"""),
                    NewPrices.prices("""
            SELECT unit, coalesce(price_version, 0) + 1 AS version, basis, area, unit_price, list_total, floor_price,
                   CAST(:at AS timestamptz) AS effective_from, CAST(:list AS uuid) AS price_list, NULL::uuid AS adjustment,
                   coalesce(CAST(:reason AS text), 'PRICE_LIST') AS reason, CAST(:by AS text) AS set_by,
                   CAST(:at AS timestamptz) AS set_at
            FROM list"""),
                    Stock.remembered("""
            SELECT unit, project, CAST(:at AS timestamptz) AS at, CAST(:by AS text) AS person,
                   CASE WHEN added THEN 'LISTED' ELSE 'PRICE_CHANGED' END AS what, coalesce(price_version, 0) + 1 AS price_version,
                   CAST(:reason AS text) AS reason
            FROM list"""));
    /// Only now, because a unit that is locked cannot be held.
    private static final String LOCK = "SELECT count(*) FROM (%s) locked"
            .formatted(Stock.locked("SELECT unit FROM price_list_comparison WHERE draft = :draft AND changed"));
    /// None that has its new price since, and was sold before it was locked.
    private static final String CHANGE = """
            WITH changed AS (%s) SELECT unit, unit_price, list_total, price_version FROM changed""".formatted(Stock.relisted("""
            SELECT list.unit, list.price_version + 1 AS price_version, list.product_type, list.layout, list.view,
                   list.unit_price, list.list_total
            FROM price_list_comparison list
            JOIN price_on_record n ON n.unit = list.unit AND n.version = list.price_version + 1 AND n.price_list = :list
            WHERE list.draft = :draft AND list.line > :line AND list.line <= :last AND list.changed"""));

    /// Units are added and changed so many lines of the file at a time: so no statement takes long, and one sees
    /// how far it is. No room is on two lines, so that no line sees what another one has changed.
    @ConfigProperty(name = "anchang.price-lists.slice")
    int linesAtOnce;

    @Inject
    Database database;

    @Inject
    StagedRows rows;

    @Inject
    NewPrices prices;

    /// Takes the rows of a draft over.
    ///
    /// @param progress hears how many rows are
    /// @throws org.anchang.kit.problem.Refused STOCK_HAS_CHANGED if a unit was sold or came back since it was
    ///     compared
    void write(UUID draft, String project, RowCounts counts, Import author, IntConsumer progress) {
        database.sql(BUILDINGS).with("project", project).with("draft", draft).write();
        database.sql(RECORD_LIST)
                .with("id", author.list())
                .with("project", project)
                .with("units", counts.units())
                .with("changed", counts.changed())
                .with("leftOut", counts.leftOut())
                .with("reason", author.reason())
                .with("by", author.person())
                .with("at", author.at())
                .write();
        var last = rows.lastLine(draft);
        long passes = counts.changed() > 0 ? 2 : 1;
        IntConsumer done = lines -> progress.accept((int) (counts.units() * (long) lines / (last * passes)));
        for (int line = 0; line < last; line += linesAtOnce) {
            add(draft, line, author);
            done.accept(Math.min(line + linesAtOnce, last));
        }
        if (counts.changed() > 0) {
            database.sql(LOCK).with("draft", draft).one(Integer.class);
            var change = new NewPrices.Author(author.person(), author.at());
            int changed = 0;
            for (int line = 0; line < last; line += linesAtOnce) {
                changed +=
                        prices.tell(project, change, lines(CHANGE, draft, line).with("list", author.list()));
                done.accept(last + Math.min(line + linesAtOnce, last));
            }
            refuseUnless(changed == counts.changed(), InventoryRefusal.STOCK_HAS_CHANGED);
        }
    }

    private void add(UUID draft, int line, Import author) {
        lines(ADD, draft, line)
                .with("day", author.day())
                .with("by", author.person())
                .with("at", author.at())
                .with("list", author.list())
                .with("reason", author.reason())
                .write();
    }

    /// @param line the last one before
    private Statement lines(String sql, UUID draft, int line) {
        return database.sql(sql).with("draft", draft).with("line", line).with("last", line + linesAtOnce);
    }
}
