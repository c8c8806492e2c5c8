package org.anchang.customer.care.occasion;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.customer.care.occasion.Birthday.Relation;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Sealing;

/// All birthdays that are kept.
@ApplicationScoped
class Birthdays implements PanacheRepositoryBase<Birthday, UUID>, Recorded {
    /// Of no year and nobody.
    private static final String NO_DAY = "{\"calendar\":\"SOLAR\",\"month\":1,\"day\":1}";

    private static final String ERASE = """
            UPDATE birthday SET person_name = NULL, born = :born, token = id::text, removed_by = coalesce(removed_by, recorded_by),
                   removed_at = coalesce(removed_at, clock_timestamp()), version = version + 1
            WHERE id = :id""";

    /// A birthday that comes, and the customer to whom it belongs now.
    record Coming(UUID birthday, String token, UUID customer) {}

    @Inject
    Sealing sealing;

    /// CUS-6: as a day is looked for. Another project's same day has another one.
    String token(String project, String key) {
        return sealing.fingerprint("birthday " + project + " " + key);
    }

    /// Those of the customer, and of the records that went into it, the oldest first.
    List<Birthday> of(Customer customer) {
        return list(
                "removedAt is null and customer in " + Customers.RECORDS + " order by id",
                Map.of("customer", customer.id()));
    }

    boolean hasOwn(Customer customer) {
        return of(customer).stream().anyMatch(one -> one.relation() == Relation.SELF);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Birthday get(Customer customer, UUID id) {
        return find("id = :id and customer in " + Customers.RECORDS, Map.of("id", id, "customer", customer.id()))
                .firstResultOptional()
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// SQL has no token of its own: the tokens of the days are asked for.
    List<Coming> coming(String project, Collection<String> tokens) {
        return getEntityManager()
                .createQuery(
                        "select b.id, b.token, coalesce(c.mergedInto, c.id) from Birthday b"
                                + " join Customer c on c.id = b.customer"
                                + " where b.project = :project and b.token in :tokens and b.removedAt is null",
                        Coming.class)
                .setParameter("project", project)
                .setParameter("tokens", tokens)
                .getResultList();
    }

    @Override
    public Held held() {
        return Held.in("birthday", "BIRTHDAYS", "person_name", "born").erased(ERASE, Map.of("born", NO_DAY));
    }
}
