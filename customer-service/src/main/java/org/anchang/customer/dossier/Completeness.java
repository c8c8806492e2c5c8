package org.anchang.customer.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import org.anchang.customer.dossier.template.DossierField;
import org.anchang.customer.dossier.template.Templates;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.sql.Database;

/// CUS-4: how much of the dossiers of a project says something, by consultant: of the fields that the template shows.
@ApplicationScoped
class Completeness {
    /// @param customers whom the consultant owns
    /// @param filled    fields of all of them that say something
    /// @param begun     customers of whom a dossier says something beyond what is kept anyway
    record OfConsultant(String consultant, long customers, long begun, long filled) {}

    private static final String BY_OWNER = """
            SELECT owner AS consultant, count(*) AS customers,
                   count(*) FILTER (WHERE cardinality(filled) > kept) AS begun, coalesce(sum(shown), 0)::bigint AS filled
            FROM (
                SELECT f.owner, f.filled,
                       (SELECT count(*) FROM unnest(f.filled) one WHERE one = ANY (:fields)) AS shown,
                       (SELECT count(*) FROM unnest(f.filled) one WHERE one IN ('gender', 'mobile')) AS kept
                FROM filled_dossier f WHERE f.project = :project AND f.owner <> '*' AND %s) each_of_them
            GROUP BY owner ORDER BY owner""";

    @Inject
    Database database;

    @Inject
    Templates templates;

    /// Rounded down: a dossier is whole when it is.
    static int percent(long filled, long of) {
        return of == 0 ? 0 : Math.toIntExact(100 * filled / of);
    }

    /// One query, whatever the number of customers. A consultant sees the own line.
    List<OfConsultant> of(Scope scope, String project) {
        var parameters = new HashMap<String, Object>(scope.parameters());
        parameters.put("project", project);
        parameters.put("fields", fields(project));
        return database.sql(BY_OWNER.formatted(scope.on("f.project", "f.owner")))
                .with(parameters)
                .rows(OfConsultant.class);
    }

    List<String> fields(String project) {
        return templates.of(project).shown().stream().map(DossierField::key).toList();
    }
}
