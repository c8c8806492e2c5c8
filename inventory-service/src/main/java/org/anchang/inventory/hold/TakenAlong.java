package org.anchang.inventory.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.catalogue.AttachedUnit;
import org.anchang.kit.sql.Database;

/// INV-11: what a hold took along with the home, at the prices that it froze.
@ApplicationScoped
class TakenAlong {
    private static final String BY_HOLD = """
            SELECT unit, label, building, product_type, priced_apart, area_kind, area, interior_area, price_basis, unit_price,
                   list_total
            FROM hold_attached_listing WHERE hold = :hold ORDER BY unit""";

    @Inject
    Database database;

    List<AttachedUnit> by(UUID hold) {
        return database.sql(BY_HOLD).with("hold", hold).rows(AttachedUnit.class);
    }
}
