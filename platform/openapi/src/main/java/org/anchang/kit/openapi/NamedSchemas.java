package org.anchang.kit.openapi;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/// The schemas of a document by their names.
record NamedSchemas(Map<String, Schema> byName) {
    static NamedSchemas of(OpenAPI document) {
        var components = document.getComponents();
        return new NamedSchemas(
                components == null || components.getSchemas() == null ? Map.of() : components.getSchemas());
    }

    /// The schema that is meant, also where a description stands beside the reference.
    @Nullable
    Schema meant(Schema schema) {
        if (schema.getRef() != null) {
            return byName.get(nameOf(schema.getRef()));
        }
        return schema.getAllOf() == null
                ? schema
                : schema.getAllOf().stream()
                        .filter(part -> part.getRef() != null)
                        .map(this::meant)
                        .findFirst()
                        .orElse(null);
    }

    static String nameOf(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /// The schemas of which one consists.
    static Stream<Schema> within(Schema whole) {
        return Stream.of(
                        members(whole),
                        alternatives(whole.getOneOf()),
                        alternatives(whole.getAnyOf()),
                        Stream.ofNullable(whole.getItems()),
                        Stream.ofNullable(whole.getAdditionalPropertiesSchema()))
                .flatMap(parts -> parts);
    }

    private static Stream<Schema> members(Schema whole) {
        return Optional.ofNullable(whole.getProperties()).map(Map::values).stream()
                .flatMap(Collection::stream);
    }

    private static Stream<Schema> alternatives(@Nullable Collection<Schema> schemas) {
        return Stream.ofNullable(schemas).flatMap(Collection::stream);
    }
}
