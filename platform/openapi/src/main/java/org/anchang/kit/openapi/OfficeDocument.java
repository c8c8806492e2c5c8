package org.anchang.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.IndexView;

/// Makes a service's interface document fit for the types of a front end: it says what the kit does around each
/// method, what is always there, and every text that is one of a few.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OfficeDocument implements OASFilter {
    private final IndexView index;

    /// @param index the classes of the service; the framework gives it
    public OfficeDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        var methods = new ResourceMethods(index);
        var components = document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        document.setComponents(ProblemSchema.into(components));
        new TruthfulAnswers(methods).nameIn(document);
        new RequiredMembers(index, methods).nameIn(document);
        Alternatives.nameIn(document);
        OwnPaths.nameIn(document);
        new ClosedSets(index).nameIn(document, components);
        PageNames.nameIn(document);
        new DescribedMembers(index).nameIn(document);
        document.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .values()
                .forEach(OfficeDocument::nameOf));
    }

    /// `DealResource_get` is `dealGet`.
    private static void nameOf(Operation operation) {
        var id = operation.getOperationId();
        if (id != null && id.contains("_")) {
            var end = id.indexOf('_');
            var of = id.substring(0, end).replaceFirst("Resource$", "");
            operation.setOperationId(of.substring(0, 1).toLowerCase(Locale.ROOT)
                    + of.substring(1)
                    + id.substring(end + 1, end + 2).toUpperCase(Locale.ROOT)
                    + id.substring(end + 2));
        }
    }
}
