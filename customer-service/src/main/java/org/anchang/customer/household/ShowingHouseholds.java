package org.anchang.customer.household;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Customers;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.Texts;
import org.anchang.customer.household.HouseholdResource.HouseholdBuyer;
import org.anchang.customer.household.HouseholdResource.HouseholdBuyers;
import org.anchang.customer.household.HouseholdResource.ShownHousehold;
import org.anchang.customer.household.HouseholdResource.ShownMember;
import org.anchang.customer.phone.KnownPhone;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;

/// A household as people read it: of another's customer no more than who they are to the family and whose
/// they are.
@ApplicationScoped
class ShowingHouseholds {
    private static final Offer DISSOLVE =
            Offer.of(CustomerAction.DISSOLVE, HouseholdResource.class, "dissolveHousehold");
    private static final Offer REMOVE = Offer.of(CustomerAction.REMOVE, HouseholdResource.class, "removeRelative");
    private static final Offer LINK_RELATIVE =
            Offer.of(CustomerAction.LINK_RELATIVE, HouseholdResource.class, "linkRelative");

    @Inject
    Households households;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    Texts texts;

    @Inject
    Looks looks;

    @Inject
    Sealing sealing;

    @Inject
    Settings settings;

    @Inject
    Caller caller;

    ShownHousehold of(Customer customer) {
        var rule = HouseholdOwner.valueOf(settings.text(customer.project(), CustomerSetting.HOUSEHOLD_OWNER));
        var place = households.placeOf(customer.id()).orElse(null);
        if (place == null) {
            return new ShownHousehold(null, customer.project(), rule, List.of(), null, null, List.of(link(customer)));
        }
        var household = households.get(place.household());
        var members = households.of(household.id());
        var known = known(members);
        var names = texts.names(known.keySet());
        var changes = mayChange(customer);
        return new ShownHousehold(
                household.id(),
                household.project(),
                rule,
                members.stream()
                        .map(member -> shown(
                                member,
                                requireNonNull(known.get(member.customer())),
                                names,
                                REMOVE.on(changes && !member.mustStay(members.size()), customer.id(), member.id())))
                        .toList(),
                household.madeBy(),
                household.madeAt(),
                List.of(link(customer), DISSOLVE.on(changes, customer.id())));
    }

    /// CUS-6: each of them is a look.
    HouseholdBuyers buyers(Customer customer) {
        var members = households
                .placeOf(customer.id())
                .map(place -> households.of(place.household()))
                .orElse(List.of());
        var known = known(members);
        var readable = members.stream()
                .filter(member -> inFull(requireNonNull(known.get(member.customer()))))
                .toList();
        var numbers = phones.of(readable.stream().map(HouseholdMember::customer).toList());
        looks.keepAll(readable.stream()
                .map(member -> look(requireNonNull(known.get(member.customer()))))
                .toList());
        return new HouseholdBuyers(readable.stream()
                .map(member -> {
                    var one = requireNonNull(known.get(member.customer()));
                    return new HouseholdBuyer(
                            one.id(),
                            sealing.open(one.identity().name(), SealedIdentity.nameOf(one.id())),
                            numbers.getOrDefault(one.id(), List.of()).stream()
                                    .map(KnownPhone::phone)
                                    .findFirst()
                                    .orElse(null),
                            member.relation());
                })
                .toList());
    }

    private ShownMember shown(HouseholdMember member, Customer customer, Map<UUID, String> names, Action removing) {
        return new ShownMember(
                member.id(),
                customer.id(),
                requireNonNull(names.get(customer.id())),
                member.relation(),
                customer.owner(),
                customer.firstConsultant(),
                caller.scope().covers(customer.project(), customer.owner()),
                member.addedBy(),
                member.addedAt(),
                List.of(removing));
    }

    private Map<UUID, Customer> known(List<HouseholdMember> members) {
        return customers.each(members.stream().map(HouseholdMember::customer).toList(), Function.identity());
    }

    private boolean inFull(Customer customer) {
        return customer.belongsTo(caller.name()) || caller.holds(customer.project(), Role.SITE_MANAGER);
    }

    private Looks.At look(Customer customer) {
        var right = customer.belongsTo(caller.name()) ? Looks.Right.OWNER : Looks.Right.SITE_MANAGER;
        return new Looks.At("customer", customer.id(), customer.project(), right);
    }

    private Action link(Customer customer) {
        return LINK_RELATIVE.on(mayChange(customer), customer.id());
    }

    private boolean mayChange(Customer customer) {
        return customer.belongsTo(caller.name()) && caller.holds(customer.project(), Role.CONSULTANT)
                || caller.holds(customer.project(), Role.SITE_MANAGER, Role.SALES_SUPERVISOR);
    }
}
