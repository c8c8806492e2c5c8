package org.anchang.kit.export;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.anchang.kit.look.Looks;
import org.anchang.kit.page.Conditions;
import org.jspecify.annotations.Nullable;

/// How the rows of a list are read: a statement, a cell for each heading, and which of them are looks at
/// somebody's data in full (CUS-6).
///
/// @param sql   without an order
/// @param order e.g. `id`
/// @param cells of each row of a batch: a text, a number, or null; all else is written as a text
/// @param looks of the rows of a batch
public record ExportRows<T>(
        String sql,
        String order,
        Map<String, Object> parameters,
        Class<T> row,
        Function<List<T>, List<List<@Nullable Object>>> cells,
        Function<List<T>, List<Looks.At>> looks) {
    /// Of a list that shows nobody's data in full.
    ///
    /// @param sql as far as `WHERE`
    public static <T> ExportRows<T> of(
            String sql, Conditions conditions, String order, Class<T> row, Function<T, List<@Nullable Object>> cells) {
        return new ExportRows<>(
                sql + conditions,
                order,
                conditions.parameters(),
                row,
                batch -> batch.stream().map(cells).toList(),
                _ -> List.of());
    }
}
