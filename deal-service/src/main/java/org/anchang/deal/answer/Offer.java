package org.anchang.deal.answer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;
import org.jspecify.annotations.Nullable;

/// A command that a screen may offer. Where it goes and who may send it is what its resource says.
///
/// @param place       among what is offered together, the lowest first
/// @param name        as people say it, e.g. `request-swap`
/// @param path        with the deal's id as `{id}`
/// @param onlyFor     the one person who may, where it is not all who have one of the roles
/// @param whileChanging whether it is offered while a change waits for signatures, too (SWP-3)
public record Offer(
        int place,
        DealAction name,
        String path,
        List<String> roles,
        @Nullable String onlyFor,
        boolean whileChanging) {
    /// Who asks.
    interface Person {
        String name();

        boolean holds(String... roles);

        static Person of(Caller caller, String project) {
            return new Person() {
                @Override
                public String name() {
                    return caller.name();
                }

                @Override
                public boolean holds(String... roles) {
                    return caller.holds(project, roles);
                }
            };
        }
    }

    /// The command that a method of a resource takes.
    public static Offer of(int place, DealAction name, Class<?> resource, String method) {
        var takes = Arrays.stream(resource.getMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(resource + " has no " + method));
        var below = takes.getAnnotation(Path.class);
        var roles = takes.isAnnotationPresent(RolesAllowed.class)
                ? takes.getAnnotation(RolesAllowed.class)
                : resource.getAnnotation(RolesAllowed.class);
        var path = resource.getAnnotation(Path.class).value() + (below == null ? "" : below.value());
        return new Offer(place, name, path, List.of(roles.value()), null, false);
    }

    public Offer alsoWhileChanging() {
        return new Offer(place, name, path, roles, onlyFor, true);
    }

    Action to(UUID deal, Person person) {
        var all = roles.toArray(String[]::new);
        var yours = onlyFor == null ? person.holds(all) : person.name().equals(onlyFor);
        return Action.post(name, path.replace("{id}", deal.toString()), yours, all);
    }

    /// The same beside another answer about the deal.
    public Action on(UUID deal, String project, Caller caller) {
        return to(deal, Person.of(caller, project));
    }
}
