package org.anchang.inventory.catalogue;

import static org.anchang.kit.problem.Refused.refuseIf;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.anchang.inventory.ShowingUnits;
import org.anchang.inventory.ShownUnit;
import org.anchang.inventory.Statements;
import org.anchang.inventory.UnitState;
import org.anchang.inventory.Units;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// INV-1: every unit, to look things up.
@Path("/api/v1/units")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Units")
public class UnitResource {
    /// @param what the move or what else happened, e.g. `HOLD`, `PRICE_CHANGED`
    public record Line(
            Instant at,
            String person,
            String what,
            @Nullable UnitState from,
            @Nullable UnitState to,
            @Nullable UUID hold,
            @Nullable UUID deal,
            @Nullable Integer priceVersion,
            @Nullable String reason) {}

    private static final String HISTORY = """
            SELECT at, person, what, from_state, to_state, hold, deal, price_version, reason
            FROM unit_history WHERE unit = ? ORDER BY id""";

    @Inject
    Units units;

    @Inject
    ShowingUnits showing;

    @Inject
    Statements statements;

    @Inject
    Caller caller;

    @GET
    @Operation(summary = "Units, in the order of the price list; filtered by project, building and state")
    public Page<ShownUnit> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("building") @Nullable UUID building,
            @QueryParam("state") @Nullable UnitState state,
            @BeanParam @Valid PageRequest page) {
        var found = units.list(caller.scope(), new Units.Filter(project, building, state), page);
        return new Page<>(showing.show(found.items()), found.next());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One unit as it stands")
    public ShownUnit get(@PathParam("id") UUID id) {
        return showing.show(units.get(caller.scope(), id));
    }

    @GET
    @Path("/{id}/history")
    @Operation(summary = "Who did what to the unit and when, the oldest first; for whoever sees the whole project")
    public Page<Line> history(@PathParam("id") UUID id) {
        Scope scope = caller.scope();
        var unit = units.get(scope, id);
        refuseIf(scope.ownOnly(), KitRefusal.ROLE_NOT_ALLOWED);
        return new Page<>(statements.rows(HISTORY, UnitResource::line, unit.id()), null);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getString(2),
                row.getString(3),
                state(row.getString(4)),
                state(row.getString(5)),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                row.getObject(8, Integer.class),
                row.getString(9));
    }

    private static @Nullable UnitState state(@Nullable String name) {
        return name == null ? null : UnitState.valueOf(name);
    }
}
