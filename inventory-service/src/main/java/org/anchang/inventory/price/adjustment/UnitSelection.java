package org.anchang.inventory.price.adjustment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
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
    /// Conditions on a unit `u`, with [#parameters].
    static final String SQL = """
            (?::uuid IS NULL OR u.building = ?::uuid) AND (?::text IS NULL OR u.section = ?::text)
            AND (?::text[] IS NULL OR u.floor = ANY (?::text[])) AND (?::text[] IS NULL OR u.room = ANY (?::text[]))
            AND (?::text IS NULL OR u.layout = ?::text) AND (?::text IS NULL OR u.view = ?::text)
            AND (?::text IS NULL OR u.product_type = ?::text) AND (?::uuid[] IS NULL OR u.id = ANY (?::uuid[]))
            """;

    @Nullable
    Object[] parameters() {
        var given = new @Nullable Object[] {
            building, section, texts(floors), texts(rooms), layout, view, productType, unitIds()
        };
        var twice = new @Nullable Object[given.length * 2];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = given[i / 2];
        }
        return twice;
    }

    UUID @Nullable [] unitIds() {
        return units == null ? null : units.stream().distinct().toArray(UUID[]::new);
    }

    private static String @Nullable [] texts(@Nullable List<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }
}
