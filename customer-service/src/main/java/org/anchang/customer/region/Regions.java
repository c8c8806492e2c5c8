package org.anchang.customer.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.anchang.events.InventoryEvent.ProjectOpened;
import org.anchang.kit.sql.Database;

/// The regions of the projects, as inventory-service has told them.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Regions {
    private static final String OPENED = """
            INSERT INTO opened_project (code, name, region, city, opened_at) VALUES (:project, :name, :region, :city, :at)
            ON CONFLICT (code) DO NOTHING""";
    private static final String NAME = "SELECT name FROM opened_project WHERE code = :code";
    private static final String OF = "SELECT region FROM opened_project WHERE code = :code";

    @Inject
    Database database;

    /// As the project's opening said it, e.g. `LY` or `洛阳`; nothing while that has not been heard of.
    public Optional<String> of(String project) {
        return database.sql(OF).with("code", project).row(String.class);
    }

    /// What the project is called; nothing while its opening has not been heard of.
    public Optional<String> nameOf(String project) {
        return database.sql(NAME).with("code", project).row(String.class);
    }

    void opened(ProjectOpened project) {
        database.sql(OPENED).with(project).write();
    }
}
