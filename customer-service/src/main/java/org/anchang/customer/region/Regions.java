package org.anchang.customer.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.anchang.events.InventoryEvent.ProjectOpened;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/// The regions of the projects, as inventory-service has told them.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Regions {
    private static final String OPENED = """
            INSERT INTO opened_project (code, name, region, city, opened_at) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (code) DO NOTHING""";
    private static final String OF = "SELECT region FROM opened_project WHERE code = ?1";

    @Inject
    Session database;

    /// As the project's opening said it, e.g. `LY` or `洛阳`; nothing while that has not been heard of.
    public Optional<String> of(String project) {
        return database.createNativeQuery(OF, String.class).setParameter(1, project).getResultList().stream()
                .findFirst();
    }

    void opened(ProjectOpened project) {
        database.createNativeMutationQuery(OPENED)
                .setParameter(1, project.project())
                .setParameter(2, project.name())
                .setParameter(3, project.region())
                .setParameter(4, project.city(), StandardBasicTypes.STRING)
                .setParameter(5, project.at())
                .executeUpdate();
    }
}
