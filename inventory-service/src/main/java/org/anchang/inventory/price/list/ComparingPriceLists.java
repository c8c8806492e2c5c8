package org.anchang.inventory.price.list;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.price.LoweringPrices;
import org.anchang.inventory.price.list.BadCell.BadCellReason;
import org.anchang.inventory.price.list.PriceListDraft.LeftOutRow;
import org.anchang.inventory.price.list.PriceListDraft.RowChange;
import org.anchang.inventory.price.list.PriceListDraft.RowCounts;
import org.anchang.inventory.price.list.StagedRows.ReadList;
import org.anchang.inventory.unit.FloorPrices;
import org.anchang.inventory.unit.Homes;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-2: holds the rows of a list against each other and against the stock.
@ApplicationScoped
class ComparingPriceLists {
    /// @param buildingsChanged get another type
    /// @param stock            digest of the units that the list speaks of
    record Comparison(
            RowCounts counts, int buildings, int buildingsChanged, Money before, Money after, BigDecimal stock) {}

    /// @param found how many of its kind there are
    /// @param other the line that the row is at odds with
    private record AtOdds(long line, String value, @Nullable Long other, int found) {}

    /// INV-17: the same door of the same building, or the same name of two doors.
    private static final String TWICE = """
            SELECT line, room AS value, other, count(*) OVER () AS found FROM (
                SELECT line, room, least(min(line) OVER (PARTITION BY building_key, door),
                                         min(line) OVER (PARTITION BY label_key)) AS other
                FROM price_list_row WHERE draft = :draft) named
            WHERE other < line ORDER BY line LIMIT :most""";
    /// Far quicker where, as in nearly every list, no room stands twice.
    private static final String ANY_TWICE = """
            SELECT EXISTS (SELECT 1 FROM price_list_row WHERE draft = :draft
                GROUP BY building_key, door HAVING count(*) > 1 LIMIT 1)
                OR EXISTS (SELECT 1 FROM price_list_row WHERE draft = :draft
                GROUP BY label_key HAVING count(*) > 1 LIMIT 1)""";
    /// INV-17: a unit of the stock that is another one has the name already.
    private static final String LABEL_TAKEN = """
            SELECT r.line, u.label AS value, NULL::bigint AS other, count(*) OVER () AS found
            FROM price_list_comparison r JOIN unit_standing u ON u.project = r.project AND name_key(u.label) = r.label_key
            WHERE r.draft = :draft AND r.added ORDER BY r.line LIMIT :most""";
    private static final String BELOW_FLOOR = """
            SELECT line, unit_price::text AS value, NULL::bigint AS other, count(*) OVER () AS found FROM price_list_comparison
            WHERE draft = :draft AND list_total < floor_price AND NOT left_out ORDER BY line LIMIT :most""";
    private static final String NAMES_FLOORS =
            "SELECT EXISTS (SELECT 1 FROM price_list_row WHERE draft = :draft AND floor_price IS NOT NULL)";
    private static final String LOWERED = """
            SELECT label, floor, count(*) OVER (PARTITION BY floor) AS count FROM (
                SELECT label, line, floor_price < floor_price_before IS TRUE AS floor FROM price_list_comparison
                WHERE draft = :draft AND changed AND (floor_price < floor_price_before OR list_total < list_total_before
                    AND is_cut_deep(unit, list_total, :percent, :days))) lowered
            ORDER BY floor DESC, line LIMIT :most""";
    private static final String ATTACHED_KIND = """
            SELECT line, product_type AS value, NULL::bigint AS other, count(*) OVER () AS found FROM price_list_comparison
            WHERE draft = :draft AND attached_to IS NOT NULL AND product_type <> ALL (:attachable) AND NOT left_out
            ORDER BY line LIMIT :most""";
    private static final String COMPARISON = """
            SELECT units, added, changed, left_out, buildings, buildings_changed, before, before + more AS after, stock FROM (
                SELECT count(*) AS units, count(*) FILTER (WHERE added) AS added, count(*) FILTER (WHERE changed) AS changed,
                       count(*) FILTER (WHERE left_out) AS left_out, count(DISTINCT building_key) AS buildings,
                       count(DISTINCT building) FILTER (WHERE building_type <> building_type_before
                           OR building_type IS NOT NULL AND building_type_before IS NULL) AS buildings_changed,
                       coalesce(sum(list_total) FILTER (WHERE NOT left_out), 0)
                           - coalesce(sum(list_total_before) FILTER (WHERE NOT left_out), 0) AS more,
                       coalesce(sum(hashtextextended(ROW (unit, price_version, product_type_before, layout_before, view_before,
                           building_type_before, left_out)::text, 0)) FILTER (WHERE NOT added), 0) AS stock,
                       (SELECT coalesce(sum(list_total), 0) FROM priced_unit WHERE project = :project) AS before
                FROM price_list_comparison WHERE draft = :draft) compared""";
    private static final String CHANGES = """
            SELECT line, CASE WHEN NOT added THEN unit END AS unit, label, building_area AS area, interior_area, garden_area,
                   other_area, basis, unit_price, list_total AS total, floor_price, product_type, layout, view,
                   area_before AS before_area, interior_area_before AS before_interior_area,
                   garden_area_before AS before_garden_area, other_area_before AS before_other_area,
                   basis_before AS before_basis, unit_price_before AS before_unit_price, list_total_before AS before_total,
                   floor_price_before AS before_floor_price, product_type_before AS before_product_type,
                   layout_before AS before_layout, view_before AS before_view
            FROM price_list_comparison WHERE draft = :draft AND line > :after AND (added OR changed) ORDER BY line LIMIT :rows""";
    private static final String LEFT_OUT = """
            SELECT line, unit, label, 'SOLD' AS reason FROM price_list_comparison
            WHERE draft = :draft AND line > :after AND left_out ORDER BY line LIMIT :rows""";

