package org.anchang.customer.importing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchang.customer.importing.row.ImportKind.Field;
import org.anchang.customer.importing.row.RowReading;
import org.anchang.customer.importing.row.RowReading.Dictionary;
import org.anchang.customer.importing.row.SaidRow;
import org.anchang.customer.importing.row.SourceSheet;
import org.anchang.kit.phone.Phone;
import org.jspecify.annotations.Nullable;

/// A row with those further down that say more of the same: the first counts, what it leaves open the next one says,
/// the earliest date stays, and all notes do.
///
/// @param morePhones that the others have beside its own
/// @param others     their lines
record ChosenRow(
        long line,
        @Nullable String phoneKey,
        @Nullable String numberKey,
        @Nullable String key,
        SaidRow said,
        List<String> morePhones,
        List<Long> others) {
    static ChosenRow of(
            StagedRows.StagedRow row,
            List<StagedRows.StagedRow> twins,
            List<SourceSheet> sheets,
            Dictionary dictionary) {
        var values = new EnumMap<Field, String>(Field.class);
        values.putAll(sheets.get(row.sheet()).values(row.texts()));
        for (var twin : twins) {
            sheets.get(twin.sheet()).values(twin.texts()).forEach((field, value) -> add(values, field, value));
        }
        var said = RowReading.read(values, dictionary);
        var own = Phone.in(Objects.requireNonNullElse(said.phone(), "")).orElse(null);
        var more = twins.stream()
                .flatMap(twin -> Stream.ofNullable(
                        sheets.get(twin.sheet()).values(twin.texts()).get(Field.PHONE)))
                .filter(phone -> !Phone.of(phone).equals(own))
                .distinct()
                .toList();
        return new ChosenRow(
                row.line(),
                first(row.phone(), twins.stream().map(StagedRows.StagedRow::phone)),
                first(row.number(), twins.stream().map(StagedRows.StagedRow::number)),
                row.key(),
                said,
                more,
                twins.stream().map(StagedRows.StagedRow::line).toList());
    }

    private static void add(Map<Field, String> values, Field field, String value) {
        var before = values.putIfAbsent(field, value);
        if (before == null || before.equals(value)) {
            return;
        }
        if (field == Field.NOTE) {
            values.put(field, before + "\n" + value);
        } else if (field == Field.TAGS) {
            values.put(field, before + "、" + value);
        } else if (field == Field.DATE) {
            var earlier = RowReading.moment(value);
            var known = RowReading.moment(before);
            if (earlier.isPresent() && (known.isEmpty() || earlier.get().isBefore(known.get()))) {
                values.put(field, value);
            }
        }
    }

    private static @Nullable String first(@Nullable String own, Stream<@Nullable String> others) {
        return own != null ? own : others.filter(Objects::nonNull).findFirst().orElse(null);
    }
}
