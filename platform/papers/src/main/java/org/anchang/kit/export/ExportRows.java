package org.anchang.kit.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.anchang.kit.look.Looks;
import org.anchang.kit.page.Conditions;
import org.jspecify.annotations.Nullable;

/// How the rows of a list are read: a statement, the columns of the file, and which of them are looks at somebody's
/// data in full (CUS-6).
///
/// @param sql   without an order
/// @param order e.g. `id`
/// @param look  of a row, where it is one
public record ExportRows<T>(
        String sql,
        String order,
        Map<String, Object> parameters,
        Class<T> row,
        List<Column<T>> columns,
        Function<T, Optional<Looks.At>> look) {
    /// @param width in characters
    public record Heading(String text, int width) {}

    /// @param cell of a row: a text, a number, or null; all else is written as a text
    public record Column<T>(Heading heading, Function<T, @Nullable Object> cell) {}

    /// Of a list that shows nobody's data in full.
    ///
    /// @param sql as far as `WHERE`
    public static <T> ExportRows<T> of(
            String sql, Conditions conditions, String order, Class<T> row, List<Column<T>> columns) {
        return new ExportRows<>(sql + conditions, order, conditions.parameters(), row, columns, _ -> Optional.empty());
    }
}
