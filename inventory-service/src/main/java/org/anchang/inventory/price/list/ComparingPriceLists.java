package org.anchang.inventory.price.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.inventory.Statements;
import org.anchang.inventory.price.list.BadCell.Reason;
import org.anchang.inventory.price.list.PriceListDraft.Change;
import org.anchang.inventory.price.list.PriceListDraft.Counts;
import org.anchang.inventory.price.list.PriceListDraft.Left;
import org.anchang.inventory.price.list.PriceListDraft.LeftOut;
import org.anchang.inventory.price.list.PriceListDraft.Listed;
import org.anchang.inventory.price.list.StagedRows.ReadList;
import org.anchang.inventory.unit.Pricing.Basis;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;

/// INV-2: holds the rows of a list against each other and against the stock.
@ApplicationScoped
class ComparingPriceLists {
    /// @param buildingsChanged get another type
    /// @param stock            digest of the units that the list speaks of
    record Comparison(
            Counts counts, int buildings, int buildingsChanged, Money before, Money after, BigDecimal stock) {}

    /// @param all how many of its kind there are
    private record Found(BadCell cell, int all) {}

    private static final String TWICE = """
            SELECT line, room, count(*) OVER () FROM (
                SELECT line, room, row_number() OVER (PARTITION BY building, section, floor, room ORDER BY line) AS place
                FROM price_list_row WHERE draft = ?) named
            WHERE place > 1 ORDER BY line LIMIT ?""";
    /// Far quicker where, as in nearly every list, no room stands twice.
    private static final String ANY_TWICE = """
            SELECT 1 FROM price_list_row WHERE draft = ?
            GROUP BY building, section, floor, room HAVING count(*) > 1 LIMIT 1""";
    private static final String BELOW_FLOOR = """
            SELECT line, unit_price::text, count(*) OVER () FROM price_list_comparison
            WHERE draft = ? AND list_total < floor_price AND NOT left_out ORDER BY line LIMIT ?""";
    private static final String ATTACHED_KIND = """
            SELECT line, product_type, count(*) OVER () FROM price_list_comparison
            WHERE draft = ? AND attached_to IS NOT NULL AND product_type NOT IN ('PARKING', 'STORAGE') AND NOT left_out
            ORDER BY line LIMIT ?""";
    private static final String COMPARISON = """
            SELECT count(*), count(*) FILTER (WHERE added), count(*) FILTER (WHERE changed), count(*) FILTER (WHERE left_out),
                   count(DISTINCT building_name), count(DISTINCT building) FILTER (WHERE building_type <> building_type_before
                       OR building_type IS NOT NULL AND building_type_before IS NULL),
                   coalesce(sum(list_total) FILTER (WHERE NOT left_out), 0)
                       - coalesce(sum(list_total_before) FILTER (WHERE NOT left_out), 0),
                   coalesce(sum(hashtextextended(ROW (unit, price_version, product_type_before, layout_before, view_before,
                       building_type_before, left_out)::text, 0)) FILTER (WHERE NOT added), 0),
                   (SELECT coalesce(sum(p.list_total), 0) FROM unit u
                    JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version WHERE u.project = ?)
            FROM price_list_comparison WHERE draft = ?""";
    private static final String CHANGES = """
            SELECT line, unit, label, added, building_area, interior_area, garden_area, other_area, basis, unit_price, list_total,
                   floor_price, product_type, layout, view, area_before, interior_area_before, garden_area_before,
                   other_area_before, basis_before, unit_price_before, list_total_before, floor_price_before,
                   product_type_before, layout_before, view_before
            FROM price_list_comparison WHERE draft = ? AND line > ? AND (added OR changed) ORDER BY line LIMIT ?""";
    private static final String LEFT_OUT = """
            SELECT line, unit, label FROM price_list_comparison
            WHERE draft = ? AND line > ? AND left_out ORDER BY line LIMIT ?""";

    @Inject
    Statements statements;

    /// INV-2, INV-11, INV-12: adds to the bad cells what only the whole list and the stock tell; in the order of
    /// the lines, no more of them than `most`.
    ReadList checked(UUID draft, ReadList read, int most) {
        var found = Stream.of(
                        statements.rows(ANY_TWICE, _ -> true, draft).isEmpty()
                                ? List.<Found>of()
                                : find(TWICE, Column.ROOM, Reason.ROOM_TWICE, draft, most),
                        find(BELOW_FLOOR, Column.UNIT_PRICE, Reason.BELOW_FLOOR_PRICE, draft, most),
                        find(ATTACHED_KIND, Column.PRODUCT_TYPE, Reason.ATTACHED_KIND, draft, most))
                .toList();
        var cells = new ArrayList<>(read.cells());
        found.forEach(kind -> kind.forEach(one -> cells.add(one.cell())));
        cells.sort(Comparator.comparingLong(BadCell::line));
        var more = found.stream()
                .mapToInt(kind -> kind.isEmpty() ? 0 : kind.getFirst().all())
                .sum();
        return new ReadList(
                read.good(), read.bad() + more, cells.stream().limit(most).toList(), read.ignored());
    }

    Comparison compare(UUID draft, String project) {
        return statements
                .row(COMPARISON, ComparingPriceLists::comparison, project, draft)
                .orElseThrow();
    }

    /// What would change, old and new, in the order of the list; nothing any more once it is imported.
    Page<Change> changes(UUID draft, PageRequest page) {
        return Page.of(
                statements.rows(CHANGES, ComparingPriceLists::change, draft, PriceListDrafts.number(page), page.rows()),
                page,
                change -> List.of(change.line()));
    }

    /// What the list would change, were it not sold; nothing any more once it is imported.
    Page<Left> leftOut(UUID draft, PageRequest page) {
        return Page.of(
                statements.rows(
                        LEFT_OUT,
                        row -> new Left(row.getInt(1), row.getObject(2, UUID.class), row.getString(3), LeftOut.SOLD),
                        draft,
                        PriceListDrafts.number(page),
                        page.rows()),
                page,
                left -> List.of(left.line()));
    }

    private List<Found> find(String sql, Column column, Reason reason, UUID draft, int most) {
        return statements.rows(
                sql,
                row -> new Found(
                        new BadCell(row.getLong(1), column.heading(), row.getString(2), reason), row.getInt(3)),
                draft,
                most);
    }

    private static Comparison comparison(ResultSet row) throws SQLException {
        var before = row.getBigDecimal(9);
        return new Comparison(
                new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
                row.getInt(5),
                row.getInt(6),
                new Money(before),
                new Money(before.add(row.getBigDecimal(7))),
                row.getBigDecimal(8));
    }

    private static Change change(ResultSet row) throws SQLException {
        var added = row.getBoolean(4);
        return new Change(
                row.getInt(1),
                added ? null : row.getObject(2, UUID.class),
                row.getString(3),
                listed(row, 5),
                added ? null : listed(row, 16));
    }

    /// @param from the first of its columns
    private static Listed listed(ResultSet row, int from) throws SQLException {
        var floorPrice = row.getBigDecimal(from + 7);
        return new Listed(
                row.getBigDecimal(from),
                row.getBigDecimal(from + 1),
                row.getBigDecimal(from + 2),
                row.getBigDecimal(from + 3),
                Basis.valueOf(row.getString(from + 4)),
                new Money(row.getBigDecimal(from + 5)),
                new Money(row.getBigDecimal(from + 6)),
                floorPrice == null ? null : new Money(floorPrice),
                row.getString(from + 8),
                row.getString(from + 9),
                row.getString(from + 10));
    }
}
