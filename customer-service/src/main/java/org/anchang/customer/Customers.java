package org.anchang.customer;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All customers. A consultant meets own ones only (SEC-1).
@ApplicationScoped
public class Customers implements PanacheRepositoryBase<Customer, UUID> {
    /// What a list is asked for; anything may be left out.
    ///
    /// @param phone fingerprint of a phone
    /// @param words a number or its beginning, or a whole name
    public record Filter(
            @Nullable String project,
            @Nullable String phone,
            @Nullable Words words) {}

    /// What somebody typed to find a customer, and its fingerprint.
    public record Words(String typed, String fingerprint) {}

    private static final UUID NOBODY = new UUID(0, 0);

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Customer get(Scope scope, UUID id) {
        return findByIdOptional(id)
                .filter(customer -> scope.covers(customer.project(), customer.owner()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// A customer of the project, whoever owns them: for those who receive or register in another's place.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public Customer anyOf(String project, UUID id) {
        return findByIdOptional(id)
                .filter(customer -> customer.project().equals(project))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The customer of an event; only for effects of events, which have no caller.
    public Customer named(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new IllegalStateException("no customer " + id));
    }

    /// Every number the customer has had before the present one.
    public List<String> formerNumbers(Customer customer) {
        return getEntityManager()
                .createQuery(
                        "select number from GivenNumber where customer = :customer and number <> :present"
                                + " order by givenAt, number",
                        String.class)
                .setParameter("customer", customer.id())
                .setParameter("present", customer.number())
                .getResultList();
    }

    public Page<Customer> list(Scope scope, Filter filter, PageRequest page) {
        var parameters = scope.parameters();
        var conditions = new StringBuilder("from Customer where " + scope.on("project", "owner"));
        if (filter.project() != null) {
            conditions.append(" and project = :project");
            parameters.put("project", filter.project());
        }
        if (filter.phone() != null) {
            conditions.append(" and id in (:withPhone)");
            parameters.put("withPhone", withPhone(filter.phone()));
        }
        if (filter.words() != null) {
            conditions.append(" and (identity.nameFingerprint = :name or id in"
                    + " (select n.customer from GivenNumber n where n.number like :number escape '!'))");
            parameters.put("name", filter.words().fingerprint());
            parameters.put("number", beginningWith(filter.words().typed()));
        }
        page.afterId().ifPresent(after -> {
            conditions.append(" and id > :after");
            parameters.put("after", after);
        });
        var found = find(conditions + " order by id", parameters)
                .page(0, page.rows())
                .list();
        return Page.of(found, page, customer -> List.of(customer.id()));
    }

    private List<UUID> withPhone(String fingerprint) {
        List<?> found = getEntityManager()
                .createNativeQuery("SELECT customer FROM known_phone WHERE fingerprint = ?1", UUID.class)
                .setParameter(1, fingerprint)
                .getResultList();
        return found.isEmpty()
                ? List.of(NOBODY)
                : found.stream().map(UUID.class::cast).toList();
    }

    private static String beginningWith(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
