package org.anchang.kit.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.anchang.kit.ActionName;
import org.anchang.kit.identity.Role;
import org.anchang.kit.problem.Refusal;
import org.anchang.kit.setting.SettingKey;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/// Texts of which a service knows every one, though each feature has its own: by which codes it refuses, which
/// settings it has, what it offers to do next, and who may.
final class ClosedSets {
    static final String REFUSALS = "RefusalCode";
    static final String SETTINGS = "SettingName";
    static final String ACTIONS = "ActionName";
    static final String ROLES = "RoleName";

    private final IndexView index;

    ClosedSets(IndexView index) {
        this.index = index;
    }

    void nameIn(OpenAPI document, Components components) {
        components.addSchema(REFUSALS, text(namesOf(Refusal.class)).description("Every reason to refuse something"));
        components.addSchema(ROLES, text(Role.OF_PEOPLE).description("A role of people in an office"));
        var actions = namesOf(ActionName.class).stream().map(ActionName::said).toList();
        var action = components.getSchemas().get("Action");
        if (action != null && !actions.isEmpty()) {
            components.addSchema(ACTIONS, text(actions).description("Everything that an answer may offer"));
            action.addProperty("name", OASFactory.createSchema().ref(ACTIONS));
            action.addProperty(
                    "roles",
                    OASFactory.createSchema()
                            .addType(Schema.SchemaType.ARRAY)
                            .items(OASFactory.createSchema().ref(ROLES)));
        }
        var settings = namesOf(SettingKey.class);
        if (settings.isEmpty()) {
            return;
        }
        components.addSchema(SETTINGS, text(settings).description("Every setting of the service"));
        var effective = components.getSchemas().get("Effective");
        if (effective != null) {
            effective.addProperty("name", OASFactory.createSchema().ref(SETTINGS));
        }
        document.getPaths().getPathItems().entrySet().stream()
                .filter(path -> path.getKey().endsWith("-settings/{project}/{name}"))
                .flatMap(path -> path.getValue().getOperations().values().stream())
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> "name".equals(parameter.getName()))
                .forEach(parameter ->
                        parameter.setSchema(OASFactory.createSchema().ref(SETTINGS)));
    }

    private static Schema text(List<String> words) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).enumeration(List.copyOf(words));
    }

    private List<String> namesOf(Class<?> kind) {
        return index.getAllKnownImplementations(DotName.createSimple(kind)).stream()
                .filter(ClassInfo::isEnum)
                .sorted(Comparator.comparing(ClassInfo::name))
                .flatMap(ClosedSets::constants)
                // A feature's rule may refuse as another command does.
                .distinct()
                .toList();
    }

    private static Stream<String> constants(ClassInfo of) {
        return of.fieldsInDeclarationOrder().stream()
                .filter(FieldInfo::isEnumConstant)
                .map(FieldInfo::name);
    }
}
