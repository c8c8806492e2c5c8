package org.anchang.customer.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.customer.correction.Correction.Change;
import org.anchang.customer.correction.Correction.Word;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;

@ApplicationScoped
class Corrections implements Recorded {
    private static final String KEEP = """
            INSERT INTO customer_correction (id, project, customer, field, before_value, after_value, reason, corrected_by, corrected_at)
            VALUES (:id, :project, :customer, :field, :beforeValue, :afterValue, :reason, :correctedBy, :correctedAt)""";
    private static final String OF_CUSTOMER = """
            SELECT id, project, customer, field, before_value, after_value, reason, corrected_by, corrected_at
            FROM customer_correction""" + Customers.RECORDED;

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    void keep(Customer customer, List<Change> changes, Word word) {
        database.writeAll(
                KEEP,
                changes.stream()
                        .map(change -> Correction.of(customer, change, word, sealing))
                        .toList());
    }

    Page<Correction> of(Customer customer, PageRequest page) {
        return database.sql(OF_CUSTOMER).with("customer", customer.id()).page(page, Correction.class, Correction::id);
    }

    @Override
    public Held held() {
        return Held.in("customer_correction", "CORRECTIONS", "before_value", "after_value", "reason");
    }
}
