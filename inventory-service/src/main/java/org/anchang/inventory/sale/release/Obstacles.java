package org.anchang.inventory.sale.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.inventory.sale.permit.Permits;
import org.anchang.inventory.sale.permit.RecordedCertificate;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.sql.Database;

/// INV-6: finds what keeps buildings from being sold in.
@ApplicationScoped
class Obstacles {
    private record InBuilding(UUID release, UUID building) {}

    private static final String BUILDINGS = """
            SELECT DISTINCT r.release, u.building FROM release_unit r JOIN unit_standing u ON u.id = r.unit
            WHERE r.release = ANY (:releases) ORDER BY r.release, u.building""";

    @Inject
    Permits permits;

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    /// What keeps the release from opening on that day.
    List<Obstacle> of(Release release, LocalDate day) {
        return of(buildingsOf(List.of(release)).getOrDefault(release.id(), Set.of()), release.permit(), day);
    }

    /// @param permit number of the pre-sale permit that has to be each building's own
    List<Obstacle> of(Set<UUID> buildings, String permit, LocalDate day) {
        return of(buildings, permits.of(buildings), permit, day);
    }

    /// What keeps those of the releases that are not open yet from opening at their moment, or now where that is over;
    /// with two queries, however many they are.
    Map<UUID, List<Obstacle>> ahead(List<Release> releases) {
        var waiting =
                releases.stream().filter(release -> release.state().isAhead()).toList();
        if (waiting.isEmpty()) {
            return Map.of();
        }
        var buildings = buildingsOf(waiting);
        var recorded = permits.of(
                buildings.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()));
        return waiting.stream()
                .collect(Collectors.toMap(
                        Release::id,
                        release -> of(
                                buildings.getOrDefault(release.id(), Set.of()),
                                recorded,
                                release.permit(),
                                dayOf(release))));
    }

    private LocalDate dayOf(Release release) {
        var now = clock.instant();
        return OfficeClock.dateOf(release.opensAt().isAfter(now) ? release.opensAt() : now);
    }

    private Map<UUID, Set<UUID>> buildingsOf(List<Release> releases) {
        return database
                .sql(BUILDINGS)
                .with("releases", releases.stream().map(Release::id).toList())
                .rows(InBuilding.class)
                .stream()
                .collect(Collectors.groupingBy(
                        InBuilding::release, Collectors.mapping(InBuilding::building, Collectors.toSet())));
    }

    private static List<Obstacle> of(
            Set<UUID> buildings, Map<UUID, List<RecordedCertificate>> recorded, String permit, LocalDate day) {
        return buildings.stream()
                .sorted()
                .flatMap(building ->
                        Obstacle.in(building, recorded.getOrDefault(building, List.of()), permit, day).stream())
                .toList();
    }
}
