package org.anchang.customer.care.complaint;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.care.complaint.Complaint.ComplaintState;
import org.anchang.customer.care.complaint.ComplaintResource.ComplaintStep;
import org.anchang.customer.care.complaint.ComplaintResource.ShownComplaint;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.page.Page;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Sealing;

/// SEC-1, CUS-6: opens what the caller may read of cases: their owner and the site manager all, which is kept as
/// a look; others neither name nor text.
@ApplicationScoped
class ShowingComplaints {
    private static final Offer ANSWER = Offer.of(CustomerAction.ANSWER, ComplaintResource.class, "answerComplaint");
    private static final Offer RATE = Offer.of(CustomerAction.RATE, ComplaintResource.class, "rateComplaint");
    private static final Offer HAND_OVER =
            Offer.of(CustomerAction.HAND_OVER, ComplaintResource.class, "handOverComplaint");

    @Inject
    Customers customers;

    @Inject
    Steps steps;

    @Inject
    Sealing sealing;

    @Inject
    Looks looks;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// The answer to who has just written it, which is no look.
    ShownComplaint written(Complaint complaint) {
        return shown(complaint, names(List.of(complaint)), steps.of(complaint.id(), isYours(complaint)));
    }

    ShownComplaint one(Complaint complaint) {
        if (isYours(complaint)) {
            looks.keep(look(complaint));
        }
        return shown(complaint, names(List.of(complaint)), steps.of(complaint.id(), isYours(complaint)));
    }

    Page<ShownComplaint> list(Page<Complaint> page) {
        looks.keepAll(
                page.items().stream().filter(this::isYours).map(this::look).toList());
        var names = names(page.items());
        return page.map(complaint -> shown(complaint, names, List.of()));
    }

    private boolean isYours(Complaint complaint) {
        return complaint.owner().equals(caller.name()) || caller.holds(complaint.project(), Role.SITE_MANAGER);
    }

    private Looks.At look(Complaint complaint) {
        var right = complaint.owner().equals(caller.name()) ? Looks.Right.OWNER : Looks.Right.SITE_MANAGER;
        return new Looks.At("complaint", complaint.id(), complaint.project(), right);
    }

    private ShownComplaint shown(Complaint complaint, Map<UUID, String> names, List<ComplaintStep> done) {
        var reads = isYours(complaint);
        var name = name(complaint, names);
        return new ShownComplaint(
                complaint.id(),
                complaint.project(),
                complaint.kind(),
                complaint.way(),
                complaint.customer(),
                reads ? name : Mask.name(name),
                reads ? sealing.openIfAny(complaint.phone(), complaint.place("phone")) : null,
                reads ? sealing.open(complaint.body(), complaint.place("body")) : null,
                complaint.owner(),
                complaint.dueOn(),
                complaint.state(),
                complaint.isEscalated(clock.today()),
                complaint.openedBy(),
                complaint.openedAt(),
                reads ? sealing.openIfAny(complaint.answer(), complaint.place("answer")) : null,
                complaint.answeredBy(),
                complaint.answeredAt(),
                complaint.satisfaction(),
                done,
                actions(complaint));
    }

    private String name(Complaint complaint, Map<UUID, String> names) {
        if (complaint.personName() != null) {
            return sealing.open(complaint.personName(), complaint.place("person_name"));
        }
        var known = complaint.customer() == null ? null : names.get(complaint.customer());
        if (known == null) {
            throw refuse(KitRefusal.NOT_FOUND);
        }
        return known;
    }

    private Map<UUID, String> names(List<Complaint> complaints) {
        var ids = complaints.stream()
                .map(Complaint::customer)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return customers.each(ids, this::name);
    }

    private String name(Customer customer) {
        return sealing.open(customer.identity().name(), SealedIdentity.nameOf(customer.id()));
    }

    private List<Action> actions(Complaint complaint) {
        if (complaint.state() == ComplaintState.CLOSED) {
            return List.of();
        }
        var yours = isYours(complaint) && caller.holds(complaint.project(), Role.CONSULTANT, Role.SITE_MANAGER);
        return List.of(
                ANSWER.on(yours, complaint.id()),
                RATE.on(yours && complaint.state() == ComplaintState.ANSWERED, complaint.id()),
                HAND_OVER.on(yours, complaint.id()));
    }
}
