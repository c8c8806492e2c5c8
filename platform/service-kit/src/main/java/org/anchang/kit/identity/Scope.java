package org.anchang.kit.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        return everyProject ? "1 = 1" : project + " in (:scopeProjects)";
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
        var parameters = new HashMap<String, Object>();
        if (!everyProject) {
            parameters.put("scopeProjects", projects.isEmpty() ? List.of("-") : List.copyOf(projects));
        }
        return parameters;
    }
}
