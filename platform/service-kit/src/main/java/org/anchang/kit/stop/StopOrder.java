package org.anchang.kit.stop;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The order in which a service stops:
///
/// 1. At the first sign `ready` says no, answers close their connections, and the inbox reads no more.
/// 2. For the pause (`quarkus.shutdown.delay`) requests are served as ever: whoever sends them learns of it meanwhile.
/// 3. [PauseOver]: streams end. What is under way is answered, for `quarkus.shutdown.timeout` at most.
/// 4. Of those that hear `ShutdownEvent` the readers are first and the relay is last; then goes the pool.
///
/// [StopLimit] is there for whatever of it does not end.
@ApplicationScoped
class StopOrder {
    private static final Logger LOG = Logger.getLogger(StopOrder.class);

    @Inject
    Event<PauseOver> pauseOver;

    @ConfigProperty(name = "quarkus.shutdown.delay")
    Duration pause;

    void firstSign(@Observes ShutdownDelayInitiatedEvent event) {
        LOG.info("The service was told to stop");
        Thread.ofVirtual().name("stop").start(this::pause);
    }

    private void pause() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pauseOver.fire(new PauseOver());
    }
}