    @Inject
    LoweringPrices lowering;

    @Inject
    Caller caller;

    @Inject
    Database database;

    /// INV-2, INV-11, INV-12, INV-17: adds to the bad cells what only the whole list and the stock tell; in
    /// the order of the lines, no more of them than `most`.
    ReadList checked(UUID draft, ReadList read, int most) {
        var twice = database.sql(ANY_TWICE).with("draft", draft).one(Boolean.class);
        var cells = new ArrayList<>(read.cells());
        var more = (twice ? add(cells, find(TWICE, draft, most), Column.ROOM, BadCellReason.ROOM_TWICE) : 0)
                + add(cells, find(LABEL_TAKEN, draft, most), Column.ROOM, BadCellReason.LABEL_TAKEN)
                + add(cells, find(BELOW_FLOOR, draft, most), Column.UNIT_PRICE, BadCellReason.BELOW_FLOOR_PRICE)
                + add(cells, find(ATTACHED_KIND, draft, most), Column.PRODUCT_TYPE, BadCellReason.ATTACHED_KIND);
        cells.sort(Comparator.comparingLong(BadCell::line));
        return new ReadList(
                read.good(), read.bad() + more, cells.stream().limit(most).toList(), read.sheets());
    }

    private List<AtOdds> find(String sql, UUID draft, int most) {
        return database.sql(sql)
                .with("draft", draft)
                .with("most", most)
                .with("attachable", Homes.ATTACHABLE)
                .rows(AtOdds.class);
    }

    /// @return how many there are, those among them that are too many to be shown
    private static int add(List<BadCell> cells, List<AtOdds> found, Column column, BadCellReason reason) {
        found.forEach(one -> cells.add(new BadCell(one.line(), column.heading(), one.value(), reason, one.other())));
        return found.isEmpty() ? 0 : found.getFirst().found();
    }

    Comparison compare(UUID draft, String project) {
        return database.sql(COMPARISON)
                .with("project", project)
                .with("draft", draft)
                .one(Comparison.class);
    }

    /// INV-12: an administrator's list names no floor prices.
    ///
    /// @throws org.anchang.kit.problem.Refused FLOOR_PRICES_ARE_NOT_YOURS
    void mustNameNoFloors(UUID draft) {
        if (database.sql(NAMES_FLOORS).with("draft", draft).one(Boolean.class)) {
            var column = Column.FLOOR_PRICE.heading();
            throw refuse(InventoryRefusal.FLOOR_PRICES_ARE_NOT_YOURS)
                    .with("column", column)
                    .with("why", InventoryRefusal.FLOOR_PRICES_ARE_NOT_YOURS)
                    .with("columns", List.of(column));
        }
    }

    /// INV-12
    ///
    /// @throws org.anchang.kit.problem.Refused FLOOR_PRICE_MAY_ONLY_RISE, PRICE_CUT_TOO_DEEP
    void mustBeAllowed(UUID draft, String project) {
        lowering.mustBeAllowed(project, database.sql(LOWERED).with("draft", draft));
    }

    /// What would change, old and new, in the order of the list; nothing any more once it is imported.
    /// INV-12: without floor prices for an administrator.
    Page<RowChange> changes(PriceListDraft draft, PageRequest page) {
        var changes = Page.of(rows(CHANGES, draft.id(), page, RowChange.class), page, change -> List.of(change.line()));
        return FloorPrices.mayBeSeenBy(caller, draft.project()) ? changes : changes.map(RowChange::withoutFloors);
    }

    /// What the list would change, were it not sold; nothing any more once it is imported.
    Page<LeftOutRow> leftOut(UUID draft, PageRequest page) {
        return Page.of(rows(LEFT_OUT, draft, page, LeftOutRow.class), page, left -> List.of(left.line()));
    }

    private <T> List<T> rows(String sql, UUID draft, PageRequest page, Class<T> row) {
        return database.sql(sql)
                .with("draft", draft)
                .with("after", page.afterNumber())
                .with("rows", page.rows())
                .rows(row);
    }
}
