package org.anchang.customer.merging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.TreeMap;
import org.anchang.customer.Customer;
import org.anchang.customer.Partner;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.merging.Known.KnownField;
import org.anchang.kit.name.Names;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// CUS-3: what is known of a customer, opened and put back.
@ApplicationScoped
class KnownOfCustomers {
    @Inject
    Sealing sealing;

    Known of(Customer customer) {
        var values = new TreeMap<KnownField, @Nullable String>();
        values.put(KnownField.NAME, sealing.open(customer.identity().name(), SealedIdentity.nameOf(customer.id())));
        values.put(
                KnownField.GENDER,
                customer.gender() == null ? null : customer.gender().name());
        values.put(KnownField.CHANNEL, customer.channel().name());
        values.put(KnownField.SOURCE, customer.source());
        values.put(
                KnownField.INTRODUCER,
                customer.introducedBy() == null ? null : customer.introducedBy().toString());
        values.put(
                KnownField.INTENT_GRADE,
                customer.intentGrade() == null ? null : customer.intentGrade().name());
        values.put(KnownField.NOTE, sealing.openIfAny(customer.note(), Customer.noteOf(customer.id())));
        values.put(KnownField.FIRST_CONSULTANT, customer.firstConsultant());
        values.put(KnownField.BROKER, Partner.broker(customer.partner()));
        values.put(KnownField.REGISTRATION, Partner.registration(customer.partner()));
        return new Known(values);
    }

    void putBack(Customer customer, Known known) {
        var isCalledSo = of(customer).name().equals(known.name());
        customer.beAgain(
                isCalledSo
                        ? customer.identity()
                        : new SealedIdentity(
                                sealing.seal(known.name(), SealedIdentity.nameOf(customer.id())),
                                sealing.fingerprint(Names.key(known.name()))),
                new Customer.Origin(
                        known.channel(),
                        known.source(),
                        known.introducer(),
                        known.gender(),
                        sealing.sealIfAny(known.note(), Customer.noteOf(customer.id())),
                        known.partner()),
                known.grade(),
                known.firstConsultant());
    }
}
