package org.anchang.customer.importing.row;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.anchang.customer.importing.row.ImportKind.Field;

/// A sheet of a file that was read, as its rows need it again: to be understood, and to go back as they came.
///
/// @param headings as they are written
/// @param places   of the columns that are understood, from 0
public record SourceSheet(List<String> headings, Map<Field, Integer> places) {
    /// What a row says, by column; nothing where nothing stands.
    public Map<Field, String> values(List<String> texts) {
        var values = new EnumMap<Field, String>(Field.class);
        places.forEach((field, place) -> {
            if (place < texts.size() && !texts.get(place).isEmpty()) {
                values.put(field, texts.get(place));
            }
        });
        return values;
    }

    /// As the file calls the column; as it is called here, where the file has none.
    public String heading(Field field, ImportKind kind) {
        var place = places.get(field);
        return place != null
                ? headings.get(place)
                : kind.columns().stream()
                        .filter(column -> column.field() == field)
                        .map(ImportKind.Column::heading)
                        .findFirst()
                        .orElse(field.name());
    }

    /// The cells of a row beneath all headings, and what else is said of it behind them.
    public List<String> row(List<String> texts, String last) {
        var row = new ArrayList<>(texts.subList(0, Math.min(texts.size(), headings.size())));
        while (row.size() < headings.size()) {
            row.add("");
        }
        row.add(last);
        return row;
    }
}
