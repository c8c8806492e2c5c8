package org.anchang.customer.loss;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Texts;
import org.anchang.customer.printing.CustomerContent;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperSource;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Json;
import org.jspecify.annotations.Nullable;

/// TRK-3: 未成交客户分析报告: the customer's dossier, what they asked about, what was said at each visit and talk, and
/// why they did not buy. Others than owner and site manager read what is counted, and nothing of the person (CUS-6).
@ApplicationScoped
class LossPaper implements PaperSource {
    static final String NAME = "loss-report";
    static final String INCOME = "householdIncome";

    /// Something that happened with the customer, its texts sealed.
    private record PastContact(
            UUID id, Instant at, String place, @Json Map<String, String> texts) {}

    private static final String CONTACTS = """
            SELECT entry AS id, at, place, texts FROM customer_timeline
            WHERE record = ANY (:records) AND kind IN ('VISIT', 'FOLLOW_UP') ORDER BY at, entry LIMIT 100""";

    /// What of the dossier the form asks, under the names that it has there.
    static final List<String> DOSSIER = List.of(
            "birthDate",
            "householdSize",
            "address",
            "purpose",
            "payment",
            "occupation",
            "district",
            "whichPurchase",
            "productType",
            "buildingType",
            "unitsAsked");

    /// The same under names of the form.
    static final Map<String, String> ASKED = Map.of(
            "buildingArea", "areaAsked",
            "gardenArea", "gardenAreaAsked",
            "otherArea", "otherAreaAsked",
            "rooms", "roomsAsked");

    @Inject
    Losses losses;

    @Inject
    CustomerContent content;

    @Inject
    Customers customers;

    @Inject
    Texts texts;

    @Inject
    Sealing sealing;

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Override
    public Set<String> papers() {
        return Set.of(NAME);
    }

    @Override
    public Standing standing(Asked asked) {
        return content.standing(customers.named(loss(asked).customer()));
    }

    private Loss loss(Asked asked) {
        return losses.get(caller.scope(), asked.subject());
    }

    @Override
    public Content content(Asked asked) {
        var loss = loss(asked);
        var customer = customers.named(loss.customer());
        var visiting = content.visiting(customer);
        var given = OfficeClock.dateOf(loss.appliedAt());
        var viewed = loss.viewedFirst();
        var filling = content.of(customer)
                .with("consultant", content.person(loss.appliedBy()))
                .with("firstVisit", viewed == null ? CustomerContent.day(visiting.first()) : viewed)
                .with("lastVisit", CustomerContent.day(visiting.last()))
                .with("days", viewed == null ? null : ChronoUnit.DAYS.between(viewed, given))
                .with("objection", loss.objection())
                .with("units", open(loss.units(), loss.place("units")), null)
                .with("reason", open(loss.reason(), loss.place("reason")), null)
                .with("word", open(loss.word(), loss.place("word")), null);
        dossier(filling, customer, given);
        contacts(filling, customer);
        return filling.content();
    }

    private void dossier(Content.Filling filling, Customer customer, LocalDate on) {
        var said = content.dossier(customer);
        DOSSIER.forEach(field -> filling.with(field, said.get(field), null));
        ASKED.forEach((field, asked) -> filling.with(field, said.get(asked), null));
        filling.with("age", CustomerContent.age(said.get("birthDate"), on), null)
                .with(INCOME, CustomerContent.inWords(content.fields(customer).get(INCOME), said.get(INCOME)), null);
    }

    private void contacts(Content.Filling filling, Customer customer) {
        for (var contact : database.sql(CONTACTS)
                .with("records", customers.records(customer))
                .rows(PastContact.class)) {
            var read = texts.together(
                    contact.texts(), column -> new Place(contact.place(), column, contact.id()), texts.written());
            var on = OfficeClock.dateOf(contact.at()).toString();
            filling.row(
                    "visits", Map.of("on", on, "content", said(read), "reaction", reaction(read)), Map.of("on", on));
        }
    }

    private static String said(Map<String, String> texts) {
        return joined(texts, "note", "said");
    }

    private static String reaction(Map<String, String> texts) {
        return joined(texts, "response", "satisfied", "dissatisfied", "resistance");
    }

    private static String joined(Map<String, String> texts, String... columns) {
        return Stream.of(columns).map(texts::get).filter(Objects::nonNull).collect(Collectors.joining("；"));
    }

    private @Nullable String open(@Nullable String sealed, Place place) {
        return sealing.openIfAny(sealed, place);
    }
}
