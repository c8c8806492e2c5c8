package org.anchang.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.anchang.kit.name.Names;
import org.jspecify.annotations.Nullable;

/// CUS-1: who of a partner brought a customer, and the partner's registration of them (报备) with the office.
///
/// @param broker       by name, or the partner's own name
/// @param registration its number or word
@Embeddable
public record Partner(
        @Nullable @Column(name = "broker") String broker,
        @Nullable @Column(name = "registration") String registration) {
    /// @return nothing where nobody said either
    public static @Nullable Partner of(@Nullable String broker, @Nullable String registration) {
        var partner = new Partner(Names.seen(broker), Names.seen(registration));
        return partner.broker == null && partner.registration == null ? null : partner;
    }

    public static @Nullable String broker(@Nullable Partner partner) {
        return partner == null ? null : partner.broker;
    }

    public static @Nullable String registration(@Nullable Partner partner) {
        return partner == null ? null : partner.registration;
    }
}
