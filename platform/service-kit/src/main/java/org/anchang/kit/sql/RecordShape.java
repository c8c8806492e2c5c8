package org.anchang.kit.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// A record and the columns of one statement that make it.
final class RecordShape {
    /// What makes one component of a row.
    private interface Part {
        @Nullable
        Object of(ResultSet row, StatementContext context) throws SQLException;
    }

    private final Constructor<?> constructor;
    private final List<Part> parts = new ArrayList<>();

    private RecordShape(
            Class<?> type, String prefix, Map<String, Integer> columns, StatementContext context, JsonColumns json) {
        var components = type.getRecordComponents();
        this.constructor = constructorOf(type, components);
        for (var component : components) {
            var name = prefix + snake(component.getName());
            if (RecordRows.isRow(component.getType()) && !JsonColumns.isOne(component)) {
                parts.add(nested(component, prefix, columns, context, json));
            } else {
                var column = columns.remove(name);
                if (column == null) {
                    throw new IllegalArgumentException(
                            "%s.%s has no column %s".formatted(type.getSimpleName(), component.getName(), name));
                }
                parts.add(value(
                        component,
                        column,
                        JsonColumns.isOne(component) ? json.reading(component) : mapper(component, context)));
            }
        }
    }

    /// @throws IllegalArgumentException if a component has no column, or a column no component
    static RecordShape matched(Class<?> type, ResultSetMetaData given, StatementContext context, JsonColumns json)
            throws SQLException {
        var columns = new LinkedHashMap<String, Integer>();
        for (int i = 1; i <= given.getColumnCount(); i++) {
            if (columns.put(given.getColumnLabel(i).toLowerCase(Locale.ROOT), i) != null) {
                throw new IllegalArgumentException("two columns are called " + given.getColumnLabel(i));
            }
        }
        var shape = new RecordShape(type, "", columns, context, json);
        if (!columns.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s has no component for %s".formatted(type.getSimpleName(), columns.keySet()));
        }
        return shape;
    }

    Object make(ResultSet row, StatementContext context) throws SQLException {
        var values = new @Nullable Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts.get(i).of(row, context);
        }
        return made(values);
    }

    private Object made(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A record within a record takes its columns from the same row; `@Prefix("unit")` those that begin with `unit_`.
    /// Where it may be missing (an outer join), it is if all of them are null.
    private static Part nested(
            RecordComponent component,
            String prefix,
            Map<String, Integer> columns,
            StatementContext context,
            JsonColumns json) {
        var nested = component.getAccessor().getAnnotation(Prefix.class);
        var its = nested == null ? prefix : prefix + nested.value() + "_";
        var shape = new RecordShape(component.getType(), its, columns, context, json);
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return shape::make;
        }
        return (row, of) -> {
            var values = new @Nullable Object[shape.parts.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = shape.parts.get(i).of(row, of);
            }
            return Arrays.stream(values).allMatch(value -> value == null) ? null : shape.made(values);
        };
    }

    private static Part value(RecordComponent component, int column, ColumnMapper<?> mapper) {
        if (!component.getType().isPrimitive()) {
            return (row, context) -> mapper.map(row, column, context);
        }
        return (row, context) -> {
            var value = mapper.map(row, column, context);
            if (value == null) {
                throw new IllegalArgumentException(component.getName() + " is null");
            }
            return value;
        };
    }

    private static ColumnMapper<?> mapper(RecordComponent component, StatementContext context) {
        return context.findColumnMapperFor(component.getGenericType())
                .orElseThrow(() -> new IllegalArgumentException("nothing reads a " + component.getGenericType()));
    }

    /// Rows are their package's own business, and mostly private.
    private static Constructor<?> constructorOf(Class<?> type, RecordComponent[] components) {
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String snake(String name) {
        return name.replaceAll("(?<!^)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
