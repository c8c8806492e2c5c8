package org.anchang.kit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.jspecify.annotations.Nullable;

/// A command that answers may offer. Where it goes and who may send it is what its resource says: a constant beside the
/// answer that offers it.
///
/// ```java
/// private static final Offer SWAP = Offer.of(DealAction.REQUEST_SWAP, SwapResource.class, "requestSwap");
/// … SWAP.to(caller, deal.project(), deal.id())
/// ```
///
/// @param path with the resource's parameters, e.g. `/api/v1/deals/{id}/swaps`
public record Offer(ActionName name, String method, String path, List<String> roles) {
    /// The command that a method of a resource takes.
    public static Offer of(ActionName name, Class<?> resource, String method) {
        var command = Arrays.stream(resource.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method) && verbOf(candidate) != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(resource + " takes no " + method));
        var below = command.getAnnotation(Path.class);
        var roles = command.isAnnotationPresent(RolesAllowed.class)
                ? command.getAnnotation(RolesAllowed.class)
                : resource.getAnnotation(RolesAllowed.class);
        return new Offer(
                name,
                Objects.requireNonNull(verbOf(command)),
                resource.getAnnotation(Path.class).value() + (below == null ? "" : below.value()),
                roles == null ? List.of() : List.of(Role.each(roles.value())));
    }

    /// A command of another service. Of a feature that the one who offers may not know: [OffersByName].
    public static Offer elsewhere(ActionName name, String path, String... roles) {
        return new Offer(name, HttpMethod.POST, path, List.of(Role.each(roles)));
    }

    /// The same command, of which only some of those who may send it are told.
    public Offer only(String... fewer) {
        return new Offer(name, method, path, List.of(Role.each(fewer)));
    }

    /// The same command, about the project that its query names.
    public Offer ofProject() {
        return new Offer(name, method, path + "?project={project}", roles);
    }

    /// The same command under another name.
    public Offer named(ActionName other) {
        return new Offer(other, method, path, roles);
    }

    /// To whoever has one of the roles in the project.
    ///
    /// @param things what the parameters of the path stand for, in their order
    public Action to(Caller caller, String project, Object... things) {
        return on(caller.holds(project, roles.toArray(String[]::new)), things);
    }

    /// The same, where it is possible at all just now.
    public Action toIf(boolean possible, Caller caller, String project, Object... things) {
        return possible ? to(caller, project, things) : on(false, things);
    }

    /// The same where not each of them may.
    ///
    /// @param yours whether the caller may, now
    public Action on(boolean yours, Object... things) {
        var address = new StringBuilder(path);
        for (var thing : things) {
            var at = address.indexOf("{");
            address.replace(at, address.indexOf("}", at) + 1, thing.toString());
        }
        return new Action(name.said(), method, address.toString(), roles, yours);
    }

    private static @Nullable String verbOf(Method command) {
        return Arrays.stream(command.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }
}
