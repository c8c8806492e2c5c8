package org.anchang.customer.tag;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.customer.tag.CustomerTagResource.PastTag;
import org.anchang.kit.Ids;
import org.anchang.kit.sql.Database;

/// CUS-9: which tags customers have, and had. A merged record's are the customer's too (CUS-3); a tag that is
/// removed is removed from all of their records.
@ApplicationScoped
public class TagsOfCustomers implements Recorded {
    /// A tag that a customer has.
    public record TagOfCustomer(UUID id, String name) {}

    /// Who set tags, and when.
    public record Tagger(String by, Instant at) {}

    record StandingTag(UUID customer, UUID id, String name) {}

    record Setting(UUID id, String project, UUID customer, UUID tag, String by, Instant at) {}

    /// As many as a card bears.
    private static final int MOST = 20;

    private static final int MOST_HISTORY = 200;

    private static final String OF = """
            SELECT g.customer, t.id, t.name FROM tagged_customer g JOIN customer_tag t ON t.id = g.tag
            WHERE g.customer = ANY (:customers) ORDER BY t.id""";
    private static final String HISTORY = """
            SELECT t.name, g.set_by, g.set_at, g.removed_by, g.removed_at
            FROM tagging g JOIN customer_tag t ON t.id = g.tag
            WHERE g.customer = ANY (:records) ORDER BY g.id DESC LIMIT""" + " " + MOST_HISTORY;
    private static final String LIVE =
            "SELECT id FROM customer_tag WHERE project = :project AND id = ANY (:tags) AND NOT retired";
    private static final String SET = """
            INSERT INTO tagging (id, project, customer, tag, set_by, set_at)
            VALUES (:id, :project, :customer, :tag, :by, :at)
            ON CONFLICT (customer, tag) WHERE removed_at IS NULL DO NOTHING""";
    private static final String REMOVE = """
            UPDATE tagging SET removed_by = :by, removed_at = :at
            WHERE customer = ANY (:records) AND tag = ANY (:tags) AND removed_at IS NULL""";
    private static final String HELD = """
            SELECT g.id, ((to_jsonb(g) - 'tag') || jsonb_build_object('tag', t.name))::text AS body
            FROM tagging g LEFT JOIN customer_tag t ON t.id = g.tag WHERE g.customer = ANY (:records) ORDER BY g.id""";
    private static final String ERASE = """
            UPDATE tagging SET tag = NULL, removed_by = coalesce(removed_by, set_by), removed_at = coalesce(removed_at, now())
            WHERE id = :id""";

    @Inject
    Database database;

    @Inject
    Customers customers;

    /// By customer; who has none is not among them.
    public Map<UUID, List<TagOfCustomer>> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database.sql(OF).with("customers", ids).rows(StandingTag.class).stream()
                        .collect(Collectors.groupingBy(
                                StandingTag::customer,
                                Collectors.mapping(
                                        one -> new TagOfCustomer(one.id(), one.name()), Collectors.toList())));
    }

    List<PastTag> history(Customer customer) {
        return database.sql(HISTORY)
                .with("records", customers.records(customer))
                .rows(PastTag.class);
    }

    /// CUS-8: those that a file names; what a customer has already stays.
    ///
    /// @return whether any is new
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean add(Customer customer, Collection<UUID> tags, Tagger writer) {
        if (tags.isEmpty()) {
            return false;
        }
        var has = of(List.of(customer.id())).getOrDefault(customer.id(), List.of()).stream()
                .map(TagOfCustomer::id)
                .collect(Collectors.toSet());
        var fresh = tags.stream().filter(tag -> !has.contains(tag)).distinct().toList();
        database.writeAll(
                SET,
                fresh.stream()
                        .map(tag -> new Setting(
                                Ids.next(), customer.project(), customer.id(), tag, writer.by(), writer.at()))
                        .toList());
        return !fresh.isEmpty();
    }

    /// CUS-8: of those who came in at this moment, and have none.
    @Transactional(Transactional.TxType.MANDATORY)
    public void addToNew(String project, Map<UUID, Set<UUID>> tags, Tagger writer) {
        database.writeAll(
                SET,
                tags.entrySet().stream()
                        .flatMap(one -> one.getValue().stream()
                                .map(tag ->
                                        new Setting(Ids.next(), project, one.getKey(), tag, writer.by(), writer.at())))
                        .toList());
    }

    /// @throws org.anchang.kit.problem.Refused TAG_UNKNOWN, TAGS_ARE_ENOUGH
    @Transactional(Transactional.TxType.MANDATORY)
    void change(Customer customer, Set<UUID> add, Set<UUID> remove, Tagger writer) {
        customers.getEntityManager().lock(customer, LockModeType.PESSIMISTIC_WRITE);
        var live = database.sql(LIVE)
                .with("project", customer.project())
                .with("tags", add)
                .rows(UUID.class);
        refuseUnless(live.size() == add.size(), CustomerRefusal.TAG_UNKNOWN);
        database.sql(REMOVE)
                .with("records", customers.records(customer))
                .with("tags", remove)
                .with("by", writer.by())
                .with("at", writer.at())
                .write();
        add(customer, live, writer);
        if (of(List.of(customer.id())).getOrDefault(customer.id(), List.of()).size() > MOST) {
            throw refuse(CustomerRefusal.TAGS_ARE_ENOUGH).with("most", MOST);
        }
    }

    @Override
    public Held held() {
        return Held.in("tagging", "TAGS").by(HELD).erased(ERASE, Map.of());
    }
}
