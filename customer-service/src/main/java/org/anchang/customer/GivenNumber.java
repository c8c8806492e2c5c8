package org.anchang.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// CUS-2: a number that was given to a customer, for good.
@Entity
@Table(name = "customer_number")
class GivenNumber {
    @Id
    private String number;

    private UUID customer;
    private Instant givenAt;

    @SuppressWarnings("NullAway.Init")
    protected GivenNumber() {}

    static GivenNumber of(Customer customer, Instant at) {
        var given = new GivenNumber();
        given.number = customer.number();
        given.customer = customer.id();
        given.givenAt = at;
        return given;
    }
}
