package org.anchang.inventory.price.adjustment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.unit.Door;
import org.anchang.kit.name.Names;
import org.jspecify.annotations.Nullable;

/// INV-2: which units an adjustment is for: those to which everything applies that is not left out.
public record UnitSelection(
        @Nullable UUID building,
        @Nullable @Size(max = 50) String section,
        @Nullable @Size(max = 500) List<@Size(max = 50) String> floors,
        @Nullable @Size(max = 500) List<@Size(max = 50) String> rooms,
        @Nullable @Size(max = 50) String layout,
        @Nullable @Size(max = 50) String view,
        @Nullable @Size(max = 50) String productType,
        @Nullable @Size(max = 5_000) List<@NotNull UUID> units) {
    /// Conditions on a unit `u`; its parameters are the components of this record in their normal form.
    static final String SQL = """
            (CAST(:building AS uuid) IS NULL OR u.building = :building)
            AND (CAST(:section AS text) IS NULL OR split_part(u.door, ' ', 1) = :section)
            AND (CAST(:floors AS text[]) IS NULL OR u.floor = ANY (CAST(:floors AS text[])))
            AND (CAST(:rooms AS text[]) IS NULL OR split_part(u.door, ' ', 3) = ANY (CAST(:rooms AS text[]))
                OR name_key(u.room) = ANY (CAST(:rooms AS text[])))
            AND (CAST(:layout AS text) IS NULL OR name_key(u.layout) = :layout)
            AND (CAST(:view AS text) IS NULL OR name_key(u.view) = :view)
            AND (CAST(:productType AS text) IS NULL OR u.product_type = :productType)
            AND (CAST(:units AS uuid[]) IS NULL OR u.id = ANY (CAST(:units AS uuid[])))
            """;

    /// INV-17: the same, as it is compared with units.
    UnitSelection normal() {
        return new UnitSelection(
                building,
                section == null ? null : Door.sectionOf(section),
                floors == null ? null : floors.stream().map(Door::floorOf).toList(),
                rooms == null ? null : rooms.stream().map(Door::roomOf).toList(),
                layout == null ? null : Names.key(layout),
                view == null ? null : Names.key(view),
                productType,
                units);
    }
}
