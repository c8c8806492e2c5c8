package org.anchang.customer.ownership.pool;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchang.customer.Channel;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.ownership.pool.PoolResource.PooledCustomer;
import org.anchang.customer.phone.KnownPhone;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// TRK-5, SEC-1: who is in the pool, masked for everybody.
@ApplicationScoped
class ShowingPool {
    record Pooled(
            UUID customer,
            @Nullable IntentGrade intentGrade,
            Channel channel,
            String fromOwner,
            Instant since,
            Instant lastAt) {}

    private static final String LIST = """
            SELECT p.customer, p.intent_grade, p.channel, p.from_owner, p.since,
                   (SELECT max(at) FROM customer_contact k WHERE k.customer = p.customer) AS last_at
            FROM pooled_customer p
            WHERE p.project = :project AND (:grade::text IS NULL OR p.intent_grade = :grade)
              AND (:since::timestamptz IS NULL OR (p.since, p.customer) < (:since, :after))
            ORDER BY p.since DESC, p.customer DESC LIMIT :rows""";

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    Page<PooledCustomer> list(String project, @Nullable IntentGrade grade, PageRequest page) {
        caller.mustBeBoundTo(project);
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("project", project);
        asked.put("grade", grade);
        asked.put("since", null);
        asked.put("after", null);
        asked.put("rows", page.rows());
        page.after().ifPresent(key -> asked.putAll(place(key)));
        var found = Page.of(
                database.sql(LIST).with(asked).rows(Pooled.class),
                page,
                pooled -> List.of(pooled.since(), pooled.customer()));
        var ids = found.items().stream().map(Pooled::customer).toList();
        var byId = ids.isEmpty()
                ? Map.<UUID, Customer>of()
                : customers.list("id in ?1", ids).stream().collect(Collectors.toMap(Customer::id, Function.identity()));
        var numbers = phones.of(ids);
        var claim = List.of(Action.post(
                CustomerAction.CLAIM,
                "/api/v1/pool/" + project + "/claims",
                caller.holds(project, Role.CONSULTANT),
                Role.CONSULTANT));
        return found.map(pooled -> shown(
                pooled,
                requireNonNull(byId.get(pooled.customer())),
                numbers.getOrDefault(pooled.customer(), List.of()),
                claim));
    }

    private static Map<String, Object> place(List<String> key) {
        try {
            return Map.of("since", Instant.parse(key.getFirst()), "after", UUID.fromString(key.getLast()));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw Refused.refuse(KitRefusal.CURSOR_NOT_UNDERSTOOD);
        }
    }

    private PooledCustomer shown(Pooled pooled, Customer customer, List<KnownPhone> numbers, List<Action> actions) {
        return new PooledCustomer(
                pooled.customer(),
                Mask.name(sealing.open(customer.identity().name(), SealedIdentity.nameOf(customer.id()))),
                numbers.stream()
                        .map(known -> Mask.number(known.phone()))
                        .findFirst()
                        .orElse(null),
                pooled.intentGrade(),
                pooled.channel(),
                pooled.fromOwner(),
                pooled.since(),
                pooled.lastAt(),
                actions);
    }
}
