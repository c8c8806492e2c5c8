package org.anchang.inventory.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.inventory.Pricing.Basis;
import org.anchang.inventory.Statements;
import org.anchang.kit.Ids;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// The units of a project as the last price list left them, and the writing of what a new one says.
@ApplicationScoped
class ListedUnits {
    /// @param listing the price and areas as they stand, comparable with a row
    record Listed(UUID unit, UUID area, int priceVersion, PricedRow listing) {}

    /// By whom, when and by which list.
    record Author(UUID list, String person, Instant at, LocalDate day) {}

    /// A unit and what a row says about it; `before` is null for a new unit.
    record Listing(UUID unit, PricedRow row, @Nullable Listed before) {
        int version() {
            return before == null ? 1 : before.priceVersion() + 1;
        }
    }

    private static final String LISTED = """
            SELECT u.id, p.area, u.price_version, b.name, u.section, u.floor, u.room, u.product_type, u.layout,
                   a.building_area, a.interior_area, a.garden_area, a.other_area, p.basis, p.unit_price, p.list_total, p.floor_price
            FROM unit u JOIN building b ON b.id = u.building JOIN unit_price p ON p.unit = u.id AND p.version = u.price_version
            JOIN unit_area a ON a.id = p.area WHERE u.project = ?""";
    private static final String NEW_UNIT = """
            INSERT INTO unit (id, project, building, section, floor, room, label, product_type, layout, price_version, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0)""";
    private static final String NEW_LISTING = """
            UPDATE unit SET price_version = ?, layout = coalesce(?, layout), product_type = ? WHERE id = ?""";
    private static final String NEW_AREA = """
            INSERT INTO unit_area (id, unit, kind, measured_on, building_area, interior_area, garden_area, other_area,
                                   recorded_by, recorded_at)
            VALUES (?, ?, 'PRE_SALE_SURVEY', ?, ?, ?, ?, ?, ?, ?)""";
    private static final String NEW_PRICE = """
            INSERT INTO unit_price (unit, version, basis, area, unit_price, list_total, floor_price, effective_from, price_list,
                                    reason, set_by, set_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PRICE_LIST', ?, ?)""";
    private static final String REMEMBER = """
            INSERT INTO unit_history (unit, project, at, person, what, price_version) VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String NEW_BUILDING = """
            INSERT INTO building (id, project, name) VALUES (?, ?, ?) ON CONFLICT (project, name) DO NOTHING""";

    @Inject
    Statements statements;

    /// Two imports into one project run one after the other.
    void lock(String project) {
        statements.row("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> true, "price list " + project);
    }

    Map<PricedRow.Room, Listed> of(String project) {
        var listed = new HashMap<PricedRow.Room, Listed>();
        statements
                .rows(LISTED, ListedUnits::read, project)
                .forEach(unit -> listed.put(unit.listing().room(), unit));
        return listed;
    }

    /// @return ids of the project's buildings by name, the named ones among them
    Map<String, UUID> buildings(String project, List<String> names) {
        statements.writeAll(
                NEW_BUILDING,
                names.stream()
                        .map(name -> new Object[] {Ids.next(), project, name})
                        .toList());
        record Named(UUID id, String name) {}
        var buildings = new HashMap<String, UUID>();
        statements
                .rows(
                        "SELECT id, name FROM building WHERE project = ?",
                        row -> new Named(row.getObject(1, UUID.class), row.getString(2)),
                        project)
                .forEach(building -> buildings.put(building.name(), building.id()));
        return buildings;
    }

    void recordList(Author author, String project, ImportingPriceLists.Counts counts) {
        statements.write(
                "INSERT INTO price_list VALUES (?, ?, ?, ?, ?, ?)",
                author.list(),
                project,
                counts.units(),
                counts.changed(),
                author.person(),
                author.at());
    }

    void add(List<Listing> listings, String project, Map<String, UUID> buildings) {
        statements.writeAll(
                NEW_UNIT,
                listings.stream()
                        .map(listing -> newUnit(listing, project, buildings))
                        .toList());
    }

    void change(List<Listing> listings) {
        statements.writeAll(
                NEW_LISTING,
                listings.stream()
                        .map(listing -> new @Nullable Object[] {
                            listing.version(),
                            listing.row().layout(),
                            listing.row().productType(),
                            listing.unit()
                        })
                        .toList());
    }

    /// Adds area, price and a line of history for each.
    void price(List<Listing> listings, String project, Author author) {
        var areas = new ArrayList<@Nullable Object[]>();
        var prices = new ArrayList<@Nullable Object[]>();
        var lines = new ArrayList<@Nullable Object[]>();
        for (var listing : listings) {
            var before = listing.before();
            var sameArea = before != null
                    && before.listing().areas().equals(listing.row().areas());
            var area = sameArea ? before.area() : Ids.next();
            if (!sameArea) {
                areas.add(newArea(area, listing, author));
            }
            prices.add(newPrice(area, listing, author));
            lines.add(new Object[] {
                listing.unit(),
                project,
                author.at(),
                author.person(),
                before == null ? "LISTED" : "PRICE_CHANGED",
                listing.version()
            });
        }
        statements.writeAll(NEW_AREA, areas);
        statements.writeAll(NEW_PRICE, prices);
        statements.writeAll(REMEMBER, lines);
    }

    private static @Nullable Object[] newUnit(Listing listing, String project, Map<String, UUID> buildings) {
        var row = listing.row();
        var room = row.room();
        return new @Nullable Object[] {
            listing.unit(),
            project,
            buildings.get(room.building()),
            room.section(),
            room.floor(),
            room.room(),
            room.label(),
            row.productType(),
            row.layout()
        };
    }

    private static @Nullable Object[] newArea(UUID area, Listing listing, Author author) {
        var areas = listing.row().areas();
        return new @Nullable Object[] {
            area,
            listing.unit(),
            author.day(),
            areas.building(),
            areas.interior(),
            areas.garden(),
            areas.other(),
            author.person(),
            author.at()
        };
    }

    private static @Nullable Object[] newPrice(UUID area, Listing listing, Author author) {
        var price = listing.row().price();
        return new @Nullable Object[] {
            listing.unit(),
            listing.version(),
            price.basis(),
            area,
            price.unitPrice(),
            price.total(),
            price.floorPrice(),
            author.at(),
            author.list(),
            author.person(),
            author.at()
        };
    }

    private static Listed read(ResultSet row) throws SQLException {
        BigDecimal floorPrice = row.getBigDecimal(17);
        return new Listed(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                new PricedRow(
                        new PricedRow.Room(row.getString(4), row.getString(5), row.getString(6), row.getString(7)),
                        row.getString(8),
                        row.getString(9),
                        new PricedRow.Areas(
                                row.getBigDecimal(10),
                                row.getBigDecimal(11),
                                row.getBigDecimal(12),
                                row.getBigDecimal(13)),
                        new PricedRow.Asked(
                                Basis.valueOf(row.getString(14)),
                                new Money(row.getBigDecimal(15)),
                                new Money(row.getBigDecimal(16)),
                                floorPrice == null ? null : new Money(floorPrice))));
    }
}
