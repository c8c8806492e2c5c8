package org.anchang.inventory.unit;

/// What others do to many units at once: parts of their statements, each over the rows of a query of theirs. So
/// 100,000 rows are written as fast as one after the other could not be, and only `unit` writes its tables.
///
/// Which columns a query has to have says each of them; it may have more, with its own parameters.
public final class Stock {
    private static final String BUILDINGS = """
            INSERT INTO building (id, project, name, building_type)
            SELECT uuidv7(), project, name, building_type FROM (%s) named
            ON CONFLICT (project, name_key) DO UPDATE SET building_type = excluded.building_type
            WHERE building.building_type IS DISTINCT FROM excluded.building_type AND excluded.building_type IS NOT NULL""";
    private static final String ADDED = """
            INSERT INTO unit (id, project, building, section, floor, room, door, label, product_type, layout, view,
                              price_version, version)
            SELECT unit, project, building, section, floor, room, door, label, product_type, layout, view, 1, 0
            FROM (%s) added""";
    private static final String LOCKED = "SELECT id FROM unit WHERE id IN (%s) ORDER BY id FOR NO KEY UPDATE";
    private static final String RELISTED = """
            UPDATE unit SET price_version = listed.price_version, product_type = listed.product_type,
                layout = listed.layout, view = listed.view
            FROM (%s) listed WHERE unit.id = listed.unit RETURNING listed.*""";
    private static final String REPRICED = """
            UPDATE unit SET price_version = priced.price_version
            FROM (%s) priced WHERE unit.id = priced.unit RETURNING priced.*""";
    private static final String REMEMBERED = """
            INSERT INTO unit_history (unit, project, at, person, what, price_version, reason)
            SELECT unit, project, at, person, what, price_version, reason FROM (%s) remembered""";

    private Stock() {}

    /// INV-1: puts up the buildings that are new, in the order of the rows, and gives the others the type that is said.
    ///
    /// @param rows project, name, building_type
    public static String buildings(String rows) {
        return BUILDINGS.formatted(rows);
    }

    /// INV-1: units that are new, with the first of their prices.
    ///
    /// @param rows unit, project, building, section, floor, room, door, label, product_type, layout, view
    public static String added(String rows) {
        return ADDED.formatted(rows);
    }

    /// Locks units in the order of their ids, as whoever moves them does; answers with the ids.
    ///
    /// @param rows ids of units, the one column
    public static String locked(String rows) {
        return LOCKED.formatted(rows);
    }

    /// Lets another price count, and says anew what the units are; answers with the rows of those that there are.
    ///
    /// @param rows unit, price_version, product_type, layout, view
    public static String relisted(String rows) {
        return RELISTED.formatted(rows);
    }

    /// Lets another price count; answers with the rows of those that there are.
    ///
    /// @param rows unit, price_version
    public static String repriced(String rows) {
        return REPRICED.formatted(rows);
    }

    /// A line in the history of each.
    ///
    /// @param rows unit, project, at, person, what, price_version, reason
    public static String remembered(String rows) {
        return REMEMBERED.formatted(rows);
    }
}
