package org.anchang.customer.call;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.call.CallResource.LogCall;
import org.anchang.customer.call.CallResource.MakeCustomer;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.customer.registration.RegisteringCustomer;
import org.anchang.customer.registration.RegisteringCustomer.Contact;
import org.anchang.customer.registration.RegistrationResource.RegisterCustomer;
import org.anchang.customer.roster.Roster;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.seal.SealedJson;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// TEL-1: writes calls down, and makes customers of them. A phone that the project knows finds its customer at once.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LoggingCalls {
    @Inject
    PhoneCalls calls;

    @Inject
    MissedCalls missed;

    @Inject
    AdvertisingDays days;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    RegisteringCustomer registering;

    @Inject
    Roster roster;

    @Inject
    Sealing sealing;

    @Inject
    SealedJson json;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    PhoneCall log(LogCall request) {
        caller.mustBeBoundTo(request.project());
        roster.meetCaller(request.project());
        var now = clock.instant();
        var end = request.endedAt() == null ? now : request.endedAt();
        refuseIf(end.isAfter(now), CustomerRefusal.CALL_HAS_NOT_ENDED);
        var phone = Optional.ofNullable(Names.seen(request.phone())).map(Phone::of);
        var call = PhoneCall.logged(
                new PhoneCall.Taken(request.project(), caller.name(), end.minusSeconds(request.seconds()), end),
                new PhoneCall.Conversation(
                        Names.seen(request.callerName()),
                        phone.map(Phone::digits).orElse(null),
                        Names.seen(request.address()),
                        Names.seen(request.intent()),
                        Names.seen(request.source()),
                        request.questions(),
                        Names.seen(request.note())),
                days.limits(request.project(), OfficeClock.dateOf(end)),
                sealing,
                json);
        calls.log(call);
        phone.flatMap(one -> customerWith(request.project(), one)).ifPresent(customer -> belongs(call, customer, now));
        if (request.missedCall() != null) {
            missed.wasCalledBack(caller.scope(), request.missedCall(), now);
        }
        return calls.get(caller.scope(), call.id());
    }

    /// CUS-1, CUS-3: nothing of the call has to be written a second time.
    Contact makeCustomer(UUID id, MakeCustomer request) {
        var call = calls.get(caller.scope(), id);
        refuseIf(call.customer() != null, CustomerRefusal.CALL_IS_SOMEBODYS);
        var contact = registering.contact(new RegisterCustomer(
                call.project(),
                orOf(request.name(), call, "caller_name", call.callerName(), CustomerRefusal.CALLER_HAS_NO_NAME),
                orOf(request.phone(), call, "phone", call.phone(), CustomerRefusal.CALLER_HAS_NO_PHONE),
                request.introducedBy() == null ? Channel.PHONE_IN : Channel.REFERRAL,
                null,
                request.introducedBy(),
                request.gender(),
                request.owner(),
                request.note(),
                null,
                null));
        belongs(call, contact.customer(), clock.instant());
        return contact;
    }

    /// CUS-1, TEL-1: the caller has come: whose call it is, or the customer that the call becomes now, who
    /// is the
    /// consultant's who took it.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CALLER_HAS_NO_NAME, CALLER_HAS_NO_PHONE
    public Customer callerOf(UUID id, MakeCustomer request) {
        var call = calls.get(caller.scope(), id);
        if (call.customer() != null) {
            return customers.anyOf(call.project(), call.customer());
        }
        var taken = roster.isConsultant(new Roster.Worker(call.project(), call.takenBy()));
        var owner = request.owner() == null && taken ? call.takenBy() : request.owner();
        return makeCustomer(
                        id,
                        new MakeCustomer(
                                request.name(),
                                request.phone(),
                                request.introducedBy(),
                                request.gender(),
                                owner,
                                request.note()))
                .customer();
    }

    /// CUS-3: the one whose phone it is, by the record that stands for them now.
    Optional<Customer> customerWith(String project, Phone phone) {
        return phones.customersWith(phone).stream()
                .flatMap(one -> customers.standing(one).stream())
                .filter(customer -> customer.project().equals(project))
                .findFirst();
    }

    private void belongs(PhoneCall call, Customer customer, Instant now) {
        outbox.append(calls.isOf(call, customer, caller.name(), now));
    }

    private String orOf(
            @Nullable String said, PhoneCall call, String column, @Nullable String sealed, CustomerRefusal missing) {
        return Optional.ofNullable(Names.seen(said))
                .or(() -> Optional.ofNullable(sealing.openIfAny(sealed, call.place(column))))
                .orElseThrow(() -> refuse(missing));
    }
}
