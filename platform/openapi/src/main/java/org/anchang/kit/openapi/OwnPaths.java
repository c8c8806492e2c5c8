package org.anchang.kit.openapi;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;

/// What every service has under a name of its own (see [org.anchang.kit.OwnResources]) stands under that
/// name:
/// `/api/v1/{settings}/{project}` is `/api/v1/deal-settings/{project}`.
final class OwnPaths {
    private static final Pattern OWN = Pattern.compile("/\\{(settings|looks|prints|papers|exports)}");

    private OwnPaths() {}

    static void nameIn(OpenAPI document) {
        var service = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.application.name", String.class)
                .orElse("service")
                .replaceFirst("-service$", "");
        var paths = OASFactory.createPaths();
        document.getPaths().getPathItems().forEach((path, item) -> {
            var own = OWN.matcher(path);
            if (own.find()) {
                withoutParameter(item, own.group(1));
            }
            paths.addPathItem(own.reset().replaceAll("/" + service + "-$1"), item);
        });
        document.setPaths(paths);
    }

    private static void withoutParameter(PathItem item, String name) {
        item.getOperations().values().forEach(operation -> {
            var others = operation.getParameters().stream()
                    .filter(parameter -> !name.equals(parameter.getName()))
                    .toList();
            operation.setParameters(List.copyOf(others));
        });
    }
}
