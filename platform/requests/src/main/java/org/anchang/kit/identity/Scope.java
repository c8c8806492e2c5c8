package org.anchang.kit.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// SEC-1: what a caller may see, to be put into the query itself. A project stands in one of the two sets.
///
/// @param person the caller's user name
/// @param whole  codes of the projects of which the caller sees everything, or [HeldPosts#EVERY_PROJECT]
/// @param own    codes of those of which the caller sees what belongs to `person` only (consultants)
public record Scope(String person, Set<String> whole, Set<String> own) {
    public Scope {
        var all = isEvery(whole) ? Set.of(HeldPosts.EVERY_PROJECT) : Set.copyOf(whole);
        own = own.stream().filter(project -> !isIn(project, all)).collect(Collectors.toUnmodifiableSet());
        whole = all;
    }

    /// Whether it reaches all projects, present and future.
    public boolean everyProject() {
        return isEvery(whole) || isEvery(own);
    }

    /// Codes of the projects, as far as they are named one by one.
    public Set<String> projects() {
        return Stream.concat(whole.stream(), own.stream())
                .filter(project -> !project.equals(HeldPosts.EVERY_PROJECT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether the caller is bound to the project.
    public boolean covers(String project) {
        return isIn(project, whole) || isIn(project, own);
    }

    /// Whether a thing of `project` that belongs to `owner` is the caller's to see.
    public boolean covers(String project, String owner) {
        return covers(project) && (!ownOnly(project) || person.equals(owner));
    }

    /// Whether the caller sees only what is own there.
    public boolean ownOnly(String project) {
        return !isIn(project, whole);
    }

    /// Whether there is a project at all of which the caller sees only what is own.
    public boolean ownOnlySomewhere() {
        return !own.isEmpty() || whole.isEmpty();
    }

    /// An HQL or SQL condition on the column that holds the project; takes [#projectParameters].
    public String on(String project) {
        if (!everyProject()) {
            return in(project, named());
        }
        // A query takes all parameters that it is given.
        return named().isEmpty() ? "1 = 1" : "(1 = 1 or " + in(project, named()) + ")";
    }

    /// An HQL or SQL condition on the columns that hold project and owner; takes [#parameters].
    public String on(String project, String owner) {
        return onOwn(project, owner + " = :scopePerson");
    }

    /// The same where it takes more to say what is own.
    ///
    /// @param isOwn a condition that may take `:scopePerson`
    public String onOwn(String project, String isOwn) {
        if (!ownOnlySomewhere()) {
            return on(project);
        }
        if (whole.isEmpty()) {
            return on(project) + " and " + isOwn;
        }
        var inOwn = isEvery(own) ? isOwn : in(project, own) + " and " + isOwn;
        return "(" + in(project, whole) + " or " + inOwn + ")";
    }

    /// The parameters of [#on(String, String)], and more room for the query's own.
    public Map<String, Object> parameters() {
        var parameters = projectParameters();
        if (ownOnlySomewhere()) {
            parameters.put("scopePerson", person);
        }
        return parameters;
    }

    /// The parameters of [#on(String)], and more room for the query's own.
    public Map<String, Object> projectParameters() {
        var parameters = new TreeMap<String, Object>();
        for (var project : named()) {
            parameters.put("scopeProject" + parameters.size(), project);
        }
        return parameters;
    }

    /// One by one: of a single project, as of most callers, a list is read from the index of projects in its order.
    private String in(String project, Collection<String> some) {
        var named = named();
        return some.stream()
                .sorted()
                .map(one -> ":scopeProject" + named.indexOf(one))
                .collect(Collectors.joining(", ", project + " in (", ")"));
    }

    /// In one order; who may see nothing asks for a project that cannot be.
    private List<String> named() {
        var all = new TreeSet<>(whole);
        all.addAll(own);
        all.remove(HeldPosts.EVERY_PROJECT);
        return all.isEmpty() && !everyProject() ? List.of("-") : List.copyOf(all);
    }

    private static boolean isEvery(Set<String> projects) {
        return projects.contains(HeldPosts.EVERY_PROJECT);
    }

    private static boolean isIn(String project, Set<String> projects) {
        return isEvery(projects) || projects.contains(project);
    }
}
