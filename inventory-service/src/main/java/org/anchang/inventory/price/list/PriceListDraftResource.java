package org.anchang.inventory.price.list;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.price.list.AtWork.Phase;
import org.anchang.inventory.price.list.PriceListDraft.DraftState;
import org.anchang.inventory.price.list.PriceListDraft.LeftOutOfDraft;
import org.anchang.inventory.price.list.PriceListDraft.Listed;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.file.SentFile;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.name.Seen;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.Words;
import org.anchang.kit.sheet.ReadSheet;
import org.anchang.kit.sheet.TableWriter;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// INV-2: price lists that are tried before they are imported.
@Path("/api/v1/price-list-drafts")
@RunOnVirtualThread
@RolesAllowed({Role.ADMINISTRATOR, Role.SITE_MANAGER, Role.GENERAL_MANAGER})
@Tag(name = "Price lists")
public class PriceListDraftResource {
    /// @param state       `READING`, then `READY` to be imported, `FAULTY` with bad cells, or `UNREADABLE`;
    ///     later `IMPORTED`, or `LAPSED` where nobody did in time
    /// @param reason      of an unreadable one: what the file is instead
    /// @param reasonWords the same in the caller's language
    /// @param columns     that an unreadable one lacks, or has twice
    /// @param facts       what else is known of an unreadable one: `unknown` headings, what would be `known`,
    ///     `sheets`
    /// @param sheets      what was read of each sheet of the file, and what was not
    /// @param phase       what is being done: `WAITING` for its turn, `READING`, `CHECKING`, `COMPARING`;
    ///     later `IMPORTING`; absent where nothing is
    /// @param rowsRead    so far
    /// @param rowsImported so far, while it is taken over
    /// @param units       rows of the list
    /// @param buildingsChanged of these: get another type
    /// @param changed     units that would have another price, floor price, area, type, layout or view
    /// @param leftOut     sold units that would too, but stay as they are
    /// @param badCells    how many there are; the first of them are listed
    /// @param totalBefore list value of all units of the project
    /// @param totalAfter  the same once the list is imported
    public record ShownDraft(
            UUID id,
            String project,
            DraftState state,
            @Nullable String reason,
            @Nullable String reasonWords,
            List<String> columns,
            Map<String, Object> facts,
            @Nullable Phase phase,
            int rowsRead,
            int rowsImported,
            int units,
            int buildings,
            int buildingsChanged,
            int added,
            int changed,
            int leftOut,
            int unchanged,
            int badCells,
            Money totalBefore,
            Money totalAfter,
            List<String> ignoredColumns,
            List<ReadSheet> sheets,
            @Nullable UUID priceList,
            String by,
            Instant at,
            List<Action> actions) {}

    /// What a row would change; all of `before` is absent for a new unit.
    ///
    /// @param sheet absent in CSV
    public record ShownChange(
            @Nullable String sheet,
            long line,
            @Nullable UUID unit,
            String label,
            Listed after,
            @Nullable Listed before) {}

    /// @param sheet       absent in CSV
    /// @param reasonWords the reason in the caller's language
    public record UnitLeftOutOfDraft(
            @Nullable String sheet, long line, UUID unit, String label, LeftOutOfDraft reason, String reasonWords) {}

    private static final Offer IMPORT = Offer.of(InventoryAction.IMPORT, PriceListDraftResource.class, "take");
    private static final Offer COMPARE =
            Offer.of(InventoryAction.COMPARE, PriceListDraftResource.class, "compareAgain");

    @Inject
    ReadingPriceLists reading;

    @Inject
    ImportingPriceLists importing;

    @Inject
    ComparingPriceLists comparing;

    @Inject
    PriceListDrafts drafts;

    @Inject
    Words words;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Consumes({
        "text/csv",
        "text/plain",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/octet-stream"
    })
    @Operation(
            summary =
                    "Try a price list: a file as for POST /price-lists; nothing is imported, it is read and compared with"
                            + " the stock while GET shows how far it is")
    public ShownDraft open(
            @NotNull @QueryParam("project") String project,
            @Nullable @Seen @Size(max = 31) @QueryParam("sheet") String sheet,
            SentFile file) {
        return shown(drafts.get(caller.scope(), reading.start(project, sheet, file)));
    }

    @GET
    @Snapshot
    @Operation(summary = "Price lists that were sent in, the newest first")
    public Page<ShownDraft> list(@NotNull @QueryParam("project") String project, @BeanParam @Valid PageRequest page) {
        caller.mustBeBoundTo(project);
        return drafts.list(project, page).map(this::shown);
    }

    @GET
    @Snapshot
    @Path("/{id}")
    @Operation(summary = "How far a price list has been read, and what it would change")
    public ShownDraft get(@PathParam("id") UUID id) {
        return shown(drafts.get(caller.scope(), id));
    }

