package org.anchang.inventory.catalogue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.anchang.inventory.Columns;
import org.anchang.inventory.unit.Pricing;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.sql.Prefix;
import org.jspecify.annotations.Nullable;

/// A unit (房源) as it stands: where it is, what it costs, and who has it; a row of `unit_listing`.
///
/// @param liveHold    INV-4: who has it now; of an attached unit, who has its home
/// @param withheldFor INV-14: why it is off sale
/// @param opensAt     INV-8: when a planned release will put it on sale
public record Unit(
        UUID id,
        String project,
        UUID building,
        String buildingName,
        String section,
        String floor,
        String room,
        String label,
        String productType,
        @Nullable String layout,
        @Nullable String view,
        @Nullable UUID attachedTo,
        @Nullable Boolean attachedApart,
        UnitState state,
        Pricing pricing,
        @Nullable String openChange,
        @Prefix("hold") @Nullable LiveHold liveHold,
        @Nullable String withheldFor,
        @Nullable Instant opensAt) {
    /// INV-4: who has the unit now.
    ///
    /// @param deal the deal that claimed the hold; while there is none, the hold ends by itself
    public record LiveHold(
            UUID id,
            String consultant,
            UUID customer,
            Instant until,
            @Nullable UUID deal) {}

    /// What [#read] takes, of `unit_listing`.
    public static final String COLUMNS = """
            id, project, building, building_name, section, floor, room, label, product_type, layout, view, attached_to,
            attached_apart, state, open_change, hold_id, hold_consultant, hold_customer, hold_until, hold_deal, withheld_for,\s""" + Pricing.COLUMNS;

    /// Of a statement that reads units beside something else.
    public static Unit read(Columns row) throws SQLException {
        var id = row.id();
        var project = row.text();
        var building = row.id();
        var buildingName = row.text();
        var section = row.text();
        var floor = row.text();
        var room = row.text();
        var label = row.text();
        var productType = row.text();
        var layout = row.textIfAny();
        var view = row.textIfAny();
        var attachedTo = row.idIfAny();
        var attachedApart = row.flagIfAny();
        var state = UnitState.valueOf(row.text());
        var openChange = row.textIfAny();
        var hold = row.idIfAny();
        var consultant = row.textIfAny();
        var customer = row.idIfAny();
        var until = row.instantIfAny();
        var deal = row.idIfAny();
        var withheldFor = row.textIfAny();
        return new Unit(
                id,
                project,
                building,
                buildingName,
                section,
                floor,
                room,
                label,
                productType,
                layout,
                view,
                attachedTo,
                attachedApart,
                state,
                Pricing.read(row),
                openChange,
                hold == null || consultant == null || customer == null || until == null
                        ? null
                        : new LiveHold(hold, consultant, customer, until, deal),
                withheldFor,
                null);
    }
}
