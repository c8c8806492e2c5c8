package org.anchang.kit.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// Says in each of several alternatives by which word it is known: the record has no such component, the JSON does.
final class Alternatives {
    private Alternatives() {}

    static void nameIn(OpenAPI document) {
        var schemas = NamedSchemas.of(document);
        schemas.byName().values().stream()
                .filter(schema -> schema.getDiscriminator() != null
                        && schema.getDiscriminator().getMapping() != null)
                .forEach(schema -> schema.getDiscriminator().getMapping().forEach((word, reference) -> {
                    var alternative = schemas.byName().get(NamedSchemas.nameOf(reference));
                    if (alternative != null) {
                        name(alternative, schema.getDiscriminator().getPropertyName(), word);
                    }
                }));
    }

    private static void name(Schema alternative, String member, String word) {
        alternative
                .addProperty(
                        member,
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .enumeration(List.of(word)))
                .addRequired(member);
    }
}
