package org.anchang.customer.household;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.finding.SaidCustomers;
import org.anchang.customer.household.HouseholdResource.LinkRelative;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// REC-4: customers are linked as one household, taken out of it, and it ends.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LinkingFamilies {
    @Inject
    Households households;

    @Inject
    Customers customers;

    @Inject
    SaidCustomers said;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CUSTOMER_MISSING, CUSTOMER_NOT_KNOWN,
    ///     RELATED_TO_THEMSELVES,
    ///     IS_OF_THE_HOUSEHOLD, IS_OF_ANOTHER_HOUSEHOLD
    Customer link(UUID id, LinkRelative request) {
        var customer = customers.get(caller.scope(), id);
        var relative = said.said(customer.project(), request.customer(), request.phone());
        refuseIf(relative.id().equals(customer.id()), CustomerRefusal.RELATED_TO_THEMSELVES);
        var place = households.placeOf(relative.id());
        var here = households.placeOf(customer.id());
        if (place.isPresent() && here.isPresent()) {
            throw refuse(
                    place.get().household().equals(here.get().household())
                            ? CustomerRefusal.IS_OF_THE_HOUSEHOLD
                            : CustomerRefusal.IS_OF_ANOTHER_HOUSEHOLD);
        }
        add(customer, relative, HouseholdRelation.valueOf(request.relation().name()));
        return customer;
    }

    /// REC-4: whoever the desk has found as this one's relative. Where both are of households already,
    /// that stays.
    public void met(Customer relative, Customer newcomer, FamilyTie tie) {
        if (!relative.id().equals(newcomer.id())
                && (households.placeOf(newcomer.id()).isEmpty()
                        || households.placeOf(relative.id()).isEmpty())) {
            add(relative, newcomer, HouseholdRelation.valueOf(tie.name()));
        }
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, HEAD_OF_HOUSEHOLD_STAYS
    Customer remove(UUID id, UUID memberId, String reason) {
        var customer = customers.get(caller.scope(), id);
        var member = ofHousehold(customer, memberId);
        var all = households.of(member.household());
        refuseIf(member.mustStay(all.size()), CustomerRefusal.HEAD_OF_HOUSEHOLD_STAYS);
        leave(member, Names.trimmed(reason));
        endIfAlone(member.household());
        return customer;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Customer dissolve(UUID id, String reason) {
        var customer = customers.get(caller.scope(), id);
        var place = households.placeOf(customer.id()).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        end(place.household(), Names.trimmed(reason));
        return customer;
    }

    /// CUS-3: one record has gone into the other, and takes its place in the family along, unless that has
    /// one itself.
    public void merged(UUID goes, UUID stays) {
        var left = households.placeOf(goes).orElse(null);
        if (left == null) {
            return;
        }
        var own = households.placeOf(stays).orElse(null);
        if (own == null) {
            left.goesTo(stays);
            return;
        }
        leave(left, null);
        if (own.household().equals(left.household()) && left.relation() == HouseholdRelation.SELF) {
            own.standsForIt();
        }
        households.flush();
        endIfAlone(left.household());
    }

    /// CUS-3: of two records that become two again nobody can tell whose place in the family it was.
    public void mustBeOfNone(UUID customer) {
        refuseIf(households.placeOf(customer).isPresent(), CustomerRefusal.MERGED_CUSTOMER_IS_OF_A_FAMILY);
    }

    /// One of the two may be of a household; the other goes into it.
    private void add(Customer one, Customer other, HouseholdRelation relation) {
        var place = households.placeOf(one.id()).orElse(null);
        if (place != null) {
            place(place.household(), other, relation.through(place.relation()));
            return;
        }
        var others = households.placeOf(other.id()).orElse(null);
        if (others != null) {
            place(others.household(), one, reversed(relation).through(others.relation()));
            return;
        }
        var household = Household.made(one.project(), caller.name(), clock.instant());
        households.getEntityManager().persist(household);
        place(household.id(), one, HouseholdRelation.SELF);
        place(household.id(), other, relation);
    }

    private void place(UUID household, Customer customer, HouseholdRelation relation) {
        households.persist(
                HouseholdMember.of(households.get(household), customer.id(), relation, caller.name(), clock.instant()));
        households.flush();
    }

    private static HouseholdRelation reversed(HouseholdRelation relation) {
        return switch (relation) {
            case PARENT -> HouseholdRelation.CHILD;
            case CHILD -> HouseholdRelation.PARENT;
            case SELF, SPOUSE, SIBLING, OTHER -> relation;
        };
    }

    private HouseholdMember ofHousehold(Customer customer, UUID memberId) {
        var place = households.placeOf(customer.id()).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        return households.of(place.household()).stream()
                .filter(member -> member.id().equals(memberId))
                .findFirst()
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    private void leave(HouseholdMember member, @Nullable String reason) {
        member.leave(reason, caller.name(), clock.instant(), sealing);
        households.flush();
    }

    private void endIfAlone(UUID household) {
        if (households.of(household).size() < 2) {
            end(household, null);
        }
    }

    private void end(UUID household, @Nullable String reason) {
        households.of(household).forEach(member -> leave(member, null));
        households.get(household).dissolve(reason, caller.name(), clock.instant(), sealing);
        households.flush();
    }
}
