package org.anchang.inventory.pricing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.Statements;
import org.anchang.kit.Action;
import org.anchang.kit.file.SentFile;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// INV-2: price lists.
@Path("/api/v1/price-lists")
@RunOnVirtualThread
@RolesAllowed({Role.ADMINISTRATOR, Role.SITE_MANAGER})
@Tag(name = "Price lists")
public class PriceListResource {
    /// @param units          rows of the list
    /// @param buildings      buildings that it names
    /// @param added          rooms that are units from now on
    /// @param changed        units that have another price, area, layout or view
    /// @param ignoredColumns headings that mean nothing here
    public record ImportedPriceList(
            UUID id,
            String project,
            int units,
            int buildings,
            int added,
            int changed,
            int unchanged,
            List<String> ignoredColumns,
            List<Action> actions) {
        static ImportedPriceList of(ImportingPriceLists.Imported imported, Caller caller) {
            var counts = imported.counts();
            return new ImportedPriceList(
                    imported.id(),
                    imported.project(),
                    counts.units(),
                    imported.buildings(),
                    counts.added(),
                    counts.changed(),
                    counts.unchanged(),
                    imported.ignored(),
                    List.of(Action.post(
                            "release", "/api/v1/releases", caller.holds(Role.SITE_MANAGER), Role.SITE_MANAGER)));
        }
    }

    public record PastPriceList(UUID id, String project, int units, int changed, String by, Instant at) {}

    private static final String PAST = """
            SELECT id, project, units, changed, imported_by, imported_at FROM price_list
            WHERE project = ? ORDER BY id DESC LIMIT 200""";

    @Inject
    ImportingPriceLists importing;

    @Inject
    Statements statements;

    @Inject
    Caller caller;

    @POST
    @Idempotent(mayTakeLong = true)
    @ResponseStatus(201)
    @Consumes({
        "text/csv",
        "text/plain",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/octet-stream"
    })
    @Operation(
            summary = "Import a price list: CSV in UTF-8 or GBK, or XLSX, with the columns 楼栋,单元,楼层,房号,建筑面积,预售单价"
                    + " and, if there, 项目,户内面积,花园面积,其他面积,总价,底价,计价方式,物业类型,建筑类型,户型,景观 or 朝向, in any"
                    + " order; all rows or none. To see first what it would change, POST /price-list-drafts")
    public ImportedPriceList take(@NotNull @QueryParam("project") String project, SentFile file) {
        return ImportedPriceList.of(importing.take(project, file.path()), caller);
    }

    @GET
    @Operation(summary = "Price lists imported so far, the newest first, at most 200")
    public Page<PastPriceList> list(@NotNull @QueryParam("project") String project) {
        caller.mustBeBoundTo(project);
        return new Page<>(
                statements.rows(
                        PAST,
                        row -> new PastPriceList(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getString(5),
                                row.getObject(6, OffsetDateTime.class).toInstant()),
                        project),
                null);
    }
}
