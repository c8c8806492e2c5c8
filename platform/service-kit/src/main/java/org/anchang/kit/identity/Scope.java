package org.anchang.kit.identity;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// SEC-1: what a caller may see, to be put into the query itself.
///
/// @param person       the caller's user name
/// @param projects     codes of the projects that the caller is bound to
/// @param everyProject bound to all projects, present and future
/// @param ownOnly      sees only what belongs to `person` (consultants); managers see their whole project
public record Scope(String person, Set<String> projects, boolean everyProject, boolean ownOnly) {
    /// Whether the caller is bound to the project.
    public boolean covers(String project) {
        return everyProject || projects.contains(project);
    }

    /// Whether a thing of `project` that belongs to `owner` is the caller's to see.
    public boolean covers(String project, String owner) {
        return covers(project) && (!ownOnly || person.equals(owner));
    }

    /// An HQL or SQL condition on the column that holds the project; takes [#parameters].
    public String on(String project) {
        return everyProject
                ? "1 = 1"
                : projectParameters().keySet().stream()
                        .map(name -> ":" + name)
                        .collect(Collectors.joining(", ", project + " in (", ")"));
    }

    /// An HQL or SQL condition on the columns that hold project and owner; takes [#parameters].
    public String on(String project, String owner) {
        return ownOnly ? on(project) + " and " + owner + " = :scopePerson" : on(project);
    }

    /// The parameters of [#on(String, String)], and more room for the query's own.
    public Map<String, Object> parameters() {
        var parameters = projectParameters();
        if (ownOnly) {
            parameters.put("scopePerson", person);
        }
        return parameters;
    }

    /// The parameters of [#on(String)], and more room for the query's own.
    public Map<String, Object> projectParameters() {
        var parameters = new TreeMap<String, Object>();
        if (!everyProject) {
            // One by one: of a single project, as of most callers, a list is read from the index of projects in its
            // order.
            for (var project : projects.isEmpty() ? Set.of("-") : projects) {
                parameters.put("scopeProject" + parameters.size(), project);
            }
        }
        return parameters;
    }
}
