package org.anchang.kit.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.anchang.kit.page.Page;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// A page is called after what is on it as that is called here: the scanner calls it after the Java class, and numbers
/// those that are alike.
final class PageNames {
    private static final String PAGE = Page.class.getSimpleName();

    private PageNames() {}

    static void nameIn(OpenAPI document) {
        var schemas = NamedSchemas.of(document).byName();
        var names = new LinkedHashMap<String, String>();
        schemas.forEach((name, schema) -> names.put(name, nameOf(name, schema)));
        var renamed = new LinkedHashMap<String, Schema>();
        schemas.forEach((name, schema) -> renamed.put(names.get(name), schema));
        document.getComponents().setSchemas(renamed);
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .filter(answer -> answer.getContent() != null)
                .flatMap(answer -> answer.getContent().getMediaTypes().values().stream())
                .flatMap(media -> Stream.ofNullable(media.getSchema()))
                .filter(schema -> schema.getRef() != null)
                .forEach(schema -> refer(schema, names));
        renamed.values().stream().flatMap(NamedSchemas::within).forEach(PageNames::onlyRefer);
    }

    private static String nameOf(String name, Schema schema) {
        var items =
                schema.getProperties() == null ? null : schema.getProperties().get("items");
        return name.startsWith(PAGE)
                        && items != null
                        && items.getItems() != null
                        && items.getItems().getRef() != null
                ? PAGE + NamedSchemas.nameOf(items.getItems().getRef())
                : name;
    }

    private static void refer(Schema schema, Map<String, String> names) {
        var name = NamedSchemas.nameOf(schema.getRef());
        schema.setRef(names.getOrDefault(name, name));
    }

    /// What is described elsewhere has no type here, which the scanner guesses for texts that are shown as an enum.
    private static void onlyRefer(Schema schema) {
        if (schema.getRef() != null) {
            schema.setType(null);
        }
    }
}
