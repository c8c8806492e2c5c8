package org.anchang.customer.care.segment;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.finding.Segments;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// Finds who is meant. Whom a kind means is for the site manager to say; one by one everybody chooses among the
/// customers who are theirs to see (SEC-1).
@ApplicationScoped
public class ChoosingCustomers {
    /// In one command.
    public static final int MOST = 2_000;

    @Inject
    Segments segments;

    @Inject
    Customers customers;

    @Inject
    Attendance attendance;

    @Inject
    Caller caller;

    /// @param one     by one
    /// @param segment where nobody is named
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, ROLE_NOT_ALLOWED, NOBODY_CHOSEN
    public List<Customer> chosen(String project, @Nullable List<UUID> one, @Nullable ChosenSegment segment) {
        var named = one == null ? List.<UUID>of() : one;
        var found = named.isEmpty() && segment != null ? ofKind(project, segment) : oneByOne(project, named);
        refuseIf(found.isEmpty(), CustomerRefusal.NOBODY_CHOSEN);
        return found;
    }

    /// Those of a kind after `after`, in the order of their ids, at most so many; of all in the project.
    public List<UUID> next(String project, ChosenSegment segment, @Nullable UUID after, int most) {
        var among = segment.attended() == null ? null : attendance.of(project, segment.attended());
        return segments.next(
                new Scope(caller.name(), Set.of(project), Set.of()),
                new Segments.Segment(
                        project,
                        segment.owner(),
                        segment.channel(),
                        segment.grade(),
                        segment.bought(),
                        segment.source(),
                        segment.tag(),
                        among),
                after,
                most);
    }

    private List<Customer> ofKind(String project, ChosenSegment segment) {
        refuseUnless(caller.holds(project, Role.SITE_MANAGER), KitRefusal.ROLE_NOT_ALLOWED);
        return customers.each(next(project, segment, null, MOST));
    }

    private List<Customer> oneByOne(String project, List<UUID> ids) {
        var found = new ArrayList<Customer>();
        for (var id : new LinkedHashSet<>(ids)) {
            var customer = customers.get(caller.scope(), id);
            refuseUnless(customer.project().equals(project), KitRefusal.NOT_FOUND);
            if (!found.contains(customer)) {
                found.add(customer);
            }
        }
        return found;
    }
}
