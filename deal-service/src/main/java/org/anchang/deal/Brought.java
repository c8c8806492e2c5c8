package org.anchang.deal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/// What brought the customer, as far as customer-service had told by the first deposit.
///
/// @param channel      its word, e.g. `PARTNER`
/// @param broker       who of a partner brought them
/// @param registration the partner's registration of them (报备)
@Embeddable
public record Brought(
        @Column(name = "channel") String channel,
        @Nullable @Column(name = "broker") String broker,
        @Nullable @Column(name = "registration") String registration) {}
