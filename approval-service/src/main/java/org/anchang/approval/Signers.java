package org.anchang.approval;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.HeldPosts;
import org.anchang.kit.identity.Role;

/// APR-2: under which names somebody is asked to sign (`person:li.na`, `role:finance`). A role counts where it is held.
///
/// @param person the user name
public record Signers(String person, HeldPosts posts) {
    public static Signers of(Caller caller) {
        return new Signers(caller.name(), caller.posts());
    }

    /// APR-7: who signs nothing, in no project.
    public boolean isAdministrator() {
        return posts.roles().contains(Role.ADMINISTRATOR);
    }

    /// All names that count in the project.
    public Set<String> in(String project) {
        var names = new HashSet<String>();
        names.add("person:" + person);
        posts.in(project).forEach(role -> names.add("role:" + role));
        return names;
    }

    /// A condition, HQL or SQL, that one of the names is asked for where it counts.
    ///
    /// @param project    the column that holds the project
    /// @param isAsked    the condition that one of the parameters is asked for, of which it is told the names
    /// @param parameters gets those of the condition
    public String condition(String project, Function<List<String>, String> isAsked, Map<String, Object> parameters) {
        // Most people hold the same roles wherever they work.
        var places = new HashMap<Set<String>, Set<String>>();
        for (var place : posts.byProject().keySet()) {
            places.computeIfAbsent(in(place), _ -> new TreeSet<>()).add(place);
        }
        if (places.size() <= 1) {
            var names = places.keySet().stream().findFirst().orElseGet(() -> in(HeldPosts.EVERY_PROJECT));
            return isAsked.apply(put(names, parameters));
        }
        return places.entrySet().stream()
                .map(place -> {
                    var asked = isAsked.apply(put(place.getKey(), parameters));
                    return place.getValue().contains(HeldPosts.EVERY_PROJECT)
                            ? asked
                            : project + " in (" + String.join(", ", put(place.getValue(), parameters)) + ") and "
                                    + asked;
                })
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static List<String> put(Collection<String> values, Map<String, Object> parameters) {
        return values.stream()
                .map(value -> {
                    var name = "signer" + parameters.size();
                    parameters.put(name, value);
                    return ":" + name;
                })
                .toList();
    }
}
