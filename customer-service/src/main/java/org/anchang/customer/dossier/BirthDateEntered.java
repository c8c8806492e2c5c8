package org.anchang.customer.dossier;

import java.time.LocalDate;
import org.anchang.customer.Customer;
import org.jspecify.annotations.Nullable;

/// CUS-4, CAR-1: the dossier says when the customer was born, or says it no more: it is the one place for it.
public record BirthDateEntered(Customer customer, @Nullable LocalDate date) {
    static final String FIELD = "birthDate";

    static BirthDateEntered of(Customer customer, @Nullable String value) {
        return new BirthDateEntered(customer, value == null ? null : LocalDate.parse(value));
    }
}
