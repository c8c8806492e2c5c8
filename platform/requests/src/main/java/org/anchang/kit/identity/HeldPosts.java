package org.anchang.kit.identity;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// SEC-1: which roles somebody has in which projects. A token lists them in its claim `posts` as the identity
/// provider names its groups: `/office/songfeng/consultant`.
///
/// @param byProject roles by the code of the project, or by [#EVERY_PROJECT]
public record HeldPosts(Map<String, Set<String>> byProject) {
    /// In place of a project: whoever has a post here has it in every project, present and future.
    public static final String EVERY_PROJECT = "*";

    private static final String CLAIM = "posts";
    private static final String OFFICE = "office";

    static HeldPosts of(JsonWebToken token) {
        return ofPaths(texts(token.getClaim(CLAIM)));
    }

    /// Groups of other kinds tell nothing.
    static HeldPosts ofPaths(Collection<String> paths) {
        var roles = new TreeMap<String, Set<String>>();
        for (var path : paths) {
            var parts = path.split("/", -1);
            if (parts.length == 4 && parts[0].isEmpty() && parts[1].equals(OFFICE)) {
                roles.computeIfAbsent(parts[2], _ -> new HashSet<>()).add(parts[3]);
            }
        }
        return new HeldPosts(roles);
    }

    /// Whether who works in these projects, by code or [#EVERY_PROJECT], works in this one.
    public static boolean include(Collection<String> projects, String project) {
        return projects.contains(project) || projects.contains(EVERY_PROJECT);
    }

    /// All roles, wherever they are held.
    public Set<String> roles() {
        return byProject.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /// The projects that are named one by one.
    public SortedSet<String> projects() {
        var named = new TreeSet<>(byProject.keySet());
        named.remove(EVERY_PROJECT);
        return named;
    }

    /// The roles that count in the project.
    public Set<String> in(String project) {
        var roles = new HashSet<>(byProject.getOrDefault(EVERY_PROJECT, Set.of()));
        roles.addAll(byProject.getOrDefault(project, Set.of()));
        return roles;
    }

    /// The projects, by code or [#EVERY_PROJECT], whose own entry has such roles.
    Set<String> where(Predicate<Set<String>> roles) {
        return byProject.entrySet().stream()
                .filter(entry -> roles.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case JsonArray array ->
                array.stream().map(value -> ((JsonString) value).getString()).toList();
            case Collection<?> values -> values.stream().map(Object::toString).toList();
            default -> List.of(claim.toString());
        };
    }
}
