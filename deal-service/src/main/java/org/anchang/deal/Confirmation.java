package org.anchang.deal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/// DEP-1: who has confirmed that the unit is free and held for the deal.
@Embeddable
record Confirmation(
        @Column(name = "confirmed_by") String by,
        @Column(name = "confirmed_at") Instant at) {}
