package org.anchang.kit.sql;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.anchang.kit.money.Money;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.statement.StatementContext;

/// Every record is a row, but for those that are values. The library's own mapper of constructors takes only public
/// records within records, lets columns be missing, and matches names at every execution, which costs more than the
/// rest of a statement; this one takes its columns' mappers and matches once a statement.
final class RecordRows implements RowMapperFactory {
    private final Map<Class<?>, RowMapper<?>> rows = new ConcurrentHashMap<>();
    private final JsonColumns json;

    RecordRows(JsonColumns json) {
        this.json = json;
    }

    @Override
    public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
        return type instanceof Class<?> row && isRow(row)
                ? Optional.of(rows.computeIfAbsent(row, its -> new Row(its, json)))
                : Optional.empty();
    }

    static boolean isRow(Class<?> type) {
        return type.isRecord() && type != Money.class;
    }

    private static final class Row implements RowMapper<Object> {
        /// As many as the library keeps statements parsed.
        private static final int MOST = 1_000;

        private final Class<?> type;
        private final JsonColumns json;
        private final Map<String, RecordShape> matched = new ConcurrentHashMap<>();

        Row(Class<?> type, JsonColumns json) {
            this.type = type;
            this.json = json;
        }

        @Override
        public Object map(ResultSet row, StatementContext context) throws SQLException {
            return specialize(row, context).map(row, context);
        }

        @Override
        public RowMapper<Object> specialize(ResultSet row, StatementContext context) throws SQLException {
            var statement = context.getRenderedSql();
            var known = matched.get(statement);
            if (known == null) {
                known = RecordShape.matched(type, row.getMetaData(), context, json);
                if (matched.size() >= MOST) {
                    matched.clear();
                }
                matched.put(statement, known);
            }
            return known::make;
        }
    }
}
