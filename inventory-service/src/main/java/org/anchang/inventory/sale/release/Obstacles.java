package org.anchang.inventory.sale.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.inventory.Statements;
import org.anchang.kit.clock.OfficeClock;
import org.jspecify.annotations.Nullable;

/// INV-6: finds what keeps buildings from being sold in.
@ApplicationScoped
class Obstacles {
    private record InBuilding(UUID release, UUID building) {}

    private record Recorded(
            UUID building,
            Certificate certificate,
            String number,
            LocalDate validFrom,
            @Nullable LocalDate lastDay) {
        static Recorded read(ResultSet row) throws SQLException {
            return new Recorded(
                    row.getObject(1, UUID.class),
                    Certificate.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getObject(4, LocalDate.class),
                    row.getObject(5, LocalDate.class));
        }

        boolean countsOn(LocalDate day) {
            return !validFrom.isAfter(day) && (lastDay == null || !lastDay.isBefore(day));
        }
    }

    private static final String RECORDED = """
            SELECT building, certificate, number, valid_from, last_day FROM certificate_listing WHERE building = ANY (?)""";
    private static final String BUILDINGS = """
            SELECT DISTINCT r.release, u.building FROM release_unit r JOIN unit u ON u.id = r.unit
            WHERE r.release = ANY (?) ORDER BY 1, 2""";

    @Inject
    Statements statements;

    @Inject
    OfficeClock clock;

    /// What keeps the release from opening on that day.
    List<Obstacle> of(Release release, LocalDate day) {
        return of(buildingsOf(List.of(release)).getOrDefault(release.id(), Set.of()), release.permit(), day);
    }

    /// @param permit number of the pre-sale permit that has to be each building's own
    List<Obstacle> of(Collection<UUID> buildings, String permit, LocalDate day) {
        return of(buildings, recordedOf(buildings), permit, day);
    }

    /// What keeps those of the releases that are not open yet from opening at their moment, or now where that is over;
    /// with two queries, however many they are.
    Map<UUID, List<Obstacle>> ahead(List<Release> releases) {
        var waiting = releases.stream().filter(Release::isPlanned).toList();
        if (waiting.isEmpty()) {
            return Map.of();
        }
        var buildings = buildingsOf(waiting);
        var recorded = recordedOf(
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
        return statements
                .rows(
                        BUILDINGS,
                        row -> new InBuilding(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        (Object) releases.stream().map(Release::id).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        InBuilding::release, Collectors.mapping(InBuilding::building, Collectors.toSet())));
    }

    private Map<UUID, List<Recorded>> recordedOf(Collection<UUID> buildings) {
        return statements.rows(RECORDED, Recorded::read, (Object) buildings.toArray(UUID[]::new)).stream()
                .collect(Collectors.groupingBy(Recorded::building));
    }

    private static List<Obstacle> of(
            Collection<UUID> buildings, Map<UUID, List<Recorded>> recorded, String permit, LocalDate day) {
        return buildings.stream()
                .sorted()
                .flatMap(building -> ofOne(
                        building,
                        permit,
                        recorded.getOrDefault(building, List.of()).stream()
                                .filter(one -> one.countsOn(day))
                                .toList()))
                .toList();
    }

    private static Stream<Obstacle> ofOne(UUID building, String permit, List<Recorded> valid) {
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