    @GET
    @Snapshot
    @Path("/{id}/changes")
    @Operation(summary = "New and changed units, old and new, in the order of the list; none once it is imported")
    public Page<ShownChange> changes(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        var draft = drafts.get(caller.scope(), id);
        var sheets = draft.sheets();
        return comparing.changes(draft, page).map(change -> {
            var where = ReadSheet.where(sheets, change.line());
            return new ShownChange(
                    where.sheet(), where.line(), change.unit(), change.label(), change.after(), change.before());
        });
    }

    @GET
    @Snapshot
    @Path("/{id}/left-out")
    @Operation(summary = "Sold units that the list would change; they stay as they are. None once it is imported")
    public Page<UnitLeftOutOfDraft> leftOut(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        var sheets = drafts.get(caller.scope(), id).sheets();
        return comparing.leftOut(id, page).map(left -> {
            var where = ReadSheet.where(sheets, left.line());
            return new UnitLeftOutOfDraft(
                    where.sheet(),
                    where.line(),
                    left.unit(),
                    left.label(),
                    left.reason(),
                    words.inWords("reason", left.reason()));
        });
    }

    @GET
    @Snapshot
    @Path("/{id}/bad-cells")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What is wrong with a list, by line; as many cells as the project's setting allows")
    public Page<BadCell.Said> badCells(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        var sheets = drafts.get(caller.scope(), id).sheets();
        return drafts.badCells(id, page).map(cell -> cell.said(words, sheets));
    }

    @GET
    @Snapshot
    @Path("/{id}/bad-cells.csv")
    @Produces("text/csv; charset=UTF-8")
    @Operation(summary = "The same as an error file, to be opened in a spreadsheet")
    public Response errorFile(@PathParam("id") UUID id) {
        var sheets = drafts.get(caller.scope(), id).sheets();
        var file = new ByteArrayOutputStream();
        try (var csv = TableWriter.csv(file)) {
            var hasSheets = sheets.stream().anyMatch(sheet -> sheet.linesBefore() > 0);
            csv.sheet(
                    null,
                    Stream.concat(
                                    Stream.of("SHEET").filter(_ -> hasSheets),
                                    Stream.of("LINE", "COLUMN", "VALUE", "REASON", "CODE"))
                            .map(heading -> words.inWords("heading", heading))
                            .toList());
            for (var bad : drafts.badCells(id)) {
                var cell = bad.said(words, sheets);
                csv.row(Stream.concat(
                                Stream.of(String.valueOf(cell.sheet())).filter(_ -> hasSheets),
                                Stream.of(
                                        Long.toString(cell.line()),
                                        cell.column(),
                                        cell.value(),
                                        cell.reasonWords(),
                                        cell.reason().name()))
                        .toList());
            }
        }
        return Response.ok(file.toString(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bad-cells.csv\"")
                .build();
    }

    @POST
    @Path("/{id}/comparison")
    @Idempotent(mayTakeLong = true)
    @Operation(summary = "Hold the list against the stock once more, where that has changed since")
    public ShownDraft compareAgain(@PathParam("id") UUID id) {
        reading.compareAgain(id);
        return shown(drafts.get(caller.scope(), id));
    }

    @POST
    @Path("/{id}/import")
    @Idempotent(mayTakeLong = true)
    @ResponseStatus(201)
    @Operation(
            summary =
                    "Take over exactly what was shown, at once; refused if units or prices have changed since. The reason"
                            + " is kept with each price. A lower floor price, and a price cut deeper than"
                            + " PRICE_CUT_LIMIT_PERCENT, are for the general manager; an administrator's list has no floor"
                            + " prices")
    public ImportedPriceList take(
            @PathParam("id") UUID id, @Nullable @Seen @Size(max = 500) @QueryParam("reason") String reason) {
        return importing.take(id, reason);
    }

    private ShownDraft shown(PriceListDraft draft) {
        var counts = draft.counts();
        var progress = draft.progress();
        var trouble = draft.trouble();
        Map<String, Object> facts = trouble == null ? Map.of() : trouble.facts();
        var sheets = draft.sheets();
        return new ShownDraft(
                draft.id(),
                draft.project(),
                draft.state(),
                trouble == null ? null : trouble.reason(),
                trouble == null ? null : words.inWords("why", trouble.reason(), facts),
                trouble == null ? List.of() : trouble.columns(),
                facts,
                progress.phase(),
                progress.read(),
                progress.imported(),
                counts.units(),
                draft.buildings(),
                draft.buildingsChanged(),
                counts.added(),
                counts.changed(),
                counts.leftOut(),
                counts.unchanged(),
                draft.bad(),
                draft.before(),
                draft.after(),
                ReadSheet.unknown(sheets),
                sheets,
                draft.priceList(),
                draft.by(),
                draft.at(),
                Stream.of(IMPORT, COMPARE)
                        .map(offer ->
                                offer.toIf(draft.state() == DraftState.READY, caller, draft.project(), draft.id()))
                        .toList());
    }
}
