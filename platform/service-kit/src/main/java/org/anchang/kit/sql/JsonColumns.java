package org.anchang.kit.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jspecify.annotations.Nullable;

/// How [Json] goes into a statement and comes out of a row: as the service's JSON is everywhere.
record JsonColumns(ObjectMapper mapper) {
    static boolean isOne(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(Json.class);
    }

    @Nullable
    String written(@Nullable Object value) {
        try {
            return value == null ? null : mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    ColumnMapper<?> reading(RecordComponent component) {
        var type = mapper.readerFor(mapper.constructType(component.getGenericType()));
        return (row, column, _) -> {
            var text = row.getString(column);
            try {
                return text == null ? null : type.readValue(text);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
