package org.anchang.inventory.unit;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.inventory.Statements;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;

/// All buildings, as far as the caller is bound to their projects.
@ApplicationScoped
public class Buildings implements PanacheRepositoryBase<Building, UUID> {
    private static final String VALID = """
            SELECT DISTINCT certificate FROM certificate_listing
            WHERE building = ? AND valid_from <= ? AND (last_day IS NULL OR last_day >= ?)""";

    private static final String CERTIFIED =
            "SELECT building FROM unnest(?) AS building WHERE certificates_complete(building, ?)";

    @Inject
    Statements statements;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Building get(Scope scope, UUID id) {
        return findByIdOptional(id)
                .filter(building -> scope.covers(building.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// By name.
    public Page<Building> list(Scope scope, String project, PageRequest page) {
        var parameters = scope.projectParameters();
        parameters.put("project", project);
        var conditions = "from Building where " + scope.on("project") + " and project = :project";
        var after = page.after();
        if (after.isPresent()) {
            parameters.put("after", after.get().getLast());
            conditions += " and name > :after";
        }
        var found = find(conditions + " order by name", parameters)
                .page(0, page.rows())
                .list();
        return Page.of(found, page, building -> List.of(building.name()));
    }

    /// INV-6: those of the buildings that have all five certificates on that day.
    public Set<UUID> certified(Collection<UUID> buildings, LocalDate day) {
        return Set.copyOf(
                statements.rows(CERTIFIED, row -> row.getObject(1, UUID.class), buildings.toArray(UUID[]::new), day));
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
