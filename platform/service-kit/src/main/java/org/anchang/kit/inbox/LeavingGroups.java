package org.anchang.kit.inbox;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.reactive.messaging.kafka.KafkaConnector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jboss.logging.Logger;

/// A service that is told to stop leaves its groups as soon as what it reads is through: other replicas read on at once,
/// not when it is gone.
@ApplicationScoped
class LeavingGroups {
    private static final Logger LOG = Logger.getLogger(LeavingGroups.class);

    @Inject
    ReadingTime time;

    @Inject
    @Connector(KafkaConnector.CONNECTOR_NAME)
    KafkaConnector consumers;

    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        Thread.ofVirtual().name("leaving groups").start(() -> {
            try {
                time.endOfWhatIsUnderWay();
                consumers.terminate(event);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warnf("The groups are left when the session ends: %s", e.getMessage());
            }
        });
    }
}
