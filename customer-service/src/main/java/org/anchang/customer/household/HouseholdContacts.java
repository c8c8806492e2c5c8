package org.anchang.customer.household;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Texts;
import org.anchang.customer.household.HouseholdResource.HouseholdContact;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Key;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Place;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// REC-4: what happened with all of a household, as one; SEC-1: of another's customer a consultant sees what they did
/// themselves, and no more.
@ApplicationScoped
class HouseholdContacts {
    /// @param record   under which it was written (CUS-3)
    /// @param customer who stands for that record
    private record SharedContact(
            UUID id,
            ContactKind kind,
            UUID record,
            UUID customer,
            Instant at,
            String person,
            @Nullable String text) {
        Place place() {
            return switch (kind) {
                case VISIT -> new Place("visit", "note", id);
                case FOLLOW_UP -> new Place("follow_up", "said", id);
                case CALL -> new Place("phone_call", "intent", id);
            };
        }
    }

    private static final String LIST = """
            SELECT c.id, c.kind, c.record, r.customer, c.at, c.person, c.text
            FROM (
                SELECT visit AS id, 'VISIT' AS kind, customer AS record, received_at AS at, receiver AS person, note AS text
                FROM received_visit WHERE customer = ANY (:records)
                UNION ALL SELECT id, 'FOLLOW_UP', customer, done_at, done_by, said FROM done_follow_up WHERE customer = ANY (:records)
                UNION ALL SELECT id, 'CALL', customer, started_at, taken_by, intent FROM customers_call WHERE customer = ANY (:records)
            ) c
            JOIN standing_record r ON r.record = c.record
            WHERE (:all OR r.customer = ANY (:own) OR c.person = :person)
              AND (:before::timestamptz IS NULL OR (c.at, c.id) < (:before, :id))
            ORDER BY c.at DESC, c.id DESC LIMIT :rows""";

    @Inject
    Households households;

    @Inject
    Customers customers;

    @Inject
    Texts texts;

    @Inject
    Database database;

    Page<HouseholdContact> of(Scope scope, Customer customer, PageRequest page) {
        var members = members(customer);
        var own = members.stream()
                .filter(one -> one.belongsTo(scope.person()))
                .map(Customer::id)
                .toList();
        var found = database.sql(LIST)
                .with("records", records(members))
                .with("all", !scope.ownOnly(customer.project()))
                .with("own", own)
                .with("person", scope.person())
                .page(
                        page,
                        SharedContact.class,
                        List.of(
                                new Key<>("before", SharedContact::at, Instant::parse),
                                new Key<>("id", SharedContact::id, UUID::fromString)));
        var names =
                texts.names(found.items().stream().map(SharedContact::customer).toList());
        return texts.each(
                found,
                SharedContact::customer,
                contact -> read -> new HouseholdContact(
                        contact.id(),
                        contact.kind(),
                        contact.customer(),
                        requireNonNull(names.get(contact.customer())),
                        contact.at(),
                        contact.person(),
                        read.of(contact.text(), contact.place())));
    }

    private List<Customer> members(Customer customer) {
        var ids = households
                .placeOf(customer.id())
                .map(place -> households.of(place.household()).stream()
                        .map(HouseholdMember::customer)
                        .toList())
                .orElse(List.of(customer.id()));
        return customers.each(ids);
    }

    private List<UUID> records(Collection<Customer> members) {
        return members.stream()
                .flatMap(member -> customers.records(member).stream())
                .toList();
    }
}
