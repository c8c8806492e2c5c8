package org.anchang.kit.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.ForAnybody;
import org.anchang.kit.identity.ForWallScreens;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;

/// The methods behind the operations of an interface document, by verb and path.
final class ResourceMethods {
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final DotName PATH = DotName.createSimple(jakarta.ws.rs.Path.class);
    private static final DotName PRODUCES = DotName.createSimple(jakarta.ws.rs.Produces.class);
    private static final DotName RESPONSE = DotName.createSimple(jakarta.ws.rs.core.Response.class);
    private static final DotName STATUS = DotName.createSimple(ResponseStatus.class);
    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class);
    private static final DotName WALL_SCREENS = DotName.createSimple(ForWallScreens.class);
    private static final DotName ANYBODY = DotName.createSimple(ForAnybody.class);
    private static final DotName ANSWER = DotName.createSimple(APIResponse.class);
    private static final DotName ANSWERS = DotName.createSimple(APIResponses.class);

    private final Map<String, MethodInfo> byOperation;

    ResourceMethods(IndexView index) {
        byOperation = VERBS.stream()
                .flatMap(verb -> index.getAnnotations("jakarta.ws.rs." + verb).stream())
                .filter(annotation ->
                        annotation.target().asMethod().declaringClass().hasDeclaredAnnotation(PATH))
                .collect(Collectors.toMap(
                        annotation -> operation(
                                annotation.name().withoutPackagePrefix(),
                                pathOf(annotation.target().asMethod())),
                        annotation -> annotation.target().asMethod(),
                        (one, _) -> one));
    }

    Optional<MethodInfo> of(String verb, String path) {
        return Optional.ofNullable(byOperation.get(operation(verb, path)));
    }

    /// The status with which the method answers where all goes well; nothing where its answers are described.
    static Optional<Integer> statusOf(MethodInfo method) {
        if (method.hasDeclaredAnnotation(ANSWER) || method.hasDeclaredAnnotation(ANSWERS)) {
            return Optional.empty();
        }
        var status = onMethodOrClass(method, STATUS).map(AnnotationInstance::value);
        return Optional.of(status.map(AnnotationValue::asInt).orElse(isVoid(method.returnType()) ? 204 : 200));
    }

    /// As what types a method gives a file: its type says nothing of the content, `@Produces` does.
    static List<String> filesOf(MethodInfo method) {
        var produces = method.declaredAnnotation(PRODUCES);
        return produces == null || !method.returnType().name().equals(RESPONSE)
                ? List.of()
                : List.of(produces.value().asStringArray());
    }

    static boolean isForWallScreens(MethodInfo method) {
        return onMethodOrClass(method, WALL_SCREENS).isPresent();
    }

    static boolean isForAnybody(MethodInfo method) {
        return onMethodOrClass(method, ANYBODY).isPresent();
    }

    static boolean isIdempotent(MethodInfo method) {
        return onMethodOrClass(method, IDEMPOTENT).isPresent();
    }

    private static Optional<AnnotationInstance> onMethodOrClass(MethodInfo method, DotName name) {
        return Stream.<Function<DotName, AnnotationInstance>>of(
                        method::declaredAnnotation, method.declaringClass()::declaredAnnotation)
                .map(annotated -> annotated.apply(name))
                .filter(annotation -> annotation != null)
                .findFirst();
    }

    private static boolean isVoid(Type type) {
        return type.kind() == Type.Kind.VOID || type.name().toString().equals("java.lang.Void");
    }

    private static String pathOf(MethodInfo method) {
        return "/" + value(method.declaringClass().declaredAnnotation(PATH)) + "/"
                + value(method.declaredAnnotation(PATH));
    }

    private static String value(AnnotationInstance annotation) {
        return annotation == null ? "" : annotation.value().asString();
    }

    /// Slashes are evened out, and a parameter loses its pattern: `{settings:[a-z]+}` is `{settings}`.
    private static String operation(String verb, String path) {
        var even = path.replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}").replaceAll("/+", "/");
        return verb + " " + (even.length() > 1 && even.endsWith("/") ? even.substring(0, even.length() - 1) : even);
    }
}
