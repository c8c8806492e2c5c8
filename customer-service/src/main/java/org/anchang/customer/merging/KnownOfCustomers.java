package org.anchang.customer.merging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.TreeMap;
import org.anchang.customer.Customer;
import org.anchang.customer.Partner;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.merging.Known.Field;
import org.anchang.kit.name.Names;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// CUS-3: what is known of a customer, opened and put back.
@ApplicationScoped
class KnownOfCustomers {
    @Inject
    Sealing sealing;

    Known of(Customer customer) {
        var values = new TreeMap<Field, @Nullable String>();
        values.put(Field.NAME, sealing.open(customer.identity().name(), SealedIdentity.nameOf(customer.id())));
        values.put(
                Field.GENDER,
                customer.gender() == null ? null : customer.gender().name());
        values.put(Field.CHANNEL, customer.channel().name());
        values.put(Field.SOURCE, customer.source());
        values.put(
                Field.INTRODUCER,
                customer.introducedBy() == null ? null : customer.introducedBy().toString());
        values.put(
                Field.INTENT_GRADE,
                customer.intentGrade() == null ? null : customer.intentGrade().name());
        values.put(Field.NOTE, sealing.openIfAny(customer.note(), Customer.noteOf(customer.id())));
        values.put(Field.FIRST_CONSULTANT, customer.firstConsultant());
        values.put(Field.BROKER, Partner.broker(customer.partner()));
        values.put(Field.REGISTRATION, Partner.registration(customer.partner()));
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
