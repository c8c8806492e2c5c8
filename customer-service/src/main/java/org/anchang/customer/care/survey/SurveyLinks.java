package org.anchang.customer.care.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.care.link.SignedLinks;

/// CAR-3: the links by which surveys are answered: each names its invitation.
@ApplicationScoped
class SurveyLinks {
    private static final String PURPOSE = "survey";

    @Inject
    SignedLinks links;

    /// As it stands in a message.
    String link(UUID invitation) {
        return links.link(PURPOSE, invitation);
    }

    /// On this office's own address.
    String path(UUID invitation) {
        return links.path(PURPOSE, invitation);
    }

    /// The invitation; nothing where the link is none of ours.
    Optional<UUID> read(String token) {
        return links.read(PURPOSE, token);
    }
}
