package org.anchang.customer.care.gathering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.care.link.SignedLinks;

/// CAR-4: the links of an event: one for each guest, by which they answer, and one at the door, by which guests check
/// themselves in.
@ApplicationScoped
class GuestLinks {
    private static final String GUEST = "guest";
    private static final String DOOR = "door";

    @Inject
    SignedLinks links;

    String ofGuest(UUID guest) {
        return links.link(GUEST, guest);
    }

    String ofDoor(UUID gathering) {
        return links.link(DOOR, gathering);
    }

    Optional<UUID> guest(String token) {
        return links.read(GUEST, token);
    }

    Optional<UUID> gathering(String token) {
        return links.read(DOOR, token);
    }
}
