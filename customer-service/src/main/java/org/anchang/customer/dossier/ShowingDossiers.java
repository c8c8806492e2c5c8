package org.anchang.customer.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.Texts;
import org.anchang.customer.dossier.DossierResource.DossierOfCustomer;
import org.anchang.customer.dossier.DossierResource.FieldOfDossier;
import org.anchang.customer.dossier.DossierResource.ShownConsent;
import org.anchang.customer.dossier.DossierValues.Entered;
import org.anchang.customer.dossier.consent.Consents;
import org.anchang.customer.dossier.consent.Consents.Consent;
import org.anchang.customer.dossier.consent.DossierKeys;
import org.anchang.customer.dossier.consent.Purpose;
import org.anchang.customer.dossier.template.DossierField;
import org.anchang.customer.dossier.template.FieldType;
import org.anchang.customer.dossier.template.Template;
import org.anchang.customer.dossier.template.Templates;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OffersByName;
import org.anchang.kit.identity.Caller;
import org.jspecify.annotations.Nullable;

/// CUS-4: a dossier as the customer's owner and the site manager read it, which is kept as a look (CUS-6).
@ApplicationScoped
class ShowingDossiers {
    private static final Offer FILL_DOSSIER =
            Offer.of(CustomerAction.FILL_DOSSIER, DossierResource.class, "fillDossier");
    private static final Offer RECORD_CONSENT =
            Offer.of(CustomerAction.RECORD_CONSENT, DossierResource.class, "recordConsent");

    @Inject
    OffersByName offers;

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
    KnownPhones phones;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    DossierOfCustomer one(Customer customer) {
        texts.of(customer);
        return shown(customer);
    }

    /// To who has just written it, which is no look.
    DossierOfCustomer written(Customer customer) {
        return shown(customer);
    }

    private DossierOfCustomer shown(Customer customer) {
        var records = customers.records(customer);
        var template = templates.of(customer.project());
        var now = values.of(records);
        var agreed = consents.of(records);
        var fields = template.shown().stream()
                .map(field -> shown(field, customer, now.get(field.key())))
                .toList();
        var filled = fields.stream().filter(FieldOfDossier::saysSomething).count();
        return new DossierOfCustomer(
                customer.id(),
                customer.project(),
                values.version(records),
                template.version(),
                Completeness.percent(filled, fields.size()),
                Math.toIntExact(filled),
                missing(template, fields),
                fields,
                consents(agreed, keys.due(records)),
                actions(customer));
    }

    private FieldOfDossier shown(DossierField field, Customer customer, @Nullable Entered entered) {
        if (field.kept() != null) {
            return new FieldOfDossier(field, kept(field.kept(), customer), List.of(), null, null);
        }
        var value = entered == null ? null : entered.value();
        if (entered == null || value == null) {
            return new FieldOfDossier(field, null, List.of(), null, null);
        }
        var isMany = field.type() == FieldType.MANY_OF;
        return new FieldOfDossier(
                field,
                isMany ? null : value,
                isMany ? List.of(value.split(",")) : List.of(),
                entered.setBy(),
                entered.setAt());
    }

    private @Nullable String kept(DossierField.KeptWithCustomer where, Customer customer) {
        return switch (where) {
            case GENDER -> customer.gender() == null ? null : customer.gender().name();
            case PHONE ->
                phones.of(List.of(customer.id())).getOrDefault(customer.id(), List.of()).stream()
                        .map(known -> known.phone())
                        .findFirst()
                        .orElse(null);
        };
    }

    private static int missing(Template template, List<FieldOfDossier> fields) {
        var filled = new HashSet<String>();
        fields.stream()
                .filter(FieldOfDossier::saysSomething)
                .forEach(one -> filled.add(one.field().key()));
        return Math.toIntExact(template.shown().stream()
                .filter(field -> field.required() && !filled.contains(field.key()))
                .count());
    }

    private static List<ShownConsent> consents(Map<Purpose, Consent> said, Map<Purpose, Instant> due) {
        return Stream.of(Purpose.values())
                .filter(Purpose::needsConsent)
                .map(purpose -> shown(purpose, said.get(purpose), due.get(purpose)))
                .toList();
    }

    private static ShownConsent shown(Purpose purpose, @Nullable Consent said, @Nullable Instant due) {
        return said == null
                ? new ShownConsent(purpose, false, null, null, null, null)
                : new ShownConsent(purpose, said.given(), said.way(), said.recordedBy(), said.recordedAt(), due);
    }

    /// Whoever finds the dossier owns the customer or is the site manager.
    private List<Action> actions(Customer customer) {
        return List.of(
                FILL_DOSSIER.on(true, customer.id()),
                RECORD_CONSENT.on(true, customer.id()),
                offers.of(CustomerAction.ERASE_PERSON).to(caller, customer.project(), customer.id()));
    }
}
