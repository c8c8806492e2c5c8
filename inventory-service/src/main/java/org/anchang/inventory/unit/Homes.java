package org.anchang.inventory.unit;

import java.util.Set;

/// INV-11: what is a home, and what goes with one, by product type. The database's `is_home` says the same.
public final class Homes {
    /// What may be attached.
    public static final Set<String> ATTACHABLE = Set.of("PARKING", "STORAGE");

    private static final Set<String> TYPES = Set.of("RESIDENCE", "SMALL_APARTMENT");

    private Homes() {}

    public static boolean isHome(String productType) {
        return TYPES.contains(productType);
    }

    public static boolean goesWithOne(String productType) {
        return ATTACHABLE.contains(productType);
    }
}
