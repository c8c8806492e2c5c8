package org.anchang.customer.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.kit.sql.Database;

/// REC-6: what the office did with a customer until now, the latest few hundred; nobody types evidence.
@ApplicationScoped
class GatheringEvidence {
    private static final String GATHER = """
            SELECT kind, of, at, person, "from", "to" FROM (
                SELECT 'REGISTERED' AS kind, id AS of, registered_at AS at, registered_by AS person, CAST(NULL AS text) AS "from",
                       first_consultant AS "to"
                FROM registered_record WHERE id = ANY (:records)
                UNION ALL SELECT 'CALL', id, started_at, taken_by, NULL, NULL FROM customers_call WHERE customer = ANY (:records)
                UNION ALL SELECT 'VISIT', visit, received_at, receiver, NULL, owner FROM received_visit WHERE customer = ANY (:records)
                UNION ALL SELECT 'FOLLOW_UP', id, done_at, done_by, NULL, NULL FROM done_follow_up WHERE customer = ANY (:records)
                UNION ALL SELECT 'OWNER_CHANGE', id, decided_at, decided_by, from_owner, to_owner FROM changed_owner
                WHERE customer = ANY (:records)
            ) done
            ORDER BY at DESC, of DESC LIMIT :most""";
    private static final int MOST = 300;

    @Inject
    Customers customers;

    @Inject
    Database database;

    /// The oldest first.
    List<Evidence> of(Customer customer) {
        customers.flush();
        return database.sql(GATHER)
                .with("records", customers.records(customer))
                .with("most", MOST)
                .rows(Evidence.class)
                .reversed();
    }
}
