package org.anchang.kit.seal;

import java.util.UUID;

/// Where a sealed value stands. It is bound to it: moved to another column or row it does not open any more, so that
/// whoever can write to the database, and has no key, cannot make one person's number another's.
///
/// @param row what tells the row from all others, for good; by its text
public record Place(String table, String column, Object row) {
    /// INV-12: the floor price of a hold, on its way from inventory-service to deal-service.
    public static Place floorOf(UUID hold) {
        return new Place("hold", "floor", hold);
    }

    /// As it is mixed into the seal; no name has a slash in it.
    String text() {
        return table + "/" + column + "/" + row;
    }
}
