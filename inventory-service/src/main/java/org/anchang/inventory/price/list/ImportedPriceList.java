package org.anchang.inventory.price.list;

import java.util.List;
import java.util.UUID;
import org.anchang.inventory.price.list.PriceListDraft.RowCounts;
import org.anchang.kit.Action;
import org.anchang.kit.sheet.ReadSheet;

/// INV-2: what an import did.
///
/// @param units          rows of the list
/// @param buildings      buildings that it names
/// @param added          rooms that are units from now on
/// @param changed        units that have another price, floor price, area, type, layout or view
/// @param leftOut        sold units that would too, but stay as they are
/// @param ignoredColumns headings that mean nothing here
/// @param sheets         what was read of each sheet, and what was not
public record ImportedPriceList(
        UUID id,
        String project,
        int units,
        int buildings,
        int added,
        int changed,
        int leftOut,
        int unchanged,
        List<String> ignoredColumns,
        List<ReadSheet> sheets,
        List<Action> actions) {
    static ImportedPriceList of(
            UUID id, String project, RowCounts counts, int buildings, List<ReadSheet> sheets, Action release) {
        return new ImportedPriceList(
                id,
                project,
                counts.units(),
                buildings,
                counts.added(),
                counts.changed(),
                counts.leftOut(),
                counts.unchanged(),
                ReadSheet.unknown(sheets),
                sheets,
                List.of(release));
    }
}
