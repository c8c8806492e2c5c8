package org.anchang.kit.request;

import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Objects;
import org.anchang.kit.problem.NotUnderstood;
import org.jspecify.annotations.Nullable;

/// Reads the values of a query and of headers, and those within a path. One of the wrong form is answered as a member
/// of a body is, by its name; within a path it names nothing that there is.
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class RequestValues implements ParamConverterProvider {
    /// A parameter, by its name and place; `place` is null within a path.
    private record Place(Violation.@Nullable In place, String name) {
        static Place of(Annotation[] annotations) {
            return Arrays.stream(annotations)
                    .map(Place::of)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(new Place(null, ""));
        }

        private static @Nullable Place of(Annotation annotation) {
            return switch (annotation) {
                case QueryParam query -> new Place(Violation.In.query, query.value());
                case HeaderParam header -> new Place(Violation.In.header, header.value());
                default -> null;
            };
        }

        WebApplicationException notUnderstood(Class<?> type) {
            if (place == null) {
                return new NotFoundException();
            }
            var form = Written.of(type);
            return new NotUnderstood(
                    place, name, form == Written.TEXT ? "TEXT_NOT_RECORDABLE" : form.sentence(), Written.facts(type));
        }
    }

    private record Reading<T>(Class<T> type, Place place) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            try {
                return RequestValues.read(type, text);
            } catch (IllegalArgumentException e) {
                throw place.notUnderstood(type);
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }

    /// A value of a query that did not come as one.
    ///
    /// @throws IllegalArgumentException if the text is not of its form
    @SuppressWarnings("unchecked") // a primitive type cannot cast
    public static <T> T read(Class<T> type, String text) {
        return (T) Written.of(type).read(type, text);
    }

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return Written.of(type) == Written.OTHER ? null : new Reading<>(type, Place.of(annotations));
    }
}
