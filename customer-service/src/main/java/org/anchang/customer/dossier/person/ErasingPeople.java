package org.anchang.customer.dossier.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.dossier.DossierValues;
import org.anchang.customer.dossier.consent.Consents;
import org.anchang.customer.dossier.consent.Consents.ConsentWay;
import org.anchang.customer.dossier.consent.DossierKeys;
import org.anchang.customer.finding.NameTokens;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.paper.PaperDesk;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;

/// CUS-7: a person asks to be forgotten. The keys of the dossier are shredded, with which all of it is gone, from
/// history and copies too; other texts are written over where nothing says that they stay; name and phones go
/// unless the person bought.
@ApplicationScoped
class ErasingPeople {
    /// What a person is called who is not known any more.
    private static final String NOBODY = "已注销客户";

    private static final String KEEP = """
            INSERT INTO person_erasure (id, project, customer, reason, erased_by, erased_at)
            VALUES (:id, :project, :customer, :reason, :by, :at)""";

    @Inject
    Customers customers;

    @Inject
    PersonalData data;

    @Inject
    DossierKeys keys;

    @Inject
    DossierValues values;

    @Inject
    Consents consents;

    @Inject
    PaperDesk papers;

    @Inject
    NameTokens names;

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @Transactional(Transactional.TxType.MANDATORY)
    Customer erase(UUID id, String reason) {
        var customer = customers.get(caller.scope(), id);
        var records = customers.records(customer);
        var isBuyer = data.isBuyer(customer);
        keys.shredAll(records);
        values.empty(customer, records);
        papers.forget(records);
        consents.of(records).values().stream()
                .filter(Consents.Consent::given)
                .forEach(one -> consents.record(customer, one.purpose(), false, ConsentWay.IN_WRITING));
        for (var feature : data.sorted()) {
            var held = feature.held();
            if (held.erasing() != null && (held.stays() != Held.Stays.TEN_YEARS || !isBuyer)) {
                data.rows(held, records).forEach(row -> writeOver(held, held.erasing(), row.id()));
            }
        }
        for (var record : isBuyer ? List.<UUID>of() : records) {
            forget(customers.findById(record));
        }
        var line = Ids.next();
        database.sql(KEEP)
                .with("id", line)
                .with("project", customer.project())
                .with("customer", customer.id())
                .with("reason", sealing.seal(Names.trimmed(reason), new Place("person_erasure", "reason", line)))
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        return customer;
    }

    private void writeOver(Held held, String erasing, UUID row) {
        var instead = new HashMap<String, Object>();
        held.instead()
                .forEach((column, text) ->
                        instead.put(column, sealing.seal(text, new Place(held.table(), column, row))));
        database.sql(erasing).with(instead).with("id", row).write();
    }

    /// Its number, and by whom and when it was registered, stay: they say nothing of the person.
    private void forget(Customer record) {
        record.correct(
                new SealedIdentity(
                        sealing.seal(NOBODY, SealedIdentity.nameOf(record.id())),
                        sealing.fingerprint(Names.key(NOBODY))),
                new Customer.Origin(
                        record.channel(), record.source(), record.introducedBy(), null, null, record.partner()));
        customers.flush();
        names.called(record);
        outbox.append(record.called(sealing, clock.instant()));
    }
}
