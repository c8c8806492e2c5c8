package org.anchang.inventory.price.list;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.inventory.price.list.AtWork.Phase;
import org.anchang.inventory.unit.Pricing.Basis;
import org.anchang.kit.money.Money;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.sheet.ReadSheet;
import org.anchang.kit.sql.Json;
import org.anchang.kit.sql.Prefix;
import org.jspecify.annotations.Nullable;

/// INV-2: a price list on its way: what it would change, before it changes anything.
///
/// @param trouble  of an unreadable one
/// @param progress what is being done with it
/// @param buildingsChanged get another type
/// @param bad      cells that are wrong
/// @param before   list value of all units of the project
/// @param after    the same with this list
/// @param sheets   what was read of the file
record PriceListDraft(
        UUID id,
        String project,
        DraftState state,
        @Nullable Trouble trouble,
        Progress progress,
        RowCounts counts,
        int buildings,
        int buildingsChanged,
        int bad,
        Money before,
        Money after,
        @Json List<ReadSheet> sheets,
        @Nullable UUID priceList,
        String by,
        Instant at) {
    enum DraftState {
        READING,
        /// Can be imported as long as the stock stays as it is.
        READY,
        /// Has bad cells.
        FAULTY,
        /// Is no price list, or nobody reads it any more.
        UNREADABLE,
        IMPORTED,
        /// Too old to be imported.
        LAPSED
    }

    /// Why it cannot be read.
    ///
    /// @param columns that it lacks, or has twice
    /// @param facts   all that was said
    record Trouble(
            String reason, List<String> columns, @Json Map<String, Object> facts) {
        Trouble(String reason) {
            this(reason, List.of(), Map.of());
        }

        static List<String> columns(Refused refused) {
            var columns = refused.facts().getOrDefault("columns", List.of());
            return ((List<?>) columns).stream().map(String::valueOf).toList();
        }
    }

    /// @param phase    null: nobody is at it
    /// @param read     rows, so far
    /// @param imported of these, so far
    record Progress(@Nullable Phase phase, int read, int imported) {}

    /// @param units   rows of the list
    /// @param added   rooms that are no units yet
    /// @param changed units that would have another price, floor price, area, type, layout or view
    /// @param leftOut units that would too, but stay as they are
    record RowCounts(int units, int added, int changed, int leftOut) {
        int unchanged() {
            return units - added - changed - leftOut;
        }
    }

    /// What a row changes. All of `before` is null for a new unit.
    record RowChange(
            int line,
            @Nullable UUID unit,
            String label,
            Listed after,
            @Prefix("before") @Nullable Listed before) {
        RowChange withoutFloors() {
            return new RowChange(
                    line, unit, label, after.withoutFloor(), before == null ? null : before.withoutFloor());
        }
    }

    /// Why a unit stays as it is.
    enum LeftOutOfDraft {
        /// It has a deal: its price is agreed, and its layout changes by an approved change alone (INV-9).
        SOLD
    }

    /// A row that changes nothing.
    record LeftOutRow(int line, UUID unit, String label, LeftOutOfDraft reason) {}

    /// A unit as a list says it.
    ///
    /// @param area building area in m²
    record Listed(
            BigDecimal area,
            @Nullable BigDecimal interiorArea,
            @Nullable BigDecimal gardenArea,
            @Nullable BigDecimal otherArea,
            Basis basis,
            Money unitPrice,
            Money total,
            @Nullable Money floorPrice,
            String productType,
            @Nullable String layout,
            @Nullable String view) {
        private Listed withoutFloor() {
            return new Listed(
                    area,
                    interiorArea,
                    gardenArea,
                    otherArea,
                    basis,
                    unitPrice,
                    total,
                    null,
                    productType,
                    layout,
                    view);
        }
    }
}
