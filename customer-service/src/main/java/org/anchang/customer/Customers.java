package org.anchang.customer;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// All customers. A consultant meets own ones only (SEC-1).
@ApplicationScoped
public class Customers implements PanacheRepositoryBase<Customer, UUID> {
    /// CUS-3, for queries: the ids under which things of `:customer` were recorded: its own, and those of the records
    /// that went into it.
    public static final String RECORDS =
            "(select r.id from Customer r where r.id = :customer or r.mergedInto = :customer)";

    /// What was recorded of `:customer`, and of the records that went into it (CUS-3).
    public static final String OF_CUSTOMER =
            "customer IN (SELECT record FROM standing_record WHERE customer = :customer)";

    /// Behind `SELECT … FROM …`: what was recorded of `:customer`, and of the records that went into it (CUS-3), the
    /// oldest first, page by page.
    public static final String RECORDED = " WHERE " + OF_CUSTOMER + """
              AND (:after::uuid IS NULL OR id > :after)
            ORDER BY id LIMIT :rows""";

    /// A number that the customer with the id has or had.
    private record Numbered(UUID id, String number) {}

    private static final String NUMBERS = """
            SELECT r.customer AS id, n.number FROM standing_record r JOIN customer_number n ON n.customer = r.record
            WHERE r.customer = ANY (:ids) ORDER BY n.given_at, n.number""";

    @Inject
    Database database;

    /// A customer by any id they ever had: a record that was merged leads to the one that stands for it (CUS-3).
    public Optional<Customer> standing(UUID id) {
        return findByIdOptional(id).map(customer -> {
            var into = customer.mergedInto();
            return into == null ? customer : findById(into);
        });
    }

    /// The id under which a customer stands now, for a list that is asked for an id they may have had before.
    public @Nullable UUID present(@Nullable UUID id) {
        return id == null ? null : standing(id).map(Customer::id).orElse(id);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Customer get(Scope scope, UUID id) {
        return standing(id)
                .filter(customer -> scope.covers(customer.project(), customer.owner()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// A customer of the project, whoever owns them: for those who receive or register in another's place.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Customer anyOf(String project, UUID id) {
        return standing(id)
                .filter(customer -> customer.project().equals(project))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The customer of an event; only for effects of events, which have no caller.
    public Customer named(UUID id) {
        return standing(id).orElseThrow(() -> new IllegalStateException("no customer " + id));
    }

    /// Every number that the customers have had before their present ones, those of merged records too, by id.
    public Map<UUID, List<String>> formerNumbers(Collection<Customer> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        var present = of.stream().collect(Collectors.toMap(Customer::id, Customer::number));
        return database.sql(NUMBERS).with("ids", present.keySet()).rows(Numbered.class).stream()
                .filter(one -> !one.number().equals(present.get(one.id())))
                .collect(
                        Collectors.groupingBy(Numbered::id, Collectors.mapping(Numbered::number, Collectors.toList())));
    }

    /// CUS-3: the customer's own record and those that went into it.
    public List<UUID> records(Customer customer) {
        return getEntityManager()
                .createQuery(
                        "select r.id from Customer r where r.id = :customer or r.mergedInto = :customer", UUID.class)
                .setParameter("customer", customer.id())
                .getResultList();
    }

    /// CUS-3: of two customers and all that went into them, the record with which it began.
    public Customer firstOf(Customer one, Customer other) {
        return find("id in ?1 or mergedInto in ?1 order by registeredAt, id", List.of(one.id(), other.id()))
                .firstResult();
    }

    /// COM-1, REC-6: it was decided who was first: with the record with which the office came to know them,
    /// too, of which a merge asks (CUS-3).
    public void firstWas(Customer customer, String consultant) {
        customer.firstWas(consultant);
        firstOf(customer, customer).firstWas(consultant);
    }

    /// CUS-3: what had gone into `other` has gone into `customer` now.
    public void standsFor(Customer customer, Customer other) {
        flush();
        getEntityManager()
                .createQuery("update versioned Customer set mergedInto = :into where mergedInto = :other")
                .setParameter("into", customer.id())
                .setParameter("other", other.id())
                .executeUpdate();
        handOver(customer);
    }

    /// CUS-3: what had gone into a record that stands again stands under it, and belongs to whom it belongs to.
    public void standUnder(Customer customer, Collection<UUID> records) {
        flush();
        if (!records.isEmpty()) {
            getEntityManager()
                    .createQuery(
                            "update versioned Customer set mergedInto = :into, owner = :owner where id in :records")
                    .setParameter("into", customer.id())
                    .setParameter("owner", customer.owner())
                    .setParameter("records", records)
                    .executeUpdate();
        }
    }

    /// Those in which somebody is known.
    public List<String> projects() {
        return getEntityManager()
                .createQuery("select distinct c.project from Customer c order by c.project", String.class)
                .getResultList();
    }

    /// A customer of the project with all changes until now, whom nobody else changes until the transaction
    /// ends. To be asked before the customer was read in it.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Customer toChange(String project, UUID id) {
        var found = findById(id, LockModeType.PESSIMISTIC_WRITE);
        var into = found == null ? null : found.mergedInto();
        return Optional.ofNullable(into == null ? found : findById(into, LockModeType.PESSIMISTIC_WRITE))
                .filter(customer -> customer.project().equals(project))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The same of many who stand, in the order of their ids, so that nobody waits for one who waits for them.
    public List<Customer> toChange(Collection<UUID> ids) {
        return find("id in ?1 and mergedInto is null order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// TRK-7: how many customers of the project are somebody's.
    public long ownedBy(String person, String project) {
        return count("owner = ?1 and project = ?2 and mergedInto is null", person, project);
    }

    /// The records that went into a customer belong to whom the customer belongs to (SEC-1).
    public void handOver(Customer customer) {
        getEntityManager()
                .createQuery(
                        "update versioned Customer set owner = :owner where mergedInto = :customer and owner <> :owner")
                .setParameter("owner", customer.owner())
                .setParameter("customer", customer.id())
                .executeUpdate();
    }

    /// Something of each of these, by id.
    public <T> Map<UUID, T> each(Collection<UUID> ids, Function<Customer, T> what) {
        return each(ids).stream().collect(Collectors.toMap(Customer::id, what));
    }

    /// These, in the order of their ids.
    public List<Customer> each(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }
}
