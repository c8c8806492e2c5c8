package org.anchang.inventory.catalogue;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.FloorPrices;
import org.anchang.inventory.unit.UnitState;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Sealing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// SEC-2: who did what to a unit and when: releases, holds, deals, prices, areas, layouts, withholdings.
@Path("/api/v1/units/{unit}/history")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Units")
public class HistoryResource {
    /// Whose hold it was.
    public record Held(UUID id, String consultant, UUID customer) {}

    /// @param before absent of a unit's first price
    public record Priced(int version, @Nullable PastPrice before, PastPrice after) {}

    public record PastPrice(Money unitPrice, Money total) {}

    /// @param what   the move or what else happened, e.g. `HOLD`, `PRICE_CHANGED`
    /// @param person who did it, of `NEXT_IN_LINE_TOLD` who was told; absent where it is not for the caller to
    ///     know, as is the reason
    public record UnitHistoryLine(
            Instant at,
            @Nullable String person,
            String what,
            @Nullable UnitState from,
            @Nullable UnitState to,
            @Nullable Held hold,
            @Nullable UUID deal,
            @Nullable Priced price,
            @Nullable String reason) {}

    private static final String WITHHELD = "WITHHOLD";
    private static final String FLOOR_SET = "FLOOR_PRICE_SET";

    @Inject
    Units units;

    @Inject
    UnitHistory history;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    @GET
    @Operation(
            summary =
                    "Who did what to the unit and when, the oldest first; consultants see their own holds and deals, and how"
                            + " the unit itself changed")
    public Page<UnitHistoryLine> list(@PathParam("unit") UUID unit, @BeanParam @Valid PageRequest page) {
        var project = units.locate(caller.scope(), unit).project();
        return history.of(unit, Onlooker.of(caller, project), page).map(line -> line(project, line));
    }

    private UnitHistoryLine line(String project, UnitHistory.Happened line) {
        var isOwn = !caller.scope().ownOnly(project) || line.isOf(caller.name());
        return new UnitHistoryLine(
                line.at(),
                isOwn ? line.person() : null,
                line.what(),
                line.fromState(),
                line.toState(),
                line.hold(),
                line.deal(),
                line.priced(),
                isOwn && maySeeWhy(project, line.what()) ? why(line) : null);
    }

    private @Nullable String why(UnitHistory.Happened line) {
        return line.words() == null || line.hold() == null
                ? line.reason()
                : sealing.open(line.words(), Cause.wordsOf(line.hold().id()));
    }

    /// INV-12, INV-14: what only managers may know why.
    private boolean maySeeWhy(String project, String what) {
        return switch (what) {
            case WITHHELD ->
                caller.holds(project, Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR);
            case FLOOR_SET -> FloorPrices.mayBeSeenBy(caller, project);
            default -> true;
        };
    }
}
