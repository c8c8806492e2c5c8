package org.anchang.inventory.catalogue;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.inventory.Building;
import org.anchang.inventory.Buildings;
import org.anchang.inventory.Statements;
import org.anchang.inventory.permit.Permits;
import org.anchang.inventory.permit.RecordedCertificate;
import org.anchang.kit.Action;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// INV-1: the buildings of a project, with what INV-6 demands of them.
@Path("/api/v1/buildings")
@RunOnVirtualThread
@Tag(name = "Buildings")
public class BuildingResource {
    /// @param units               how many there are
    /// @param missingCertificates those of the five that are not valid today
    public record ShownBuilding(
            UUID id,
            String project,
            String name,
            @Nullable String buildingType,
            long units,
            List<RecordedCertificate> certificates,
            List<Certificate> missingCertificates,
            List<Action> actions) {}

    private record Count(UUID building, long units) {}

    @Inject
    Buildings buildings;

    @Inject
    Permits permits;

    @Inject
    Statements statements;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @GET
    @Authenticated
    @Operation(summary = "The buildings of a project, all of them")
    public Page<ShownBuilding> list(@NotNull @QueryParam("project") String project) {
        caller.mustBeBoundTo(project);
        Map<UUID, Long> units = statements
                .rows(
                        "SELECT building, count(*) FROM unit WHERE project = ? GROUP BY building",
                        row -> new Count(row.getObject(1, UUID.class), row.getLong(2)),
                        project)
                .stream()
                .collect(Collectors.toMap(Count::building, Count::units));
        return new Page<>(
                buildings.list(caller.scope(), project).stream()
                        .map(building -> shown(building, units.getOrDefault(building.id(), 0L)))
                        .toList(),
                null);
    }

    private ShownBuilding shown(Building building, long units) {
        return new ShownBuilding(
                building.id(),
                building.project(),
                building.name(),
                building.buildingType(),
                units,
                permits.of(building.id()),
                buildings.missingCertificates(building.id(), clock.today()),
                List.of(Action.post(
                        "record-certificate",
                        "/api/v1/buildings/" + building.id() + "/certificates",
                        caller.holds(Role.ADMINISTRATOR),
                        Role.ADMINISTRATOR)));
    }
}
