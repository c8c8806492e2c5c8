package org.anchang.customer.dossier.person;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Partner;
import org.anchang.customer.Recorded;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.dossier.DossierValues;
import org.anchang.customer.dossier.DossierValues.Entered;
import org.anchang.customer.dossier.consent.Consents;
import org.anchang.customer.dossier.person.PersonalDataResource.HeldPart;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Json;
import org.jspecify.annotations.Nullable;

/// CUS-7: all that this service holds of one person, put together feature by feature: whatever is [Recorded] is in it.
@ApplicationScoped
class PersonalData {
    /// A row as it stands.
    record HeldRow(UUID id, @Json Map<String, JsonNode> body) {}

    /// What only the database needs: fingerprints and tokens, and whose row it is.
    private static final Set<String> TECHNICAL =
            Set.of("id", "project", "customer", "version", "fingerprint", "ending", "token", "record");
    private static final int ALL = 200;

    private static final String KNOWN = """
            SELECT has_deal OR has_subscribed OR bought_at IS NOT NULL FROM tracked_customer
            WHERE project = :project AND customer = :customer""";

    @Inject
    @Any
    Instance<Recorded> features;

    @Inject
    Customers customers;

    @Inject
    DossierValues values;

    @Inject
    Consents consents;

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    List<HeldPart> of(Customer customer) {
        var records = customers.records(customer);
        var parts = new ArrayList<HeldPart>();
        parts.add(new HeldPart("CUSTOMER", 1, stays(customer), List.of(identity(customer))));
        parts.add(dossier(customer));
        parts.add(consents(records));
        for (var feature : sorted()) {
            var held = feature.held();
            var items = feature.items(records).orElseGet(() -> rows(held, records).stream()
                    .map(row -> opened(held, row))
                    .toList());
            if (!items.isEmpty() && !held.what().equals(values.held().what())) {
                parts.add(new HeldPart(held.what(), items.size(), stays(held, customer), items));
            }
        }
        return parts;
    }

    List<Recorded> sorted() {
        return features.stream()
                .sorted(Comparator.comparing(feature -> feature.held().what()))
                .toList();
    }

    List<HeldRow> rows(Held held, List<UUID> records) {
        return database.sql(held.query()).with("records", records).rows(HeldRow.class);
    }

    /// Whether the person has bought, or is about to: identity and deals stay ten years then.
    boolean isBuyer(Customer customer) {
        return database.sql(KNOWN)
                .with("project", customer.project())
                .with("customer", customer.id())
                .one(Boolean.class);
    }

    Held.@Nullable Stays stays(Held held, Customer customer) {
        return held.erasing() != null && !isBuyer(customer) ? null : held.stays();
    }

    private Held.@Nullable Stays stays(Customer customer) {
        return isBuyer(customer) ? Held.Stays.TEN_YEARS : null;
    }

    private Map<String, String> identity(Customer customer) {
        var known = new LinkedHashMap<String, String>();
        known.put("number", customer.number());
        known.put("name", sealing.open(customer.identity().name(), SealedIdentity.nameOf(customer.id())));
        put(known, "gender", customer.gender());
        put(known, "channel", customer.channel());
        put(known, "source", customer.source());
        put(known, "broker", Partner.broker(customer.partner()));
        put(known, "registration", Partner.registration(customer.partner()));
        put(known, "note", sealing.openIfAny(customer.note(), Customer.noteOf(customer.id())));
        put(known, "intent_grade", customer.intentGrade());
        put(known, "owner", customer.owner());
        put(known, "registered_by", customer.registeredBy());
        put(known, "registered_at", customer.registeredAt());
        put(known, "bought_at", customer.boughtAt());
        return known;
    }

    private HeldPart dossier(Customer customer) {
        var items = new ArrayList<Map<String, String>>();
        @Nullable String cursor = null;
        do {
            var page = values.history(customer, null, new PageRequest(ALL, cursor));
            page.items().stream().filter(one -> !one.withheld()).forEach(one -> items.add(entered(one)));
            cursor = page.next();
        } while (cursor != null);
        return new HeldPart(values.held().what(), items.size(), null, items);
    }

    private HeldPart consents(List<UUID> records) {
        var items = consents.history(records).stream()
                .map(one -> {
                    var said = new LinkedHashMap<String, String>();
                    put(said, "purpose", one.purpose());
                    put(said, "given", one.given());
                    put(said, "way", one.way());
                    put(said, "recorded_by", one.recordedBy());
                    put(said, "recorded_at", one.recordedAt());
                    return (Map<String, String>) said;
                })
                .toList();
        return new HeldPart("CONSENTS", items.size(), Held.Stays.HISTORY, items);
    }

    private static Map<String, String> entered(Entered one) {
        var said = new LinkedHashMap<String, String>();
        put(said, "field", one.field());
        put(said, "value", one.value());
        put(said, "set_by", one.setBy());
        put(said, "set_at", one.setAt());
        return said;
    }

    private Map<String, String> opened(Held held, HeldRow row) {
        var shown = new LinkedHashMap<String, String>();
        row.body().forEach((column, value) -> {
            if (!value.isNull() && !TECHNICAL.contains(column)) {
                var text = value.isTextual() ? value.asText() : value.toString();
                shown.put(
                        column,
                        held.sealed().contains(column)
                                ? sealing.open(text, new Place(held.table(), column, row.id()))
                                : text);
            }
        });
        return shown;
    }

    private static void put(Map<String, String> known, String name, @Nullable Object value) {
        if (value != null) {
            known.put(name, value.toString());
        }
    }
}
