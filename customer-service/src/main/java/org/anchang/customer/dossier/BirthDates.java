package org.anchang.customer.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.anchang.customer.Customer;

/// CUS-4, CAR-1: when customers were born: the dossier keeps it, whoever learns it.
@ApplicationScoped
public class BirthDates {
    @Inject
    FillingDossiers filling;

    /// @throws org.anchang.kit.problem.Refused DOSSIER_VALUE_IS_LOCKED, DOSSIER_VALUE_DOES_NOT_FIT
    @Transactional(Transactional.TxType.MANDATORY)
    public void learned(Customer customer, LocalDate date) {
        filling.learned(customer, BirthDateEntered.FIELD, date.toString());
    }
}
