package org.anchang.customer.dossier.template;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.anchang.customer.dossier.template.TemplateResource.ChangeTemplate;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.ETags;
import org.anchang.kit.sql.Database;

/// CUS-4: the templates of all projects, every version of them. Where a project has changed nothing, the built-in one
/// (`dossier-template.json`) counts.
@ApplicationScoped
public class Templates {
    private static final String LATEST = """
            SELECT version, fields FROM dossier_template WHERE project = :project
            ORDER BY version DESC LIMIT 1""";
    /// Two who change it at once: the second one finds the version taken.
    private static final String ADD = """
            INSERT INTO dossier_template (id, project, version, fields, reason, changed_by, changed_at)
            VALUES (:id, :project, :version, :fields::jsonb, :reason, :by, :at)""";
    private static final String ALONE =
            "SELECT pg_advisory_xact_lock(hashtextextended('dossier template ' || :project, 0))::text";

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    private Optional<Template> builtIn = Optional.empty();

    /// As it counts now.
    public Template of(String project) {
        return database.sql(LATEST).with("project", project).row(Template.class).orElseGet(this::builtIn);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Template change(String project, List<String> ifMatch, ChangeTemplate wish) {
        database.sql(ALONE).with("project", project).row(String.class);
        var now = of(project);
        ETags.match(ifMatch, now.version());
        var next = now.changed(wish);
        database.sql(ADD)
                .with("id", Ids.next())
                .with("project", project)
                .with("version", next.version())
                .withJson("fields", next.fields())
                .with("reason", wish.reason())
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        return next;
    }

    private synchronized Template builtIn() {
        if (builtIn.isEmpty()) {
            var loader = Thread.currentThread().getContextClassLoader();
            try (var file = loader.getResourceAsStream("dossier-template.json")) {
                if (file == null) {
                    throw new IllegalStateException("dossier-template.json is missing");
                }
                builtIn = Optional.of(new Template(1, json.readValue(file, new TypeReference<>() {})));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return builtIn.orElseThrow();
    }
}
