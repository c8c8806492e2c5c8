package org.anchang.customer.finding;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.customer.Channel;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.overdue.Deadlines;
import org.anchang.customer.phone.HiddenPhone;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-9: customers by what people remember of them, in one query by its indexes. A consultant finds own ones only
/// (SEC-1).
@ApplicationScoped
class FindingCustomers {
    /// What a list is asked for; anything may be left out.
    record CustomerFilter(
            @Nullable String project,
            @Nullable String owner,
            @Nullable Channel channel,
            @Nullable IntentGrade grade,
            @Nullable Boolean bought,
            @Nullable Boolean withoutPhone,
            @Nullable String source,
            @Nullable Boolean pooled,
            @Nullable Boolean overdue,
            @Nullable UUID tag) {
        static CustomerFilter allOf(String project) {
            return new CustomerFilter(project, null, null, null, null, null, null, null, null, null);
        }
    }

    /// How many customers are alike in all of these.
    record Alike(String owner, Channel channel, @Nullable IntentGrade intentGrade, boolean bought, long customers) {}

    /// A list's statement, with what it is given.
    record ListStatement(String statement, Map<String, Object> parameters) {}

    private static final String FIND = "SELECT id FROM listed_customer WHERE %s ORDER BY id LIMIT :rows";
    /// Read in the order of the list from the index of whose customers have the token, as far as the page goes.
    private static final String FIND_NAMED = """
            SELECT id FROM (
                SELECT customer AS named FROM customer_token t
                WHERE token = :token0 AND %s AND record = (
                    SELECT x.record FROM customer_token x
                    WHERE x.token = t.token AND x.project = t.project AND x.customer = t.customer ORDER BY x.record LIMIT 1)) found
            JOIN listed_customer ON id = named
            WHERE %s ORDER BY named LIMIT :rows""";
    private static final String HAS_TOKEN = """
            EXISTS (SELECT FROM customer_token t
                    WHERE t.token = :token%d AND t.project = listed_customer.project AND t.customer = listed_customer.id)""";
    private static final String ENDS_IN = "id IN (SELECT customer FROM live_phone WHERE ending = :ending)";
    private static final String IS_NUMBERED =
            "id IN (SELECT customer FROM given_number WHERE number LIKE :number ESCAPE '!')";
    private static final String HAS_NO_PHONE =
            "(NOT EXISTS (SELECT FROM live_phone WHERE live_phone.customer = listed_customer.id)) = :withoutPhone";
    private static final String IS_TAGGED = "id IN (SELECT customer FROM tagged_customer WHERE tag = :tag)";
    private static final String HAS_UNIT = """
            id IN (SELECT customer FROM unit_customer WHERE home ILIKE :unit ESCAPE '!')""";
    private static final String IS_LATE = """
            :overdue = (id IN (
                SELECT s.customer FROM customer_step s
                JOIN unnest(:kinds::text[], :grades::text[], :channels::text[], :days::int[]) AS d (kind, grade, channel, days)
                     USING (kind, grade, channel)
                WHERE s.project = :project AND s.kind <> 'POOL' AND coalesce(s.planned_on, s.since + d.days) < :today::date))""";
    private static final String COUNT = """
            SELECT owner, channel, intent_grade, bought_at IS NOT NULL AS bought, count(*) AS customers
            FROM listed_customer WHERE %s GROUP BY owner, channel, intent_grade, bought_at IS NOT NULL""";

    /// A unit's label has a digit, and what no name and no phone has.
    private static final Pattern LABEL = Pattern.compile(".*\\d.*");
    private static final Pattern OF_LABELS = Pattern.compile(".*[-#栋幢座号室层].*");
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

    @Inject
    Deadlines deadlines;

    @Inject
    OfficeClock clock;

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
        if (isLabel(typed, plain)) {
            return Sought.byUnit(Names.trimmed(typed));
        }
        return DIGITS.matcher(plain.replaceAll("[+*()-]", "")).matches()
                ? byPhone(typed, project)
                : Sought.byName(names.sought(typed));
    }

    private static boolean isLabel(String typed, String plain) {
        return LABEL.matcher(plain).matches()
                && OF_LABELS.matcher(plain).matches()
                && Phone.in(typed).isEmpty()
                && HiddenPhone.in(typed).isEmpty();
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

    Page<Customer> list(Scope scope, CustomerFilter filter, Sought sought, PageRequest page) {
        var asked = asked(scope, filter, sought, page.afterId().orElse(null));
        var found = database.sql(asked.statement())
                .with(asked.parameters())
                .with("rows", page.rows())
                .rows(UUID.class);
        var ids = Page.of(found, page, List::of);
        return new Page<>(customers.each(ids.items()), ids.next());
    }

    /// @param after where the page begins
    ListStatement asked(Scope scope, CustomerFilter filter, Sought sought, @Nullable UUID after) {
        var conditions = conditions(scope, filter, sought).and("id > :after", after);
        var statement = sought.tokens().isEmpty()
                ? FIND.formatted(conditions)
                : FIND_NAMED.formatted(whose(scope, filter, after), conditions);
        return new ListStatement(statement, conditions.parameters());
    }

    /// The same of tokens, for what the list is asked for by them.
    private static String whose(Scope scope, CustomerFilter filter, @Nullable UUID after) {
        return Stream.of(
                        scope.on("project", "owner"),
                        filter.project() == null ? "" : "project = :project",
                        filter.owner() == null ? "" : "owner = :owner",
                        after == null ? "" : "customer > :after")
                .filter(condition -> !condition.isEmpty())
                .collect(Collectors.joining(" AND "));
    }

    List<Alike> counts(Scope scope, CustomerFilter filter) {
        var conditions = conditions(scope, filter, Sought.ALL);
        return database.sql(COUNT.formatted(conditions))
                .with(conditions.parameters())
                .rows(Alike.class);
    }

    /// What all of those have who are sought.
    Conditions conditions(Scope scope, CustomerFilter filter, Sought sought) {
        var conditions = new Conditions(scope.on("project", "owner"), scope.parameters())
                .and("project = :project", filter.project())
                .and("owner = :owner", filter.owner())
                .and("channel = :channel", filter.channel())
                .and("intent_grade = :grade", filter.grade())
                .and("(bought_at IS NOT NULL) = :bought", filter.bought())
                .and(HAS_NO_PHONE, filter.withoutPhone())
                .and("source = :source", filter.source())
                .and("(owner = '*') = :pooled", filter.pooled())
                .and(IS_TAGGED, filter.tag())
                .and(HAS_UNIT, sought.unit())
                .and(ENDS_IN, sought.ending())
                .and(IS_NUMBERED, sought.number())
                .and("id = ANY (:among)", sought.among());
        for (int i = 0; i < sought.tokens().size(); i++) {
            if (i == 0) {
                conditions.with("token0", sought.tokens().getFirst());
            } else {
                conditions.and(HAS_TOKEN.formatted(i), sought.tokens().get(i));
            }
        }
        if (filter.overdue() != null) {
            refuseIf(filter.project() == null, KitRefusal.REQUEST_NOT_UNDERSTOOD);
            deadlines.of(requireNonNull(filter.project())).parameters().forEach(conditions::with);
            conditions.and(IS_LATE, filter.overdue()).with("today", clock.today());
        }
        return conditions;
    }
}
