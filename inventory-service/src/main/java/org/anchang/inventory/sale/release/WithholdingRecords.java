package org.anchang.inventory.sale.release;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.Statements;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// INV-14: what was taken off sale is on record, as releases are.
@Path("/api/v1/withholdings")
@RunOnVirtualThread
@RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR})
@Tag(name = "Releases")
public class WithholdingRecords {
    /// @param endedBy absent while the unit is still withheld
    public record Withholding(
            UUID id,
            UUID unit,
            String label,
            String reason,
            String by,
            Instant at,
            @Nullable String endedBy,
            @Nullable Instant endedAt) {}

    private static final String RECORDS = """
            SELECT w.id, w.unit, u.label, w.reason, w.person, w.at, w.ended_by, w.ended_at
            FROM withholding w JOIN unit u ON u.id = w.unit
            WHERE u.project = ? AND (?::uuid IS NULL OR w.id < ?) ORDER BY w.id DESC LIMIT ?""";

    @Inject
    Statements statements;

    @Inject
    Caller caller;

    @GET
    @Operation(summary = "What was taken off sale in the project, the newest first")
    public Page<Withholding> list(@NotNull @QueryParam("project") String project, @BeanParam @Valid PageRequest page) {
        caller.mustBeBoundTo(project);
        var after = page.afterId().orElse(null);
        var found = statements.rows(RECORDS, WithholdingRecords::read, project, after, after, page.rows());
        return Page.of(found, page, withholding -> List.of(withholding.id()));
    }

    private static Withholding read(ResultSet row) throws SQLException {
        var ended = row.getObject(8, OffsetDateTime.class);
        return new Withholding(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                ended == null ? null : ended.toInstant());
    }
}
