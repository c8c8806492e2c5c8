package org.anchang.customer.loss;

/// TRK-3: what kept a customer from buying, most of all.
public enum Objection {
    LOCATION,
    UNIT_PRICE,
    TOTAL_PRICE,
    LAYOUT,
    VIEW,
    FLOOR,
    PAYMENT_METHOD,
    OTHER
}
