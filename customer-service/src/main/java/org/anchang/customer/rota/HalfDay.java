package org.anchang.customer.rota;

/// REC-8: for how long somebody stands at the desk.
public enum HalfDay {
    MORNING,
    AFTERNOON
}
