package org.anchang.inventory.sale.permit;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.unit.Building;
import org.anchang.inventory.unit.Buildings;
import org.anchang.inventory.unit.editing.EditingBuildings;
import org.anchang.inventory.unit.editing.EditingBuildings.Particulars;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.ETags;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// INV-1: the buildings of a project, with what INV-6 demands of them.
@Path("/api/v1/buildings")
@RunOnVirtualThread
@Tag(name = "Buildings")
public class BuildingResource implements OfferSource {
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

    /// What stands on the land (INV-1).
    public enum BuildingType {
        LOW_RISE_WITH_LIFT,
        LOW_RISE_WITH_STAIRS,
        HIGH_RISE,
        MID_HIGH_RISE,
        STACKED,
        DETACHED,
        TERRACED
    }

    /// @param name         as price lists write it, e.g. `3栋`
    /// @param buildingType left out: not known
    public record CreateBuilding(
            @NotBlank String project,

            @NotBlank @Size(max = 50) String name,

            @Nullable BuildingType buildingType) {}

    /// @param buildingType left out: not known
    public record EditBuilding(
            @NotBlank @Size(max = 50) String name, @Nullable BuildingType buildingType) {}

    private static final Offer RECORD_CERTIFICATE =
            Offer.of(InventoryAction.RECORD_CERTIFICATE, CertificateResource.class, "add");
    private static final Offer EDIT = Offer.of(InventoryAction.EDIT, BuildingResource.class, "edit");

    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(InventoryAction.CREATE_BUILDING, BuildingResource.class, "create"));

    @Inject
    Buildings buildings;

    @Inject
    EditingBuildings editing;

    @Inject
    Permits permits;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMINISTRATOR, Role.SITE_MANAGER})
    @Operation(
            summary =
                    "Put up a building before there is a price list for it; its units come from one, of one row or many")
    public ShownBuilding create(@NotNull @Valid CreateBuilding request) {
        var id = editing.create(request.project(), particulars(request.name(), request.buildingType()));
        return shown(buildings.get(caller.scope(), id), 0, List.of());
    }

    @GET
    @Snapshot
    @Authenticated
    @Operation(summary = "The buildings of a project by name, with their certificates")
    public Page<ShownBuilding> list(
            @NotNull @QueryParam("project") String project, @BeanParam @Valid PageRequest page) {
        caller.mustBeBoundTo(project);
        var found = buildings.list(caller.scope(), project, page);
        var ids = found.items().stream().map(Building::id).toList();
        var units = buildings.units(ids);
        var certificates = permits.of(ids);
        return found.map(building -> shown(
                building, units.getOrDefault(building.id(), 0L), certificates.getOrDefault(building.id(), List.of())));
    }

    @GET
    @Snapshot
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "One building, with the ETag to edit it")
    public RestResponse<ShownBuilding> get(@PathParam("id") UUID id) {
        var building = buildings.get(caller.scope(), id);
        var units = buildings.units(List.of(id)).getOrDefault(id, 0L);
        return RestResponse.ResponseBuilder.ok(shown(building, units, permits.of(id)))
                .tag(ETags.of(building.version()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(summary = "Name a building and say its type; its units are called by the new name. Takes If-Match")
    public RestResponse<ShownBuilding> edit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") List<String> ifMatch,
            @NotNull @Valid EditBuilding request) {
        editing.edit(id, ifMatch, particulars(request.name(), request.buildingType()));
        return get(id);
    }

    private static Particulars particulars(String name, @Nullable BuildingType type) {
        return new Particulars(name, type == null ? null : type.name());
    }

    private ShownBuilding shown(Building building, long units, List<RecordedCertificate> certificates) {
        return new ShownBuilding(
                building.id(),
                building.project(),
                building.name(),
                building.buildingType(),
                units,
                certificates,
                RecordedCertificate.missing(certificates, clock.today()),
                List.of(
                        RECORD_CERTIFICATE.to(caller, building.project(), building.id()),
                        EDIT.to(caller, building.project(), building.id())));
    }
}
