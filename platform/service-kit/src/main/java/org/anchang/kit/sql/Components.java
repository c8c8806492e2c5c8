package org.anchang.kit.sql;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a record says, by the names of its components.
final class Components {
    private static final ClassValue<RecordComponent[]> OF = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            var components = type.getRecordComponents();
            for (var component : components) {
                component.getAccessor().setAccessible(true);
            }
            return components;
        }
    };

    private Components() {}

    /// @param json writes those that are [Json]
    static Map<String, @Nullable Object> of(Record record, JsonColumns json) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var component : OF.get(record.getClass())) {
            try {
                var value = component.getAccessor().invoke(record);
                values.put(component.getName(), JsonColumns.isOne(component) ? json.written(value) : value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }
}
