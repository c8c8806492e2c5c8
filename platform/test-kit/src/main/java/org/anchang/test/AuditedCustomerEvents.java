package org.anchang.test;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// SEC-5 of each service that reads `customer-events`: inherited as it is.
public abstract class AuditedCustomerEvents {
    @Inject
    DataSource database;

    @Test
    @DisplayName(
            "SEC-2 SEC-5 what an event does stands in the audit in the name of the person behind it, with the event")
    void personAndEvent() {
        var customer = UUID.randomUUID();
        var other = UUID.randomUUID();
        try (var customers = new Neighbour(CustomerEvent.TOPIC)) {
            customers.tells(registered(customer), "wen.shu");
            customers.tells(registered(other), "he.ping");
            new AuditTrail(database, "known_customer", customer.toString())
                    .isAllOf("wen.shu", CustomerRegistered.class);
            new AuditTrail(database, "known_customer", other.toString()).isAllOf("he.ping", CustomerRegistered.class);
        }
    }

    private static CustomerRegistered registered(UUID customer) {
        return new CustomerRegistered(
                customer, "songfeng", Instant.now(), "XLY-ZS001", "li.na", "WALK_IN", null, "张**", null, null);
    }
}
