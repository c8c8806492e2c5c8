package org.anchang.customer.care.complaint;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Customers;
import org.anchang.customer.care.complaint.ComplaintResource.AnswerComplaint;
import org.anchang.customer.care.complaint.ComplaintResource.HandOverComplaint;
import org.anchang.customer.care.complaint.ComplaintResource.OpenComplaint;
import org.anchang.customer.care.complaint.ComplaintResource.RateComplaint;
import org.anchang.customer.care.complaint.Steps.CaseStepKind;
import org.anchang.customer.care.complaint.Steps.Step;
import org.anchang.customer.colleague.Colleagues;
import org.anchang.customer.roster.InCharge;
import org.anchang.customer.roster.Roster;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.Names;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// CAR-2: opens cases, and carries out what is done about them.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SeeingToComplaints implements InCharge {
    @Inject
    Complaints complaints;

    @Inject
    Steps steps;

    @Inject
    Customers customers;

    @Inject
    Roster roster;

    @Inject
    Colleagues colleagues;

    @Inject
    Settings settings;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// CAR-2: who sees to it is named, or the customer's consultant, or whoever writes it down.
    Complaint open(OpenComplaint request) {
        caller.mustBeBoundTo(request.project());
        roster.meetCaller(request.project());
        var now = clock.instant();
        var about = Optional.ofNullable(request.customer()).map(id -> customers.anyOf(request.project(), id));
        var phone = Names.seen(request.phone());
        var complaint = Complaint.opened(
                new Complaint.Said(
                        request.project(),
                        request.kind(),
                        request.way(),
                        about.map(Customer::id).orElse(null),
                        Names.seen(request.personName()),
                        phone == null ? null : Phone.of(phone).digits(),
                        Names.trimmed(request.text())),
                new Complaint.Responsibility(owner(request, about), dueOn(request.project(), request.dueOn(), now)),
                caller.name(),
                now,
                sealing);
        complaints.persist(complaint);
        complaints.flush();
        steps.add(step(complaint, CaseStepKind.OPENED, now, null));
        return complaint;
    }

    Complaint handOver(UUID id, HandOverComplaint request) {
        var complaint = own(id);
        var now = clock.instant();
        var to = mustWorkHere(complaint.project(), Names.plain(request.owner()));
        complaint.handOver(
                new Complaint.Responsibility(to, request.dueOn() == null ? complaint.dueOn() : request.dueOn()), now);
        steps.add(new Step(
                id,
                id,
                CaseStepKind.HANDED_OVER,
                caller.name(),
                now,
                Names.trimmed(request.reason()),
                complaint.owner(),
                complaint.dueOn(),
                null));
        return complaint;
    }

    Complaint answer(UUID id, AnswerComplaint request) {
        var complaint = own(id);
        var now = clock.instant();
        complaint.answer(Names.trimmed(request.answer()), caller.name(), now, sealing);
        steps.add(step(complaint, CaseStepKind.ANSWERED, now, Names.trimmed(request.answer())));
        return complaint;
    }

    Complaint rate(UUID id, RateComplaint request) {
        var complaint = own(id);
        var now = clock.instant();
        complaint.rate(request.satisfaction());
        steps.add(new Step(
                id,
                id,
                CaseStepKind.RATED,
                caller.name(),
                now,
                Names.seen(request.note()),
                null,
                null,
                request.satisfaction()));
        return complaint;
    }

    /// TRK-7: who sees to a case from now on is the customer's consultant, or else the successor.
    @Override
    public void handOver(Departure departure) {
        if (!departure.isGone()) {
            return;
        }
        var left = complaints.leftBy(departure.person(), departure.project());
        for (var complaint : left) {
            var heir = Optional.ofNullable(complaint.customer())
                    .map(id -> customers.anyOf(complaint.project(), id))
                    .map(Customer::owner)
                    .filter(owner -> roster.isConsultant(new Roster.Worker(complaint.project(), owner)))
                    .orElse(departure.heir());
            complaint.passTo(heir);
            steps.add(new Step(
                    complaint.id(),
                    complaint.id(),
                    CaseStepKind.HANDED_OVER,
                    departure.by(),
                    departure.at(),
                    null,
                    heir,
                    complaint.dueOn(),
                    null));
        }
    }

    /// Who wrote a case down may look at it, and no more.
    private Complaint own(UUID id) {
        var complaint = complaints.get(caller.scope(), id);
        refuseUnless(
                complaint.owner().equals(caller.name()) || caller.holds(complaint.project(), Role.SITE_MANAGER),
                CustomerRefusal.CASE_IS_NOT_YOURS);
        return complaint;
    }

    private String owner(OpenComplaint request, Optional<Customer> about) {
        return request.owner() == null
                ? about.map(Customer::owner).orElseGet(caller::name)
                : mustWorkHere(request.project(), Names.plain(request.owner()));
    }

    private String mustWorkHere(String project, String person) {
        if (!person.equals(caller.name())
                && !roster.isConsultant(new Roster.Worker(project, person))
                && !colleagues.worksIn(project, person)) {
            throw refuse(CustomerRefusal.CASE_OWNER_UNKNOWN).with("person", person);
        }
        return person;
    }

    private LocalDate dueOn(String project, @Nullable LocalDate wished, Instant now) {
        return wished == null
                ? OfficeClock.dateOf(now).plusDays(settings.integer(project, CustomerSetting.COMPLAINT_DAYS))
                : wished;
    }

    /// @param said as far as it does not stand in the case itself
    private Step step(Complaint complaint, CaseStepKind kind, Instant at, @Nullable String said) {
        return new Step(complaint.id(), complaint.id(), kind, caller.name(), at, said, null, complaint.dueOn(), null);
    }
}
