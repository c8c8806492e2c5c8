package org.anchang.inventory.catalogue;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.catalogue.ProjectResource.CreateProject;
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
    Project open(CreateProject asked) {
        var project = new Project(
                asked.code(),
                asked.name(),
                asked.region(),
                asked.city(),
                Boolean.TRUE.equals(asked.rehearsal()),
                caller.name(),
                clock.instant());
        refuseUnless(projects.add(project), InventoryRefusal.PROJECT_EXISTS);
        outbox.append(project.opened());
        return project;
    }
}
