package org.anchang.inventory.catalogue;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.unit.Project;
import org.anchang.inventory.unit.Projects;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;

/// INV-1: opens a project and tells the others.
@ApplicationScoped
class OpeningProjects {
    @Inject
    Projects projects;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused PROJECT_EXISTS
    @Transactional(Transactional.TxType.MANDATORY)
    Project open(Project.Particulars particulars) {
        refuseIf(projects.findByIdOptional(particulars.code()).isPresent(), InventoryRefusal.PROJECT_EXISTS);
        var project = new Project(particulars, caller.name(), clock.instant());
        projects.persistAndFlush(project);
        outbox.append(project.opened());
        return project;
    }
}
