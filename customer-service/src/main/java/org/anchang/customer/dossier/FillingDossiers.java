package org.anchang.customer.dossier;

import static java.util.stream.Collectors.toSet;
import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Customers;
import org.anchang.customer.dossier.DossierResource.RecordConsent;
import org.anchang.customer.dossier.DossierValues.Entered;
import org.anchang.customer.dossier.DossierValues.Entry;
import org.anchang.customer.dossier.consent.Consents;
import org.anchang.customer.dossier.consent.Consents.Consent;
import org.anchang.customer.dossier.consent.DossierKeys;
import org.anchang.customer.dossier.consent.Purpose;
import org.anchang.customer.dossier.template.DossierField;
import org.anchang.customer.dossier.template.Template;
import org.anchang.customer.dossier.template.Templates;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.ETags;
import org.anchang.kit.paper.PaperDesk;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// CUS-4, CUS-7: enters what the office learns of a customer, and keeps what the customer agrees to.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FillingDossiers {
    /// Which hold what the dossier says.
    private static final Set<String> PAPERS = Set.of("customer-dossier", "loss-report");

    @Inject
    KnownWell known;

    @Inject
    Customers customers;

    @Inject
    Templates templates;

    @Inject
    DossierValues values;

    @Inject
    Consents consents;

    @Inject
    DossierKeys keys;

    @Inject
    Event<BirthDateEntered> entered;

    @Inject
    PaperDesk papers;

    @Inject
    Settings settings;

    @Inject
    Caller caller;

    /// All of it or nothing. What says the same as before leaves no line.
    Customer enter(UUID id, List<String> ifMatch, List<EnterValue> wishes) {
        var customer = known.get(id);
        var records = customers.records(customer);
        ETags.match(ifMatch, values.locked(customer, records));
        var template = templates.of(customer.project());
        var now = values.of(records);
        var agreed = agreed(records);
        var entries = new ArrayList<Entry>();
        for (var wish : wishes) {
            var field = field(template, wish);
            var before = before(now, field);
            var facts = new EntryPolicy.Facts(before, agreed, caller.holds(customer.project(), Role.SITE_MANAGER));
            var after = EntryPolicy.decide(field, wish, facts);
            if (!Objects.equals(before, after)) {
                entries.add(new Entry(field.key(), field.purpose(), after));
            }
        }
        refuseNamedTwice(wishes);
        if (!entries.isEmpty()) {
            values.write(customer, records, entries);
            entries.stream()
                    .filter(entry -> entry.field().equals(BirthDateEntered.FIELD))
                    .forEach(entry -> entered.fire(BirthDateEntered.of(customer, entry.value())));
        }
        return customer;
    }

    /// What another feature has learned of a field; a field that is hidden says nothing.
    ///
    /// @throws org.anchang.kit.problem.Refused DOSSIER_VALUE_IS_LOCKED
    void learned(Customer customer, String key, String value) {
        var records = customers.records(customer);
        values.locked(customer, records);
        var field = templates.of(customer.project()).field(key).filter(one -> !one.hidden());
        if (field.isEmpty()) {
            return;
        }
        var before = before(values.of(records), field.get());
        var facts = new EntryPolicy.Facts(before, agreed(records), caller.holds(customer.project(), Role.SITE_MANAGER));
        var after = EntryPolicy.decide(field.get(), new EnterValue(key, value, List.of()), facts);
        if (!Objects.equals(before, after)) {
            values.write(customer, records, List.of(new Entry(key, field.get().purpose(), after)));
        }
    }

    /// @throws org.anchang.kit.problem.Refused CONSENT_NEEDED_BY_NOTHING, CONSENT_STANDS_ALREADY
    Customer agree(UUID id, RecordConsent request) {
        var customer = known.get(id);
        var records = customers.records(customer);
        values.locked(customer, records);
        refuseIf(!request.purpose().needsConsent(), CustomerRefusal.CONSENT_NEEDED_BY_NOTHING);
        refuseIf(
                agreed(records).contains(request.purpose()) == request.given(), CustomerRefusal.CONSENT_STANDS_ALREADY);
        consents.record(customer, request.purpose(), request.given(), request.way());
        if (request.given()) {
            keys.renew(records, request.purpose());
        } else {
            keys.withdraw(
                    records,
                    request.purpose(),
                    settings.integer(customer.project(), CustomerSetting.CONSENT_WITHDRAWN_DAYS));
            // What was printed of it is read no more, from now on and for good.
            papers.forget(records, PAPERS);
        }
        values.fill(customer, records);
        return customer;
    }

    private Set<Purpose> agreed(List<UUID> records) {
        return consents.of(records).values().stream()
                .filter(Consent::given)
                .map(Consent::purpose)
                .collect(toSet());
    }

    private static DossierField field(Template template, EnterValue wish) {
        return template.field(wish.field())
                .orElseThrow(() -> refuse(CustomerRefusal.DOSSIER_FIELD_UNKNOWN).with("field", wish.field()));
    }

    private static @Nullable String before(Map<String, Entered> now, DossierField field) {
        var entered = now.get(field.key());
        return entered == null ? null : entered.value();
    }

    private static void refuseNamedTwice(List<EnterValue> wishes) {
        var named = new HashSet<String>();
        for (var wish : wishes) {
            if (!named.add(wish.field())) {
                throw refuse(CustomerRefusal.DOSSIER_FIELD_NAMED_TWICE).with("field", wish.field());
            }
        }
    }
}
