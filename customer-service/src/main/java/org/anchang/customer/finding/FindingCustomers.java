package org.anchang.customer.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.anchang.customer.Channel;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.phone.HiddenPhone;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-9: customers by what people remember of them, in one query by its indexes. A consultant finds own ones only
/// (SEC-1).
@ApplicationScoped
class FindingCustomers {
    /// What a list is asked for; anything may be left out.
    record Filter(
            @Nullable String project,
            @Nullable String owner,
            @Nullable Channel channel,
            @Nullable IntentGrade grade,
            @Nullable Boolean bought,
            @Nullable Boolean withoutPhone) {}

    /// How many customers are alike in all of these.
    record Alike(String owner, Channel channel, @Nullable IntentGrade intentGrade, boolean bought, long customers) {}

    private static final String FIND = "SELECT id FROM listed_customer WHERE ";
    private static final String HAS_TOKEN = "id IN (SELECT customer FROM customer_token WHERE token = :token%d)";
    private static final String ENDS_IN = "id IN (SELECT customer FROM live_phone WHERE ending = :ending)";
    private static final String IS_NUMBERED =
            "id IN (SELECT customer FROM given_number WHERE number LIKE :number ESCAPE '!')";
    private static final String HAS_NO_PHONE =
            "(NOT EXISTS (SELECT FROM live_phone WHERE live_phone.customer = listed_customer.id)) = :withoutPhone";
    private static final String COUNT = """
            SELECT owner, channel, intent_grade, bought_at IS NOT NULL AS bought, count(*) AS customers
            FROM listed_customer WHERE %s GROUP BY owner, channel, intent_grade, bought_at IS NOT NULL""";

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern NUMBER = Pattern.compile("[CX][A-Z]{2}-[A-Z]{0,2}\\d*");
    private static final Pattern UNHYPHENED = Pattern.compile("([CX][A-Z]{2})([A-Z]{2}\\d+)");

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    NameTokens names;

    /// By a customer number or its beginning, the last four digits of a phone, a whole phone, or else a name: one
    /// character or more, its spelling or initials or their beginning.
    Sought understood(String typed, @Nullable String project) {
        if (Names.isUnseen(typed)) {
            return Sought.ALL;
        }
        var plain = Names.plain(typed).toUpperCase(Locale.ROOT);
        var number = UNHYPHENED.matcher(plain).replaceFirst("$1-$2");
        if (NUMBER.matcher(number).matches()) {
            return Sought.byNumber(number);
        }
        if (DIGITS.matcher(plain).matches() && plain.length() == KnownPhones.ENDING) {
            return Sought.byEnding(phones.ending(plain));
        }
        return DIGITS.matcher(plain.replaceAll("[+*()-]", "")).matches()
                ? byPhone(typed, project)
                : Sought.byName(names.sought(typed));
    }

    /// By a whole phone; partly hidden, in one project. What is no phone is nobody's.
    Sought byPhone(String written, @Nullable String project) {
        var phone = Phone.in(written);
        if (phone.isPresent()) {
            return Sought.among(phones.customersWith(phone.get()));
        }
        var hidden = HiddenPhone.in(written);
        return Sought.among(project == null || hidden.isEmpty() ? List.of() : phones.whoseMayBe(project, hidden.get()));
    }

    Page<Customer> list(Scope scope, Filter filter, Sought sought, PageRequest page) {
        var conditions = conditions(scope, filter, sought)
                .and("id > :after", page.afterId().orElse(null));
        var found = database.sql(FIND + conditions + " ORDER BY id LIMIT :rows")
                .with(conditions.parameters())
                .with("rows", page.rows())
                .rows(UUID.class);
        var ids = Page.of(found, page, List::of);
        return new Page<>(customers.each(ids.items()), ids.next());
    }

    List<Alike> counts(Scope scope, Filter filter) {
        var conditions = conditions(scope, filter, Sought.ALL);
        return database.sql(COUNT.formatted(conditions))
                .with(conditions.parameters())
                .rows(Alike.class);
    }

    static Conditions conditions(Scope scope, Filter filter, Sought sought) {
        var conditions = new Conditions(scope.on("project", "owner"), scope.parameters())
                .and("project = :project", filter.project())
                .and("owner = :owner", filter.owner())
                .and("channel = :channel", filter.channel())
                .and("intent_grade = :grade", filter.grade())
                .and("(bought_at IS NOT NULL) = :bought", filter.bought())
                .and(HAS_NO_PHONE, filter.withoutPhone())
                .and(ENDS_IN, sought.ending())
                .and(IS_NUMBERED, sought.number())
                .and("id = ANY (:among)", sought.among());
        for (int i = 0; i < sought.tokens().size(); i++) {
            conditions.and(HAS_TOKEN.formatted(i), sought.tokens().get(i));
        }
        return conditions;
    }
}
