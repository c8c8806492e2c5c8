package org.anchang.deal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/// SWP-3: a change that waits for signatures; a deal has one at a time.
@Embeddable
public record OpenChange(
        @Column(name = "open_change") UUID request,
        @Column(name = "open_change_form") String form) {}
