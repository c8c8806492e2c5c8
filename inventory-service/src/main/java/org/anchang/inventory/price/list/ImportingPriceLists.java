package org.anchang.inventory.price.list;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.anchang.inventory.InventoryAction;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.price.PriceTurn;
import org.anchang.inventory.price.list.AtWork.Phase;
import org.anchang.inventory.price.list.AtWork.Shown;
import org.anchang.inventory.price.list.ComparingPriceLists.Comparison;
import org.anchang.inventory.price.list.ListedUnits.Import;
import org.anchang.inventory.price.list.PriceListDraft.DraftState;
import org.anchang.inventory.price.list.PriceListDrafts.NewDraft;
import org.anchang.inventory.price.list.StagedRows.NoLongerNeeded;
import org.anchang.inventory.price.list.StagedRows.ReadList;
import org.anchang.inventory.unit.FloorPrices;
import org.anchang.inventory.unit.Projects;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.Ids;
import org.anchang.kit.OffersByName;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Asking;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.problem.Words;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sheet.ReadSheet;
import org.jspecify.annotations.Nullable;

/// INV-2: takes a price list over, all rows or none.
///
/// New rooms become units. A room that has another price, area, type, layout or view than before gets its next price
/// version; a room that the list does not name stays as it is, and so does one that is sold (INV-9).
@ApplicationScoped
class ImportingPriceLists {
    /// @param reason of the new prices
    record Takeover(String project, @Nullable String reason) {}

    /// @param sheet the only one to be read
    record File(Path path, @Nullable String sheet) {}

    /// A draft that is taken over.
    private record Taking(UUID draft, Takeover takeover, Comparison comparison, List<ReadSheet> sheets) {}

    @Inject
    OffersByName offers;

    @Inject
    Asking asking;

    @Inject
    Projects projects;

    @Inject
    StagedRows rows;

    @Inject
    PriceListDrafts drafts;

    @Inject
    ComparingPriceLists comparing;

    @Inject
    ListedUnits listed;

    @Inject
    PriceTurn turn;

    @Inject
    AtWork atWork;

    @Inject
    Words words;

    @Inject
    Event<NoLongerNeeded> done;

    @Inject
    Units units;

    @Inject
    Settings settings;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// Reads a list, outside of any transaction, and takes it over, in one step.
    ///
    /// @throws Refused NOT_FOUND, PRICE_LIST_NOT_UNDERSTOOD, FLOOR_PRICES_ARE_NOT_YOURS,
    ///     PRICE_LIST_HAS_BAD_ROWS, FLOOR_PRICE_MAY_ONLY_RISE, PRICE_CUT_TOO_DEEP, STOCK_HAS_CHANGED if one
    ///     of its units was sold in this moment
    ImportedPriceList take(Takeover takeover, File file) {
        var sent = asking.before(() -> sent(takeover, file));
        var most = settings.integer(takeover.project(), InventorySetting.PRICE_LIST_BAD_CELLS_SHOWN);
        var draft = Ids.next();
        try {
            var read = rows.read(draft, sent, most, _ -> {});
            return asking.carryOut(() -> take(draft, takeover, read, most));
        } catch (RuntimeException e) {
            forget(draft, e);
            throw e;
        }
    }

    private PriceListFile.SentList sent(Takeover takeover, File file) {
        return new PriceListFile.SentList(
                file.path(), file.sheet(), ReadingPriceLists.names(projects.get(caller.scope(), takeover.project())));
    }

    private ImportedPriceList take(UUID draft, Takeover takeover, ReadList read, int most) {
        var project = takeover.project();
        drafts.open(new NewDraft(draft, project, caller.name(), clock.instant()));
        mustNameNoFloors(draft);
        turn.take(project);
        var checked = comparing.checked(draft, read, most);
        mustBeGood(checked);
        var comparison = comparing.compare(draft, project);
        drafts.ready(draft, comparison, read.sheets());
        return write(new Taking(draft, takeover, comparison, read.sheets()), _ -> {});
    }

    /// Takes over exactly what a draft has shown.
    ///
    /// @throws Refused NOT_FOUND, DRAFT_IS_NOT_READY, FLOOR_PRICES_ARE_NOT_YOURS, STOCK_HAS_CHANGED,
    ///     FLOOR_PRICE_MAY_ONLY_RISE, PRICE_CUT_TOO_DEEP
    @Transactional(Transactional.TxType.MANDATORY)
    ImportedPriceList take(UUID id, @Nullable String reason) {
        var project = drafts.get(caller.scope(), id).project();
        try (var shown = atWork.begin(id, Phase.WAITING)) {
            turn.take(project);
            shown.reached(Phase.COMPARING);
            return take(id, new Takeover(project, reason), drafts.stock(id), shown);
        }
    }

    private ImportedPriceList take(UUID id, Takeover takeover, BigDecimal stock, Shown shown) {
        var draft = drafts.get(caller.scope(), id);
        if (draft.state() != DraftState.READY) {
            throw refuse(InventoryRefusal.DRAFT_IS_NOT_READY).with("state", draft.state());
        }
        mustNameNoFloors(id);
        var comparison = comparing.compare(id, takeover.project());
        refuseUnless(
                comparison.counts().equals(draft.counts()) && comparison.stock().compareTo(stock) == 0,
                InventoryRefusal.STOCK_HAS_CHANGED);
        shown.reached(Phase.IMPORTING);
        return write(new Taking(id, takeover, comparison, draft.sheets()), shown::imported);
    }

    private ImportedPriceList write(Taking taking, IntConsumer progress) {
        var project = taking.takeover().project();
        var counts = taking.comparison().counts();
        var author = new Import(
                Ids.next(),
                caller.name(),
                clock.instant(),
                clock.today(),
                taking.takeover().reason());
        comparing.mustBeAllowed(taking.draft(), project);
        listed.write(taking.draft(), project, counts, author, progress);
        drafts.imported(taking.draft(), author.list());
        done.fire(new NoLongerNeeded(taking.draft()));
        units.cellsChanged(project);
        return ImportedPriceList.of(
                author.list(),
                project,
                counts,
                taking.comparison().buildings(),
                taking.sheets(),
                offers.of(InventoryAction.RELEASE).to(caller, project));
    }

    private void mustNameNoFloors(UUID draft) {
        if (!FloorPrices.mayBeSetBy(caller)) {
            comparing.mustNameNoFloors(draft);
        }
    }

    private void mustBeGood(ReadList read) {
        if (read.bad() > 0) {
            throw refuse(InventoryRefusal.PRICE_LIST_HAS_BAD_ROWS)
                    .with("count", read.bad())
                    .with(
                            "rows",
                            read.cells().stream()
                                    .map(cell -> cell.said(words, read.sheets()))
                                    .toList())
                    .with("sheets", read.sheets());
        }
    }

    /// What is left then goes later.
    private void forget(UUID draft, RuntimeException why) {
        try {
            rows.forget(draft);
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }
}
