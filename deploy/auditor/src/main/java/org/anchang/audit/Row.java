package org.anchang.audit;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One row of a query.
public record Row(Map<String, @Nullable Object> values) {
    public String text(String column) {
        return Objects.toString(value(column), "");
    }

    public BigDecimal decimal(String column) {
        return value(column) instanceof BigDecimal decimal ? decimal : BigDecimal.ZERO;
    }

    public long number(String column) {
        return value(column) instanceof Number number ? number.longValue() : 0;
    }

    public boolean flag(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    public boolean has(String column) {
        return value(column) != null;
    }

    private @Nullable Object value(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException("no column " + column + " in " + values.keySet());
        }
        return values.get(column);
    }
}
