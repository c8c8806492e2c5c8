package org.anchang.customer.care.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.care.complaint.ComplaintResource.ComplaintStep;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CAR-2: what was done about a case, by whom and when; only ever added to.
@ApplicationScoped
class Steps {
    enum CaseStepKind {
        OPENED,
        HANDED_OVER,
        ANSWERED,
        RATED
    }

    /// One of them.
    ///
    /// @param said    what was written; sealed where it stands
    /// @param toOwner who sees to it from then on
    record Step(
            UUID id,
            UUID complaint,
            CaseStepKind kind,
            String person,
            Instant at,
            @Nullable String said,
            @Nullable String toOwner,
            @Nullable LocalDate dueOn,
            @Nullable Integer satisfaction) {}

    private static final String ADD = """
            INSERT INTO complaint_step (id, complaint, kind, person, at, said, to_owner, due_on, satisfaction)
            VALUES (:id, :complaint, :kind, :person, :at, :said, :toOwner, :dueOn, :satisfaction)""";
    private static final String OF = """
            SELECT id, complaint, kind, person, at, said, to_owner, due_on, satisfaction FROM complaint_step
            WHERE complaint = :complaint ORDER BY id""";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    /// @param step its `id` is given here
    void add(Step step) {
        var id = Ids.next();
        database.sql(ADD)
                .with(step)
                .with("id", id)
                .with("said", sealing.sealIfAny(step.said(), place(id)))
                .write();
    }

    /// The oldest first.
    ///
    /// @param opened for those who may read the case
    List<ComplaintStep> of(UUID complaint, boolean opened) {
        return database.sql(OF).with("complaint", complaint).rows(Step.class).stream()
                .map(step -> new ComplaintStep(
                        step.kind(),
                        step.person(),
                        step.at(),
                        opened ? sealing.openIfAny(step.said(), place(step.id())) : null,
                        step.toOwner(),
                        step.dueOn(),
                        step.satisfaction()))
                .toList();
    }

    private static Place place(UUID id) {
        return new Place("complaint_step", "said", id);
    }
}
