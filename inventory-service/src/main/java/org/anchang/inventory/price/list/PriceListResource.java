package org.anchang.inventory.price.list;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.price.list.ImportingPriceLists.File;
import org.anchang.inventory.price.list.ImportingPriceLists.Takeover;
import org.anchang.kit.Offer;
import org.anchang.kit.OfferSource;
import org.anchang.kit.file.SentFile;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.Seen;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-2: price lists.
@Path("/api/v1/price-lists")
@RunOnVirtualThread
@RolesAllowed({Role.ADMINISTRATOR, Role.SITE_MANAGER, Role.GENERAL_MANAGER})
@Tag(name = "Price lists")
public class PriceListResource implements OfferSource {
    public record PastPriceList(
            UUID id,
            String project,
            int units,
            int changed,
            int leftOut,
            @Nullable String reason,
            String by,
            Instant at) {}

    private static final List<Offer> FOR_OTHERS =
            List.of(Offer.of(InventoryAction.IMPORT_PRICE_LIST, PriceListResource.class, "take")
                    .ofProject());

    @Inject
    ImportingPriceLists importing;

    @Inject
    PriceLists lists;

    @Inject
    Caller caller;

    @Override
    @PermitAll
    public List<Offer> offers() {
        return FOR_OTHERS;
    }

    @POST
    @Idempotent(mayTakeLong = true, asksFirst = true)
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
                    + " order, under the headings that offices give them (幢号, 室号, 单价（元/㎡） …); all rows or none, but what is"
                    + " sold stays as it is. All sheets are read, or the one named as sheet; what is hidden is not. sheets says"
                    + " what was read. The reason is kept with each price. To see first what it would change, POST"
                    + " /price-list-drafts. A lower floor price, and a price cut deeper than PRICE_CUT_LIMIT_PERCENT, are for the"
                    + " general manager; an administrator's list has no column 底价")
    public ImportedPriceList take(
            @NotNull @QueryParam("project") String project,
            @Nullable @Seen @Size(max = 500) @QueryParam("reason") String reason,
            @Nullable @Seen @Size(max = 31) @QueryParam("sheet") String sheet,
            SentFile file) {
        return importing.take(new Takeover(project, reason), new File(file.path(), sheet));
    }

    @GET
    @Operation(summary = "Price lists imported so far, the newest first")
    public Page<PastPriceList> list(
            @NotNull @QueryParam("project") String project, @BeanParam @Valid PageRequest page) {
        caller.mustBeBoundTo(project);
        return lists.past(project, page);
    }
}
