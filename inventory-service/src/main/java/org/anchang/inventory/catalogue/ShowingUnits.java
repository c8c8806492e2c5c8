package org.anchang.inventory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.catalogue.ShownUnit.HoldOfUnit;
import org.anchang.inventory.unit.FloorPrices;
import org.anchang.inventory.unit.Homes;
import org.anchang.inventory.unit.Pricing;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OffersByName;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// SEC-1: shows of a unit what the caller may see, and says what the caller may do with it.
@ApplicationScoped
public class ShowingUnits {
    private static final Offer CORRECT = Offer.of(InventoryAction.CORRECT_UNIT, UnitResource.class, "correct");
    private static final Offer ATTACH = Offer.of(InventoryAction.ATTACH, AttachmentResource.class, "attach");
    private static final Offer DETACH = Offer.of(InventoryAction.DETACH, AttachmentResource.class, "detach");

    private static final String CERTIFIED = """
            SELECT building FROM unnest(CAST(:buildings AS uuid[])) AS building WHERE certificates_complete(building, :day)""";

    @Inject
    OffersByName offers;

    @Inject
    UnitListing units;

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// One unit as it stands.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public ShownUnit show(UUID id) {
        return show(List.of(units.get(caller.scope(), id)), this::care).getFirst();
    }

    /// With prices that were frozen.
    ///
    /// @param certified whether its building has the five certificates today
    public ShownUnit show(UUID unit, Pricing pricing, List<AttachedUnit> attached, boolean certified) {
        return shown(units.get(caller.scope(), unit), pricing, attached, certified, null, List.of());
    }

    List<ShownUnit> show(List<Unit> shown) {
        return show(shown, (_, _) -> List.of());
    }

    private List<ShownUnit> show(List<Unit> shown, BiFunction<Unit, List<AttachedUnit>, List<Action>> care) {
        var certified = certified(shown.stream().map(Unit::building).collect(Collectors.toSet()));
        var attached = units.attachedTo(shown.stream().map(Unit::id).toList());
        return shown.stream()
                .map(unit -> shown(
                        unit,
                        unit.pricing(),
                        attached.getOrDefault(unit.id(), List.of()),
                        certified.contains(unit.building()),
                        unit.opensAt(),
                        care.apply(unit, attached.getOrDefault(unit.id(), List.of()))))
                .toList();
    }

    /// INV-6: those of the buildings that have all five certificates today.
    private Set<UUID> certified(Set<UUID> buildings) {
        return Set.copyOf(database.sql(CERTIFIED)
                .with("buildings", buildings)
                .with("day", clock.today())
                .rows(UUID.class));
    }

    private ShownUnit shown(
            Unit unit,
            Pricing pricing,
            List<AttachedUnit> attached,
            boolean certified,
            @Nullable Instant opensAt,
            List<Action> care) {
        var scope = caller.scope();
        var state = unit.state().seen(scope.ownOnly(unit.project()));
        var hold = visibleHold(unit, scope);
        return new ShownUnit(
                unit.id(),
                unit.project(),
                unit.building(),
                unit.buildingName(),
                unit.section(),
                unit.floor(),
                unit.room(),
                unit.label(),
                unit.productType(),
                unit.layout(),
                unit.view(),
                pricing.areaKind(),
                pricing.buildingArea(),
                pricing.interiorArea(),
                pricing.gardenArea(),
                pricing.otherArea(),
                pricing.basis(),
                pricing.priceVersion(),
                pricing.unitPrice(),
                pricing.listTotal(),
                FloorPrices.mayBeSeenBy(caller, unit.project()) ? pricing.floorPrice() : null,
                state,
                opensAt,
                hold == null
                        ? null
                        : new HoldOfUnit(
                                hold.id(),
                                hold.consultant(),
                                hold.customer(),
                                hold.deal() == null ? hold.until() : null),
                hold == null ? null : hold.deal(),
                unit.openChange(),
                isManager(unit) ? unit.withheldFor() : null,
                unit.attachedTo(),
                unit.attachedApart(),
                attached,
                certified,
                Stream.concat(actions(unit, state, certified).stream(), care.stream())
                        .toList());
    }

    /// INV-14: why a unit is withheld is for managers, not for all who see the project.
    private boolean isManager(Unit unit) {
        return caller.holds(
                unit.project(), Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR);
    }

    private static Unit.@Nullable LiveHold visibleHold(Unit unit, Scope scope) {
        var hold = unit.liveHold();
        return hold != null && scope.covers(unit.project(), hold.consultant()) ? hold : null;
    }

    private boolean isCallers(Unit unit) {
        var hold = unit.liveHold();
        return hold != null && hold.consultant().equals(caller.name());
    }

    /// What is done with a unit by who keeps the stock; rows of a list do without.
    private List<Action> care(Unit unit, List<AttachedUnit> attached) {
        var project = unit.project();
        var loose = !unit.state().isTaken();
        return List.of(
                CORRECT.to(caller, project, unit.id()),
                offers.of(InventoryAction.RECORD_AREA).to(caller, project, unit.id()),
                offers.of(InventoryAction.SET_FLOOR_PRICE).to(caller, project, unit.id()),
                ATTACH.toIf(loose && Homes.isHome(unit.productType()), caller, project, unit.id()),
                DETACH.toIf(loose && !attached.isEmpty(), caller, project, unit.id()));
    }

    private List<Action> actions(Unit unit, UnitState state, boolean certified) {
        var project = unit.project();
        var free = unit.attachedTo() == null;
        return switch (state) {
            case AVAILABLE ->
                List.of(
                        offers.of(InventoryAction.HOLD).toIf(certified && free, caller, project),
                        offers.of(InventoryAction.WITHHOLD).to(caller, project, unit.id()));
            case WITHHELD -> List.of(offers.of(InventoryAction.END_WITHHOLDING).to(caller, project, unit.id()));
            case CLOSED -> List.of(offers.of(InventoryAction.RELEASE).toIf(certified, caller, project));
            case HELD, RESERVED, SUBSCRIBED, CONTRACTED ->
                List.of(offers.of(InventoryAction.WAIT_IN_LINE).toIf(free && !isCallers(unit), caller, project));
            case FILED -> List.of();
        };
    }
}
