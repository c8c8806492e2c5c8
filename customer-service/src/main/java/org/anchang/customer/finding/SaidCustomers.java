package org.anchang.customer.finding;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Customers;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.kit.phone.Phone;
import org.jspecify.annotations.Nullable;

/// CUS-3: a customer of the project whom somebody names, whoever owns them: by id, or by a phone, which
/// finds everybody's.
@ApplicationScoped
public class SaidCustomers {
    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CUSTOMER_MISSING, CUSTOMER_NOT_KNOWN
    public Customer said(String project, @Nullable UUID customer, @Nullable String phone) {
        if (customer != null) {
            return customers.anyOf(project, customer);
        }
        if (phone == null) {
            throw refuse(CustomerRefusal.CUSTOMER_MISSING);
        }
        return phones.whose(project, Phone.of(phone))
                .map(id -> customers.anyOf(project, id))
                .orElseThrow(() -> refuse(CustomerRefusal.CUSTOMER_NOT_KNOWN));
    }
}
