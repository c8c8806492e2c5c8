package org.anchang.kit.seal;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/// CUS-6: a service starts with the master keys that its database's data keys are wrapped under, and not without one of
/// them: what it cannot open it would answer with errors, one by one.
@ApplicationScoped
class KeyCheck {
    @Inject
    DataKeys keys;

    /// @throws IllegalStateException in words for whoever set the keys
    void check(@Observes StartupEvent start) {
        keys.read();
    }
}
