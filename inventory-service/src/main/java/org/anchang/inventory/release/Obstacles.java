package org.anchang.inventory.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.inventory.Statements;

/// INV-6: finds what keeps buildings from being sold in.
@ApplicationScoped
class Obstacles {
    private record Valid(UUID building, Certificate certificate, String number) {}

    private static final String VALID = """
            SELECT building, certificate, number FROM certificate
            WHERE building = ANY (?) AND valid_from <= ? AND (valid_until IS NULL OR valid_until >= ?)""";
    private static final String BUILDINGS = """
            SELECT DISTINCT u.building FROM release_unit r JOIN unit u ON u.id = r.unit WHERE r.release = ? ORDER BY 1""";

    @Inject
    Statements statements;

    /// What keeps the release from opening on that day.
    List<Obstacle> of(Release release, LocalDate day) {
        var buildings = statements.rows(BUILDINGS, row -> row.getObject(1, UUID.class), release.id());
        return of(buildings, release.permit(), day);
    }

    /// @param permit number of the pre-sale permit that has to be each building's own
    List<Obstacle> of(Collection<UUID> buildings, String permit, LocalDate day) {
        var valid = statements
                .rows(
                        VALID,
                        row -> new Valid(
                                row.getObject(1, UUID.class), Certificate.valueOf(row.getString(2)), row.getString(3)),
                        buildings.toArray(UUID[]::new),
                        day,
                        day)
                .stream()
                .collect(Collectors.groupingBy(Valid::building));
        return buildings.stream()
                .flatMap(building -> ofOne(building, permit, valid.getOrDefault(building, List.of())))
                .toList();
    }

    private static Stream<Obstacle> ofOne(UUID building, String permit, List<Valid> valid) {
        var missing = EnumSet.allOf(Certificate.class);
        valid.forEach(one -> missing.remove(one.certificate()));
        if (!missing.isEmpty()) {
            return Stream.of(Obstacle.missing(building, List.copyOf(missing)));
        }
        var isTheBuildings = valid.stream()
                .anyMatch(one -> one.certificate() == Certificate.PRE_SALE
                        && one.number().equals(permit));
        return isTheBuildings ? Stream.empty() : Stream.of(Obstacle.permit(building, permit));
    }
}
