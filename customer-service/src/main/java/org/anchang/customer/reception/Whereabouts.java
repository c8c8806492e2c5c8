package org.anchang.customer.reception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchang.customer.roster.InCharge;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;

/// REC-3: who of a project is out at this moment, and what a consultant says of it by themselves.
@ApplicationScoped
public class Whereabouts implements InCharge {
    /// @param reason what keeps them away, as a visit says it
    public record Out(String person, UUID absence, ReceptionReason reason, Instant until) {}

    /// Somebody's absence has begun, ended, or is known of now.
    public record Changed(String project) {}

    @Inject
    Absences absences;

    @Inject
    Event<Changed> changed;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// By person; of who is out for two reasons, the weightier.
    public Map<String, Out> out(String project) {
        var now = clock.instant();
        return absences.list("project = ?1 and begins <= ?2 and ends > ?2", project, now).stream()
                .collect(Collectors.toMap(
                        Absence::person,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(Absence::kind))))
                .values()
                .stream()
                .map(one -> new Out(one.person(), one.id(), one.kind().reason(), one.ends()))
                .collect(Collectors.toMap(Out::person, Function.identity()));
    }

    /// Who is out, as a mark that changes when it does; absences that begin or end by the clock change it too.
    public String mark(String project) {
        return out(project).keySet().stream().sorted().collect(Collectors.joining(","));
    }

    /// TRK-7: whoever is gone is not expected back.
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void handOver(Departure departure) {
        if (departure.isConsultant()) {
            absences.list(
                            "project = ?1 and person = ?2 and ends > ?3 and endedBy is null",
                            departure.project(),
                            departure.person(),
                            departure.at())
                    .forEach(absence -> absence.end(departure.by(), departure.at()));
            changed.fire(new Changed(departure.project()));
        }
    }

    /// The caller goes out, and is expected back in that many minutes.
    @Transactional(Transactional.TxType.MANDATORY)
    public void goOut(String project, int minutes) {
        var now = clock.instant();
        var notice = new Absence.Notice(
                project, caller.name(), Absence.Kind.ERRAND, now, now.plus(Duration.ofMinutes(minutes)));
        absences.persist(Absence.recorded(notice, caller.name(), now));
        changed.fire(new Changed(project));
    }

    /// The caller is here: no errand goes on that is not over. Leave and trips are the site manager's to end.
    @Transactional(Transactional.TxType.MANDATORY)
    public void comeBack(String project) {
        var now = clock.instant();
        absences.list(
                        "project = ?1 and person = ?2 and kind = ?3 and begins <= ?4 and ends > ?4 and endedBy is null",
                        project,
                        caller.name(),
                        Absence.Kind.ERRAND,
                        now)
                .forEach(errand -> errand.end(caller.name(), now));
        absences.flush();
        changed.fire(new Changed(project));
    }
}
