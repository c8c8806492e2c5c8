package org.anchang.approval.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.kit.live.Watched;
import org.anchang.kit.sql.Database;

/// What waits for signatures in a project, whoever they are asked of: who looks on asks for the own part of it again.
@ApplicationScoped
class WaitingForms implements Watched {
    private static final String MARK = """
            SELECT count(*) || '-' || coalesce(md5(string_agg(id || '.' || version, ',' ORDER BY id)), '')
            FROM approval_task WHERE project = :project AND closed_at IS NULL""";

    @Inject
    Database database;

    @Override
    public String mark(String project) {
        return database.sql(MARK).with("project", project).one(String.class);
    }
}
