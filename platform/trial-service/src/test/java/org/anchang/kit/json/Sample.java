package org.anchang.kit.json;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes a record up, with each member that may be absent or without any of them.
record Sample(boolean whole) {
    Object of(Class<?> type) {
        var components = type.getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> valueOf(component.getAnnotatedType()))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(components)
                    .map(component -> component.getType())
                    .toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private @Nullable Object valueOf(AnnotatedType annotated) {
        if (annotated.isAnnotationPresent(Nullable.class) && !whole) {
            return null;
        }
        if (annotated.getType() instanceof ParameterizedType parameterized) {
            var arguments = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
            return parameterized.getRawType() == List.class
                    ? List.of(valueOf(arguments[0]), valueOf(arguments[0]))
                    : Map.of("key", valueOf(arguments[1]));
        }
        return valueOf((Class<?>) annotated.getType());
    }

    private Object valueOf(Class<?> type) {
        if (type == String.class) {
            return "松枫 3栋-1单元-3101";
        } else if (type == UUID.class) {
            return UUID.randomUUID();
        } else if (type == Instant.class) {
            return Instant.parse("2026-11-23T08:00:00.123456Z");
        } else if (type == LocalDate.class) {
            return LocalDate.of(2026, 11, 23);
        } else if (type == BigDecimal.class) {
            // Zeros at the end and a length that a double does not hold.
            return new BigDecimal("12345678901234567.50");
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type == int.class || type == Integer.class) {
            return 7;
        } else if (type == long.class || type == Long.class) {
            return 7_000_000_000L;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return of(type);
    }
}
