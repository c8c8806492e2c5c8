package org.anchang.kit.openapi;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/// Says which members of an answer are always there: those of its record that cannot be null. Without it a caller's
/// types would have to doubt every one. What a request must have, its constraints say.
///
/// A record that requests carry as well is left as its constraints say: of a request nothing must be said to be needed
/// that is not.
final class RequiredMembers {
    private static final DotName NULLABLE = DotName.createSimple(org.jspecify.annotations.Nullable.class);

    private final IndexView index;
    private final ResourceMethods methods;

    RequiredMembers(IndexView index, ResourceMethods methods) {
        this.index = index;
        this.methods = methods;
    }

    void nameIn(OpenAPI document) {
        var walk = new Walk(NamedSchemas.of(document));
        document.getPaths().getPathItems().values().forEach(item -> item.getOperations().values().stream()
                .map(Operation::getRequestBody)
                .filter(body -> body != null && body.getContent() != null)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .forEach(media -> walk.asked(media.getSchema())));
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((verb, operation) -> methods.of(verb.name(), path).ifPresent(method -> answers(operation)
                        .forEach(schema -> walk.through(schema, method.returnType(), Map.of())))));
    }

    private static Stream<Schema> answers(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .filter(answer -> answer.getValue().getContent() != null)
                .flatMap(answer -> answer.getValue().getContent().getMediaTypes().values().stream())
                .flatMap(media -> Stream.ofNullable(media.getSchema()));
    }

    /// Through a schema and the type that it was made from, side by side.
    private final class Walk {
        private final NamedSchemas schemas;
        private final Set<Schema> asked = Collections.newSetFromMap(new IdentityHashMap<>());
        /// Each is walked through once, also where it contains itself.
        private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        Walk(NamedSchemas schemas) {
            this.schemas = schemas;
        }

        /// A request carries it, and all that is in it.
        void asked(@Nullable Schema schema) {
            if (schema == null) {
                return;
            }
            var whole = schemas.meant(schema);
            if (whole != null && asked.add(whole)) {
                NamedSchemas.within(whole).forEach(this::asked);
            }
        }

        void through(@Nullable Schema schema, Type type, Map<String, Type> arguments) {
            if (schema == null) {
                return;
            }
            switch (type.kind()) {
                case TYPE_VARIABLE -> {
                    var argument = arguments.get(type.asTypeVariable().identifier());
                    if (argument != null) {
                        through(schema, argument, Map.of());
                    }
                }
                case ARRAY -> through(schema.getItems(), type.asArrayType().elementType(), arguments);
                case PARAMETERIZED_TYPE -> throughGeneric(schema, type, arguments);
                case CLASS -> throughRecord(schema, type.name(), Map.of());
                default -> {
                    // Numbers and truth values have no members.
                }
            }
        }

        private void throughGeneric(Schema schema, Type type, Map<String, Type> arguments) {
            var given = type.asParameterizedType().arguments().stream()
                    .map(argument -> argument.kind() == Type.Kind.TYPE_VARIABLE
                            ? arguments.getOrDefault(argument.asTypeVariable().identifier(), argument)
                            : argument)
                    .toList();
            var known = index.getClassByName(type.name());
            if (known != null && known.isRecord()) {
                var names = known.typeParameters();
                var byName = new HashMap<String, Type>();
                for (int i = 0; i < names.size(); i++) {
                    byName.put(names.get(i).identifier(), given.get(i));
                }
                throughRecord(schema, type.name(), byName);
            } else if (schema.getItems() != null) {
                through(schema.getItems(), given.getFirst(), arguments);
            } else if (schema.getAdditionalPropertiesSchema() != null) {
                through(schema.getAdditionalPropertiesSchema(), given.getLast(), arguments);
            } else {
                // What carries an answer besides: RestResponse and the like.
                through(schema, given.getFirst(), arguments);
            }
        }

        private void throughRecord(Schema schema, DotName name, Map<String, Type> arguments) {
            var known = index.getClassByName(name);
            if (known == null || !known.isRecord()) {
                return;
            }
            var whole = schemas.meant(schema);
            if (whole == null || whole.getProperties() == null || !seen.add(whole)) {
                return;
            }
            known.recordComponents().forEach(component -> {
                var member = whole.getProperties().get(component.name());
                if (member == null) {
                    return;
                }
                var type = component.type();
                var isRequired =
                        whole.getRequired() != null && whole.getRequired().contains(component.name());
                if (!type.hasAnnotation(NULLABLE)
                        && !component.hasAnnotation(NULLABLE)
                        && !isRequired
                        && !asked.contains(whole)) {
                    whole.addRequired(component.name());
                }
                through(member, type, arguments);
            });
        }
    }
}
