package org.anchang.inventory;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.problem.KitRefusal;

/// All buildings, as far as the caller is bound to their projects.
@ApplicationScoped
public class Buildings implements PanacheRepositoryBase<Building, UUID> {
    private static final String VALID = """
            SELECT DISTINCT certificate FROM certificate_listing
            WHERE building = ? AND valid_from <= ? AND (last_day IS NULL OR last_day >= ?)""";

    @Inject
    Statements statements;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Building get(Scope scope, UUID id) {
        return findByIdOptional(id)
                .filter(building -> scope.covers(building.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    public List<Building> list(Scope scope, String project) {
        var parameters = scope.projectParameters();
        parameters.put("project", project);
        return list("from Building where " + scope.on("project") + " and project = :project order by name", parameters);
    }

    /// INV-6: those of the five certificates that the building does not have on that day, in their legal order.
    public List<Certificate> missingCertificates(UUID building, LocalDate day) {
        Set<String> valid = statements.rows(VALID, row -> row.getString(1), building, day, day).stream()
                .collect(Collectors.toSet());
        return Stream.of(Certificate.values())
                .filter(certificate -> !valid.contains(certificate.name()))
                .toList();
    }
}
