package org.anchang.inventory.sale.release;

import static org.anchang.kit.problem.Refused.refuse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.Statements;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// INV-14: which units a release put on sale.
@Path("/api/v1/releases/{release}/units")
@RunOnVirtualThread
@RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
@Tag(name = "Releases")
public class ReleasedUnitsResource {
    public record ReleasedUnit(UUID id, UUID building) {}

    private static final UUID FIRST = new UUID(0, 0);
    private static final String UNITS = """
            SELECT u.id, u.building FROM release_unit r JOIN unit u ON u.id = r.unit
            WHERE r.release = ? AND r.unit > ? ORDER BY r.unit LIMIT ?""";

    @Inject
    Statements statements;

    @Inject
    Caller caller;

    @GET
    @Operation(summary = "The units of a release")
    public Page<ReleasedUnit> list(@PathParam("release") UUID release, @BeanParam @Valid PageRequest page) {
        caller.mustBeBoundTo(projectOf(release));
        var after = page.afterId().orElse(FIRST);
        var found = statements.rows(
                UNITS,
                row -> new ReleasedUnit(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                release,
                after,
                page.rows());
        return Page.of(found, page, unit -> List.of(unit.id()));
    }

    private String projectOf(UUID release) {
        return statements
                .row("SELECT project FROM release WHERE id = ?", row -> row.getString(1), release)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }
}
