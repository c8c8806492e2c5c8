package org.anchang.kit.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.anchang.kit.page.Key;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// One statement with its parameters; see [Database#sql]. A row is a record, or a single value (an id, a number, a
/// text, an enum by name …) where there is one column.
public final class Statement {
    private final Jdbi jdbi;
    private final JsonColumns json;
    private final String sql;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();

    Statement(Jdbi jdbi, JsonColumns json, String sql) {
        this.jdbi = jdbi;
        this.json = json;
        this.sql = sql;
    }

    /// Gives the parameter `:name` its value. Enums go by name; collections and arrays are arrays, for `= ANY (:ids)`.
    public Statement with(String name, @Nullable Object value) {
        parameters.put(name, value);
        return this;
    }

    public Statement with(Map<String, ? extends @Nullable Object> values) {
        parameters.putAll(values);
        return this;
    }

    /// Gives the parameter `:name` its value as JSON, for a column that holds it so.
    public Statement withJson(String name, @Nullable Object value) {
        return with(name, json.written(value));
    }

    /// Gives a parameter its value for each component of the record.
    public Statement with(Record components) {
        return with(Components.of(components, json));
    }

    /// All rows.
    public <T> List<T> rows(Class<T> row) {
        return read(row, ResultIterable::list);
    }

    /// A page of rows, of a statement that says itself where it begins, `:after`, which is null for the first, and how
    /// far it goes, `:rows`.
    public <T> Page<T> page(PageRequest page, Class<T> row, Function<T, UUID> id) {
        var found = with("after", page.afterId().orElse(null))
                .with("rows", page.rows())
                .rows(row);
        return Page.byId(found, page, id);
    }

    /// The same of a list that is ordered by several values: a statement compares them with those of the item before.
    ///
    /// ```java
    /// … AND (:since::timestamptz IS NULL OR (since, id) < (:since, :after))
    /// ORDER BY since DESC, id DESC LIMIT :rows
    /// ```
    public <T> Page<T> page(PageRequest page, Class<T> row, List<Key<T>> order) {
        for (var key : order) {
            var place = order.indexOf(key);
            with(
                    key.parameter(),
                    page.<Object>after(before -> key.read().apply(before.get(place)))
                            .orElse(null));
        }
        var found = with("rows", page.rows()).rows(row);
        return Page.of(found, page, item -> order.stream()
                .<Object>map(key -> key.of().apply(item))
                .toList());
    }

    /// The first row, if there is one.
    public <T> Optional<T> row(Class<T> row) {
        return read(row, ResultIterable::findFirst);
    }

    /// The one row that there always is.
    ///
    /// @throws IllegalStateException if there is none, or more than one
    public <T> T one(Class<T> row) {
        return read(row, ResultIterable::one);
    }

    /// Hands over the rows in batches of `size`, as the database sends them: however many there are, one batch is in
    /// memory. In a transaction, without which all of them would be.
    public <T> void batches(int size, Class<T> row, Consumer<List<T>> batch) {
        try (var handle = jdbi.open();
                var query = prepared(handle.createQuery(sql)).setFetchSize(size);
                var rows = query.mapTo(row).iterator()) {
            var found = new ArrayList<T>(size);
            while (rows.hasNext()) {
                found.add(rows.next());
                if (found.size() == size) {
                    batch.accept(List.copyOf(found));
                    found.clear();
                }
            }
            batch.accept(List.copyOf(found));
        }
    }

    /// @return how many rows were written
    public int write() {
        try (var handle = jdbi.open();
                var update = prepared(handle.createUpdate(sql))) {
            return update.execute();
        }
    }

    private <T, R> R read(Class<T> row, Function<ResultIterable<T>, R> taking) {
        try (var handle = jdbi.open();
                var query = prepared(handle.createQuery(sql))) {
            return taking.apply(query.mapTo(row));
        }
    }

    private <S extends SqlStatement<S>> S prepared(S statement) {
        parameters.forEach((name, value) -> statement.bind(name, Values.argument(value)));
        return statement;
    }
}
