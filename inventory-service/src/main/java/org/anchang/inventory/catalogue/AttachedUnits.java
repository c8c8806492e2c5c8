package org.anchang.inventory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.kit.sql.Database;

/// INV-11: what goes with each home, as it stands.
@ApplicationScoped
class AttachedUnits {
    private record OfHome(UUID home, AttachedUnit attached) {}

    private static final String OF_HOMES = """
            SELECT attached_to AS home, id AS unit, label, building_name AS building, product_type, attached_apart AS priced_apart,
                   area_kind, building_area AS area, interior_area, basis AS price_basis, unit_price, list_total
            FROM unit_listing WHERE attached_to = ANY (:homes) ORDER BY id""";

    @Inject
    Database database;

    Map<UUID, List<AttachedUnit>> of(Collection<UUID> homes) {
        return database.sql(OF_HOMES).with("homes", homes).rows(OfHome.class).stream()
                .collect(
                        Collectors.groupingBy(OfHome::home, Collectors.mapping(OfHome::attached, Collectors.toList())));
    }
}
