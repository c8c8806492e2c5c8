package org.anchang.customer.registration;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.anchang.customer.Channel;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Customers;
import org.anchang.customer.NumberSeries;
import org.anchang.customer.Numbers;
import org.anchang.customer.Partner;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.finding.NameTokens;
import org.anchang.customer.phone.HiddenPhone;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.customer.region.Regions;
import org.anchang.customer.registration.RegistrationResource.RegisterCustomer;
import org.anchang.customer.roster.Roster;
import org.anchang.customer.showing.ShowingCustomers;
import org.anchang.customer.showing.ShownCustomer;
import org.anchang.customer.source.Sources;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Asking;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.inbox.Awaiting;
import org.anchang.kit.name.Names;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;
import org.jboss.resteasy.reactive.RestResponse;

/// CUS-1, CUS-2, CUS-3, REC-5: makes a customer of a contact, or finds that the office knows them.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RegisteringCustomer {
    /// @param isNew whether this registration made the customer
    public record Contact(Customer customer, boolean isNew) {}

    @Inject
    Asking asking;

    @Inject
    Awaiting awaiting;

    @Inject
    ShowingCustomers showing;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    Sources sources;

    @Inject
    NameTokens names;

    @Inject
    Numbers numbers;

    @Inject
    Roster roster;

    @Inject
    Regions regions;

    @Inject
    Settings settings;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// CUS-2: a project that was opened a moment ago is heard of in a moment.
    @Transactional(Transactional.TxType.NEVER)
    public void hearOf(String project) {
        caller.mustBeBoundTo(project);
        awaiting.until(() -> asking.before(() -> region(project).isPresent()));
    }

    @Transactional(Transactional.TxType.NEVER)
    RestResponse<ShownCustomer> register(RegisterCustomer request) {
        hearOf(request.project());
        return asking.carryOut(() -> {
            var found = contact(request);
            return found.isNew()
                    ? RestResponse.status(RestResponse.Status.CREATED, showing.registered(found.customer()))
                    : RestResponse.ok(showing.alreadyKnown(found.customer()));
        });
    }

    /// For a command that makes a customer of something else, e.g. a call (TEL-1).
    public Contact contact(RegisterCustomer request) {
        return contact(request, () -> consultantFor(request));
    }

    /// REC-2, REC-5: a visitor whom the queue has given to a consultant, whose customer they are from now on.
    ///
    /// @return the customer, whom the office may have known all along
    public Customer visitorOf(String consultant, RegisterCustomer request) {
        return contact(request, () -> consultant).customer();
    }

    private Contact contact(RegisterCustomer request, Supplier<String> consultantFor) {
        caller.mustBeBoundTo(request.project());
        roster.meetCaller(request.project());
        var id = Ids.next();
        var holder = holder(request, id);
        if (!holder.equals(id)) {
            return new Contact(customers.anyOf(request.project(), holder), false);
        }
        var consultant = consultantFor.get();
        roster.mustStay(new Roster.Worker(request.project(), consultant));
        var series = seriesOf(regionOf(request.project()), request.name());
        var customer = Customer.registered(new Customer.Registration(
                id,
                request.project(),
                numbers.next(series),
                new SealedIdentity(
                        sealing.seal(Names.trimmed(request.name()), SealedIdentity.nameOf(id)),
                        sealing.fingerprint(Names.key(request.name()))),
                new Customer.Origin(
                        request.channel(),
                        sources.chosen(request.project(), request.source()),
                        request.introducedBy(),
                        request.gender(),
                        sealing.sealIfAny(request.note(), Customer.noteOf(id)),
                        Partner.of(request.broker(), request.registration())),
                consultant,
                caller.name(),
                clock.instant()));
        customers.persistAndFlush(customer);
        numbers.keep(List.of(customer), customer.registeredAt());
        names.called(customer);
        outbox.append(customer.registration(sealing));
        return new Contact(customer, true);
    }

    /// CUS-3: whose the phone is, `id` if it is nobody's; CUS-10: who has given none is somebody of their own.
    private UUID holder(RegisterCustomer request, UUID id) {
        var written = request.phone();
        if (written == null) {
            return id;
        }
        if (Phone.in(written).isEmpty()) {
            var hidden = HiddenPhone.in(written);
            if (hidden.isPresent()) {
                return phones.whoseIs(request.project(), hidden.get());
            }
        }
        return phones.take(new KnownPhones.Holder(request.project(), id, caller.name(), clock.instant()), written);
    }

    /// CUS-2: the series of a name's numbers.
    public static NumberSeries seriesOf(String region, String name) {
        return new NumberSeries(region, NameInitials.of(name));
    }

    /// CUS-2: the region in which the project was opened, or what the office has set instead.
    ///
    /// @throws org.anchang.kit.problem.Refused PROJECT_NOT_KNOWN_YET
    public String regionOf(String project) {
        return region(project).orElseThrow(() -> refuse(CustomerRefusal.PROJECT_NOT_KNOWN_YET));
    }

    private Optional<String> region(String project) {
        return settings.chosen(project, CustomerSetting.REGION_INITIALS)
                .or(() -> regions.of(project).map(NameInitials::of));
    }

    /// REC-5: whom somebody brought belongs to the introducer's first consultant; REC-2: others to the consultant who
    /// registers them, or whom the site manager names.
    private String consultantFor(RegisterCustomer request) {
        refuseIf(
                request.channel() == Channel.REFERRAL && request.introducedBy() == null,
                CustomerRefusal.INTRODUCER_MISSING);
        if (request.introducedBy() != null) {
            var introducer = introducer(request.project(), request.introducedBy());
            // TRK-7, CUS-8: who has left gets nobody any more, and some have had no consultant yet.
            return Stream.of(introducer.firstConsultant(), introducer.owner())
                    .filter(person -> roster.isConsultant(new Roster.Worker(request.project(), person)))
                    .findFirst()
                    .orElseGet(() -> namedOwner(request));
        }
        return namedOwner(request);
    }

    private Customer introducer(String project, UUID id) {
        return customers
                .standing(id)
                .filter(customer -> customer.project().equals(project))
                .orElseThrow(() -> refuse(CustomerRefusal.INTRODUCER_UNKNOWN));
    }

    private String namedOwner(RegisterCustomer request) {
        var owner = request.owner();
        if (owner == null) {
            refuseUnless(caller.holds(request.project(), Role.CONSULTANT), CustomerRefusal.OWNER_MISSING);
            return caller.name();
        }
        refuseUnless(
                owner.equals(caller.name()) || caller.holds(request.project(), Role.SITE_MANAGER),
                CustomerRefusal.OWNER_IS_NOT_YOURS_TO_CHOOSE);
        return owner;
    }
}
