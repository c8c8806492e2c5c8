package org.anchang.customer.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.kit.page.Key;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Json;
import org.jspecify.annotations.Nullable;

/// CUS-9: all that happened with a customer, in one query.
@ApplicationScoped
class Timeline {
    /// @param entry by which it is found where it was recorded
    /// @param at    of what is only planned: its day
    /// @param place the table in which its texts are sealed
    record TimelineEntry(
            EntryKind kind,
            String what,
            UUID entry,
            Instant at,
            @Nullable String person,
            String place,
            @Json Map<String, String> texts,
            @Json SortedMap<String, String> facts) {}

    private static final String LIST = """
            SELECT kind, what, entry, at, person, place, texts, facts
            FROM customer_timeline
            WHERE record = ANY (:records) AND (NOT :some OR kind = ANY (:kinds::text[]))
              AND (:before::timestamptz IS NULL OR (at, entry, what) < (:before::timestamptz, :entry::uuid, :what::text))
            ORDER BY at DESC, entry DESC, what DESC LIMIT :rows""";

    @Inject
    Database database;

    @Inject
    Customers customers;

    /// The latest first, those under records that went into the customer's among them (CUS-3).
    ///
    /// @param kinds none: all
    Page<TimelineEntry> of(Customer customer, Set<EntryKind> kinds, PageRequest page) {
        return database.sql(LIST)
                .with("records", customers.records(customer))
                .with("kinds", kinds)
                .with("some", !kinds.isEmpty())
                .page(
                        page,
                        TimelineEntry.class,
                        List.of(
                                new Key<>("before", TimelineEntry::at, Instant::parse),
                                new Key<>("entry", TimelineEntry::entry, UUID::fromString),
                                new Key<>("what", TimelineEntry::what, String::toString)));
    }
}
