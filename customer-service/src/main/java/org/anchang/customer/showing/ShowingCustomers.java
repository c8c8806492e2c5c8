package org.anchang.customer.showing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.SealedIdentity;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.page.Page;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// SEC-1, CUS-6: opens what the caller may read of a customer, and no more.
@ApplicationScoped
public class ShowingCustomers {
    /// How a customer is shown.
    ///
    /// @param others the records that went into it
    private record Manner(
            boolean phonesInFull,
            List<Customer> others,
            @Nullable Instant lastContact) {}

    private static final String LAST_CONTACT = "SELECT max(at) FROM customer_contact WHERE customer = :customer";

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    Sealing sealing;

    @Inject
    Looks looks;

    @Inject
    Caller caller;

    /// In full for the owner and the site manager, which is kept as a look (CUS-6).
    public ShownCustomer one(Customer customer) {
        return looked(customer, null);
    }

    /// CUS-3: the customer who was there before, whose it is, and when the office last had to do with them.
    /// SEC-1: of another consultant's customer no more than that: neither how much they want to buy, nor
    /// whether they have.
    public ShownCustomer alreadyKnown(Customer customer) {
        var lastContact =
                database.sql(LAST_CONTACT).with("customer", customer.id()).one(Instant.class);
        return inFull(customer)
                ? looked(customer, lastContact)
                : new ShownCustomer(
                        customer.id(),
                        customer.project(),
                        null,
                        List.of(),
                        Mask.name(sealing.open(customer.identity().name(), SealedIdentity.nameOf(customer.id()))),
                        Mask.number(sealing.open(customer.identity().phone(), SealedIdentity.phoneOf(customer.id()))),
                        List.of(),
                        null,
                        customer.channel(),
                        null,
                        customer.owner(),
                        customer.firstConsultant(),
                        null,
                        null,
                        customer.registeredAt(),
                        null,
                        true,
                        lastContact,
                        actions(customer));
    }

    /// The answer to who has just written all of it down, which is no look.
    public ShownCustomer registered(Customer customer) {
        return shown(customer, List.of(), new Manner(inFull(customer), List.of(), null));
    }

    public Page<ShownCustomer> list(Page<Customer> page) {
        var numbers = customers.formerNumbers(page.items());
        var masked = new Manner(false, List.of(), null);
        looks.keepAll(page.items().stream().filter(this::inFull).map(this::look).toList());
        return page.map(customer -> shown(customer, numbers.getOrDefault(customer.id(), List.of()), masked));
    }

    /// @param lastContact of one who was found
    private ShownCustomer looked(Customer customer, @Nullable Instant lastContact) {
        if (inFull(customer)) {
            looks.keep(look(customer));
        }
        var numbers = customers.formerNumbers(List.of(customer)).getOrDefault(customer.id(), List.of());
        return shown(customer, numbers, new Manner(inFull(customer), customers.mergedInto(customer), lastContact));
    }

    private Looks.At look(Customer customer) {
        var right = customer.belongsTo(caller.name()) ? Looks.Right.OWNER : Looks.Right.SITE_MANAGER;
        return new Looks.At("customer", customer.id(), customer.project(), right);
    }

    private boolean inFull(Customer customer) {
        return customer.belongsTo(caller.name()) || caller.holds(customer.project(), Role.SITE_MANAGER);
    }

    private ShownCustomer shown(Customer customer, List<String> formerNumbers, Manner manner) {
        var name = sealing.open(customer.identity().name(), SealedIdentity.nameOf(customer.id()));
        var yours = inFull(customer);
        return new ShownCustomer(
                customer.id(),
                customer.project(),
                customer.number(),
                formerNumbers,
                yours ? name : Mask.name(name),
                phone(customer, manner),
                manner.others().stream()
                        .map(other -> phone(other, manner))
                        .distinct()
                        .toList(),
                customer.gender(),
                customer.channel(),
                customer.introducedBy(),
                customer.owner(),
                customer.firstConsultant(),
                customer.intentGrade(),
                yours ? sealing.openIfAny(customer.note(), Customer.noteOf(customer.id())) : null,
                customer.registeredAt(),
                customer.boughtAt(),
                manner.lastContact() != null,
                manner.lastContact(),
                actions(customer));
    }

    private String phone(Customer customer, Manner manner) {
        var phone = sealing.open(customer.identity().phone(), SealedIdentity.phoneOf(customer.id()));
        return manner.phonesInFull() ? phone : Mask.number(phone);
    }

    private List<Action> actions(Customer customer) {
        var owner = customer.belongsTo(caller.name()) && caller.holds(customer.project(), Role.CONSULTANT);
        if (customer.isPooled()) {
            return List.of(
                    Action.post(
                            CustomerAction.CLAIM,
                            "/api/v1/pool/" + customer.project() + "/claims",
                            caller.holds(customer.project(), Role.CONSULTANT),
                            Role.CONSULTANT),
                    reassign(customer));
        }
        return List.of(
                Action.post(
                        CustomerAction.RECEIVE,
                        "/api/v1/visits",
                        caller.holds(customer.project(), Role.CONSULTANT),
                        Role.CONSULTANT),
                Action.post(CustomerAction.FOLLOW_UP, "/api/v1/follow-ups", owner, Role.CONSULTANT),
                Action.post(CustomerAction.HOLD_UNIT, "/api/v1/holds", owner, Role.CONSULTANT),
                Action.post(
                        CustomerAction.PLAN_FOLLOW_UP,
                        "/api/v1/follow-ups/plans",
                        owner || caller.holds(customer.project(), Role.SALES_SUPERVISOR, Role.SITE_MANAGER),
                        Role.CONSULTANT,
                        Role.SALES_SUPERVISOR,
                        Role.SITE_MANAGER),
                Action.post(CustomerAction.GIVE_UP, "/api/v1/losses", owner, Role.CONSULTANT),
                reassign(customer),
                Action.post(
                        CustomerAction.MERGE,
                        "/api/v1/customers/" + customer.id() + "/merges",
                        caller.holds(customer.project(), Role.SITE_MANAGER),
                        Role.SITE_MANAGER));
    }

    private Action reassign(Customer customer) {
        return Action.post(
                CustomerAction.REASSIGN,
                "/api/v1/customers/" + customer.id() + "/reassignments",
                caller.holds(customer.project(), Role.SALES_SUPERVISOR, Role.SITE_MANAGER),
                Role.SALES_SUPERVISOR,
                Role.SITE_MANAGER);
    }
}
