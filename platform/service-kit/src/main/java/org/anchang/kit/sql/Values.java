package org.anchang.kit.sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.anchang.kit.money.Money;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// How values go into a statement and come out of a row.
final class Values {
    private Values() {}

    /// Given to the library ready to be applied: it would try its factories one after the other for each.
    static Argument argument(@Nullable Object value) {
        return switch (value) {
            // Of no type: the statement says what it is.
            case null -> (position, statement, _) -> statement.setNull(position, Types.NULL);
            case Collection<?> values -> (position, statement, _) -> setArray(position, statement, values);
            case Object[] values -> (position, statement, _) -> setArray(position, statement, Arrays.asList(values));
            default -> (position, statement, _) -> statement.setObject(position, plain(value));
        };
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Money money -> money.amount();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> choice -> choice.name();
            default -> value;
        };
    }

    private static void setArray(int position, PreparedStatement statement, Collection<?> values) throws SQLException {
        var first = values.stream().filter(Objects::nonNull).findFirst();
        if (first.isEmpty() && !values.isEmpty()) {
            throw new IllegalArgumentException("an array of nulls alone has no type");
        }
        if (first.isEmpty()) {
            // Text of no type: the statement says of what it is an array.
            statement.setObject(position, "{}", Types.OTHER);
            return;
        }
        var elements = values.stream()
                .map(value -> value == null ? null : plain(value))
                .toArray();
        statement.setArray(position, statement.getConnection().createArrayOf(typeOf(first.get()), elements));
    }

    private static String typeOf(Object element) {
        return switch (element) {
            case UUID _ -> "uuid";
            case String _, Enum<?> _ -> "text";
            case Short _ -> "int2";
            case Integer _ -> "int4";
            case Long _ -> "int8";
            case BigDecimal _, Money _ -> "numeric";
            case Instant _ -> "timestamptz";
            case LocalDate _ -> "date";
            case Boolean _ -> "bool";
            default -> throw new IllegalArgumentException("no array of " + element.getClass());
        };
    }

    static @Nullable Money money(ResultSet row, int column, StatementContext context) throws SQLException {
        var amount = row.getBigDecimal(column);
        return amount == null ? null : new Money(amount);
    }

    static @Nullable Instant instant(ResultSet row, int column, StatementContext context) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static @Nullable LocalDate date(ResultSet row, int column, StatementContext context) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable UUID id(ResultSet row, int column, StatementContext context) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
