package org.anchang.inventory.price.valuation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.catalogue.ShowingUnits;
import org.anchang.inventory.catalogue.ShownUnit;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// INV-12: the floor price (底价) of a unit. Set and seen by managers; the history that names it is theirs too.
@Path("/api/v1/units/{unit}/floor-prices")
@RunOnVirtualThread
@RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
@Tag(name = "Prices")
public class FloorPriceResource implements OfferSource {
    public record SetFloorPrice(
            @NotNull Money floorPrice,
            @NotBlank @Size(max = 500) String reason) {}

    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(InventoryAction.SET_FLOOR_PRICE, FloorPriceResource.class, "set"));

    @Inject
    SettingFloorPrices setting;

    @Inject
    ShowingUnits showing;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            summary = "Set the price below which nothing passes but the general manager's approval",
            description = "Whoever is bound by it may raise it; only the general manager lowers it.")
    public ShownUnit set(@PathParam("unit") UUID id, @NotNull @Valid SetFloorPrice request) {
        setting.set(id, request);
        return showing.show(id);
    }
}
