package org.anchang.customer.correction;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.Partner;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.correction.Correction.Change;
import org.anchang.customer.correction.Correction.CorrectedField;
import org.anchang.customer.correction.Correction.Word;
import org.anchang.customer.correction.CorrectionResource.CorrectCustomer;
import org.anchang.customer.finding.NameTokens;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.customer.source.Sources;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.page.ETags;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// CUS-10: puts right what is known of a person, keeps what was known before, and tells a new name, and how they came,
/// to whoever keeps it.
@ApplicationScoped
class CorrectingCustomers {
    @Inject
    Corrections corrections;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    Sources sources;

    @Inject
    NameTokens names;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    /// @param ifMatch the version that the caller has read
    @Transactional(Transactional.TxType.MANDATORY)
    Customer correct(UUID id, List<String> ifMatch, CorrectCustomer request) {
        var customer = customers.get(caller.scope(), id);
        ETags.match(ifMatch, customer.version());
        var right = new Particulars(
                Names.trimmed(request.name()),
                request.gender(),
                request.channel(),
                source(customer, request.source()),
                introducer(customer, request),
                note(request.note()),
                Partner.of(request.broker(), request.registration()));
        var changes = known(customer).changesTo(right);
        customer.correct(
                new SealedIdentity(
                        sealing.seal(right.name(), SealedIdentity.nameOf(customer.id())),
                        sealing.fingerprint(Names.key(right.name()))),
                new Customer.Origin(
                        right.channel(),
                        right.source(),
                        request.introducedBy(),
                        right.gender(),
                        sealing.sealIfAny(right.note(), Customer.noteOf(customer.id())),
                        right.partner()));
        customers.flush();
        var word = word(request.reason());
        corrections.keep(customer, changes, word);
        if (changes.stream().anyMatch(change -> change.field() == CorrectedField.NAME)) {
            names.called(customer);
        }
        if (changes.stream().anyMatch(change -> change.field().isTold())) {
            outbox.append(customer.called(sealing, word.at()));
        }
        return customer;
    }

    /// CUS-10: a further phone, or the first of somebody who had none.
    ///
    /// @throws org.anchang.kit.problem.Refused PHONE_NOT_UNDERSTOOD, PHONE_IS_KNOWN_ALREADY, PHONE_IS_ANOTHERS
    @Transactional(Transactional.TxType.MANDATORY)
    Customer add(UUID id, String phone, String reason) {
        var customer = changing(id);
        var word = word(reason);
        var before = phones.whose(customer.project(), Phone.of(phone));
        var whose =
                customers.anyOf(customer.project(), before.orElseGet(() -> phones.take(holder(customer, word), phone)));
        if (!whose.id().equals(customer.id())) {
            throw refuse(CustomerRefusal.PHONE_IS_ANOTHERS).with("owner", whose.owner());
        }
        refuseIf(before.isPresent(), CustomerRefusal.PHONE_IS_KNOWN_ALREADY);
        corrections.keep(customer, List.of(new Change(CorrectedField.PHONE, null, KnownPhones.shown(phone))), word);
        return customer;
    }

    /// CUS-10: a number that is wrong, or not the customer's any more.
    @Transactional(Transactional.TxType.MANDATORY)
    Customer retire(UUID id, UUID phone, String reason) {
        var customer = changing(id);
        var word = word(reason);
        var number = phones.retire(holder(customer, word), phone);
        corrections.keep(customer, List.of(new Change(CorrectedField.PHONE, number, null)), word);
        return customer;
    }

    /// Phones are part of what is known of somebody, and two changes of it come one after the other.
    private Customer changing(UUID id) {
        var customer = customers.get(caller.scope(), id);
        customers.getEntityManager().lock(customer, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        return customer;
    }

    Particulars known(Customer customer) {
        return new Particulars(
                sealing.open(customer.identity().name(), SealedIdentity.nameOf(customer.id())),
                customer.gender(),
                customer.channel(),
                customer.source(),
                number(customer.introducedBy()),
                sealing.openIfAny(customer.note(), Customer.noteOf(customer.id())),
                customer.partner());
    }

    /// REC-5: a referral names who brought the customer, another customer of the project.
    private @Nullable String introducer(Customer customer, CorrectCustomer request) {
        var by = request.introducedBy();
        refuseIf(request.channel() == Channel.REFERRAL && by == null, CustomerRefusal.INTRODUCER_MISSING);
        if (by == null) {
            return null;
        }
        return customers
                .standing(by)
                .filter(one ->
                        one.project().equals(customer.project()) && !one.id().equals(customer.id()))
                .map(Customer::number)
                .orElseThrow(() -> refuse(CustomerRefusal.INTRODUCER_UNKNOWN));
    }

    /// One that was retired meanwhile stays where it is.
    private @Nullable String source(Customer customer, @Nullable String chosen) {
        return Objects.equals(chosen, customer.source()) ? chosen : sources.chosen(customer.project(), chosen);
    }

    private @Nullable String number(@Nullable UUID introducer) {
        return introducer == null ? null : customers.named(introducer).number();
    }

    private static @Nullable String note(@Nullable String written) {
        return written == null || Names.isUnseen(written) ? null : written;
    }

    private Word word(String reason) {
        return new Word(reason, caller.name(), clock.instant());
    }

    private static KnownPhones.Holder holder(Customer customer, Word word) {
        return new KnownPhones.Holder(customer.project(), customer.id(), word.by(), word.at());
    }
}
