package org.anchang.customer.showing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.Partner;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.phone.KnownPhone;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.customer.reception.VisitResource;
import org.anchang.customer.showing.ShownCustomer.ShownPhone;
import org.anchang.customer.tag.TagsOfCustomers;
import org.anchang.customer.tag.TagsOfCustomers.TagOfCustomer;
import org.anchang.customer.tracking.FollowUpResource;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OffersByName;
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
    private record Manner(
            boolean isInFull,
            boolean isListed,
            List<KnownPhone> phones,
            List<TagOfCustomer> tags,
            @Nullable Instant lastContact) {}

    private static final String LAST_CONTACT = "SELECT max(at) FROM customer_contact WHERE customer = :customer";

    // What is done with a customer knows how customers are shown, not the other way round: the rest by its name.
    private static final Offer RECEIVE = Offer.of(CustomerAction.RECEIVE, VisitResource.class, "receive");
    private static final Offer FOLLOW_UP = Offer.of(CustomerAction.FOLLOW_UP, FollowUpResource.class, "follow");
    private static final Offer PLAN_FOLLOW_UP = Offer.of(CustomerAction.PLAN_FOLLOW_UP, FollowUpResource.class, "plan");
    private static final Offer HOLD_UNIT = Offer.elsewhere(CustomerAction.HOLD_UNIT, "/api/v1/holds", Role.CONSULTANT);

    @Inject
    OffersByName offers;

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    TagsOfCustomers tags;

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
        var lastContact = lastContact(customer);
        return inFull(customer)
                ? looked(customer, lastContact)
                : new ShownCustomer(
                        customer.id(),
                        customer.project(),
                        null,
                        List.of(),
                        Mask.name(sealing.open(customer.identity().name(), SealedIdentity.nameOf(customer.id()))),
                        phones(customer).stream()
                                .map(known -> Mask.number(known.phone()))
                                .findFirst()
                                .orElse(null),
                        List.of(),
                        List.of(),
                        null,
                        customer.channel(),
                        null,
                        null,
                        null,
                        null,
                        customer.owner(),
                        customer.firstConsultant(),
                        null,
                        null,
                        customer.registeredAt(),
                        null,
                        true,
                        lastContact,
                        List.of(),
                        actions(customer));
    }

    /// The answer to who has just written all of it down, which is no look.
    public ShownCustomer registered(Customer customer) {
        return shown(customer, List.of(), new Manner(inFull(customer), false, phones(customer), tags(customer), null));
    }

    /// CUS-3: when somebody of the office last had to do with the customer.
    public Instant lastContact(Customer customer) {
        return database.sql(LAST_CONTACT).with("customer", customer.id()).one(Instant.class);
    }

    public Page<ShownCustomer> list(Page<Customer> page) {
        var numbers = customers.formerNumbers(page.items());
        var ids = page.items().stream().map(Customer::id).toList();
        var phones = this.phones.of(ids);
        var tags = this.tags.of(ids);
        looks.keepAll(page.items().stream().filter(this::inFull).map(this::look).toList());
        return page.map(customer -> shown(
                customer,
                numbers.getOrDefault(customer.id(), List.of()),
                new Manner(
                        false,
                        true,
                        phones.getOrDefault(customer.id(), List.of()),
                        tags.getOrDefault(customer.id(), List.of()),
                        null)));
    }

    /// @param lastContact of one who was found
    private ShownCustomer looked(Customer customer, @Nullable Instant lastContact) {
        if (inFull(customer)) {
            looks.keep(look(customer));
        }
        var numbers = customers.formerNumbers(List.of(customer)).getOrDefault(customer.id(), List.of());
        return shown(
                customer, numbers, new Manner(inFull(customer), false, phones(customer), tags(customer), lastContact));
    }

    private Looks.At look(Customer customer) {
        var right = customer.belongsTo(caller.name()) ? Looks.Right.OWNER : Looks.Right.SITE_MANAGER;
        return new Looks.At("customer", customer.id(), customer.project(), right);
    }

    /// CUS-6: whether the caller may read all of it.
    public boolean inFull(Customer customer) {
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
                manner.phones().stream()
                        .map(known -> number(known, manner))
                        .findFirst()
                        .orElse(null),
                manner.isListed()
                        ? List.of()
                        : manner.phones().stream()
                                .skip(1)
                                .map(known -> number(known, manner))
                                .toList(),
                manner.isInFull()
                        ? manner.phones().stream()
                                .map(known -> new ShownPhone(
                                        known.id(), known.phone(), known.kind(), retiring(customer, known)))
                                .toList()
                        : List.of(),
                customer.gender(),
                customer.channel(),
                customer.source(),
                Partner.broker(customer.partner()),
                Partner.registration(customer.partner()),
                customer.introducedBy(),
                customer.owner(),
                customer.firstConsultant(),
                customer.intentGrade(),
                yours ? sealing.openIfAny(customer.note(), Customer.noteOf(customer.id())) : null,
                customer.registeredAt(),
                customer.boughtAt(),
                manner.lastContact() != null,
                manner.lastContact(),
                manner.tags(),
                actions(customer));
    }

    private List<KnownPhone> phones(Customer customer) {
        return phones.of(List.of(customer.id())).getOrDefault(customer.id(), List.of());
    }

    private List<TagOfCustomer> tags(Customer customer) {
        return tags.of(List.of(customer.id())).getOrDefault(customer.id(), List.of());
    }

    private static String number(KnownPhone known, Manner manner) {
        return manner.isInFull() ? known.phone() : Mask.number(known.phone());
    }

    private List<Action> retiring(Customer customer, KnownPhone phone) {
        return List.of(offers.of(CustomerAction.RETIRE_PHONE).on(corrects(customer), customer.id(), phone.id()));
    }

    private boolean owns(Customer customer) {
        return customer.belongsTo(caller.name()) && caller.holds(customer.project(), Role.CONSULTANT);
    }

    private boolean corrects(Customer customer) {
        return owns(customer) || caller.holds(customer.project(), Role.SITE_MANAGER);
    }

    private List<Action> actions(Customer customer) {
        var owner = owns(customer);
        var corrects = corrects(customer);
        if (customer.isPooled()) {
            return List.of(
                    offers.of(CustomerAction.CLAIM).to(caller, customer.project(), customer.project()),
                    offers.of(CustomerAction.LOCK_CUSTOMER).to(caller, customer.project()),
                    offers.of(CustomerAction.REASSIGN).to(caller, customer.project(), customer.id()));
        }
        return List.of(
                RECEIVE.to(caller, customer.project()),
                FOLLOW_UP.on(owner),
                offers.of(CustomerAction.CORRECT).on(corrects, customer.id()),
                offers.of(CustomerAction.ADD_PHONE).on(corrects, customer.id()),
                HOLD_UNIT.on(owner),
                PLAN_FOLLOW_UP.on(owner || caller.holds(customer.project(), Role.SALES_SUPERVISOR, Role.SITE_MANAGER)),
                offers.of(CustomerAction.ASK_PROTECTION).on(owner),
                offers.of(CustomerAction.LOCK_CUSTOMER).to(caller, customer.project()),
                offers.of(CustomerAction.GIVE_UP).on(owner),
                offers.of(CustomerAction.FILE_CASE).to(caller, customer.project()),
                offers.of(CustomerAction.REASSIGN).to(caller, customer.project(), customer.id()),
                offers.of(CustomerAction.MERGE).to(caller, customer.project(), customer.id()));
    }
}
