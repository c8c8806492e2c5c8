package org.anchang.kit.inbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/// An audited thing that is written late, as entities are.
@Entity(name = "remark")
class Remark {
    @Id
    private UUID customer = new UUID(0, 0);

    private String text = "";

    Remark() {}

    Remark(UUID customer, String text) {
        this.customer = customer;
        this.text = text;
    }

    UUID customer() {
        return customer;
    }

    String text() {
        return text;
    }
}
