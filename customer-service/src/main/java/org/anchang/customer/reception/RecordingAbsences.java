package org.anchang.customer.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;

/// REC-3: somebody is out, or back before the time, and whoever watches the queue is told.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RecordingAbsences {
    @Inject
    Absences absences;

    @Inject
    Event<Whereabouts.Changed> changed;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    Absence begin(Absence.Notice notice) {
        caller.mustBeBoundTo(notice.project());
        var absence = Absence.recorded(notice, caller.name(), clock.instant());
        absences.persist(absence);
        changed.fire(new Whereabouts.Changed(absence.project()));
        return absence;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, or what the absence says
    Absence end(UUID id) {
        var absence = absences.get(caller.scope(), id);
        absence.end(caller.name(), clock.instant());
        changed.fire(new Whereabouts.Changed(absence.project()));
        return absence;
    }
}
