package org.anchang.kit;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.concurrent.CompletionStage;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

@ApplicationScoped
public class CustomerEchoes implements Reader<CustomerEvent> {
    public static volatile boolean indigestible;

    @Inject
    Inbox inbox;

    @Inject
    EntityManager database;

    @Incoming(CustomerEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public void read(CustomerEvent event) {
        if (event instanceof CustomerRegistered registered) {
            database.createNativeQuery("INSERT INTO echo (customer, number) VALUES (?1, ?2)")
                    .setParameter(1, registered.customer())
                    .setParameter(2, registered.number())
                    .executeUpdate();
            if (registered.number().startsWith("CLASH")) {
                insertTwice(registered);
            }
            if (indigestible && registered.number().startsWith("POISON")) {
                throw new IllegalStateException("cannot digest");
            }
        }
    }

    /// A conflict that comes back at every attempt.
    private void insertTwice(CustomerRegistered registered) {
        for (int i = 0; i < 2; i++) {
            database.createNativeQuery(
                            "INSERT INTO idempotency (key, fingerprint, status, headers) VALUES (?1, '-', 200, '')")
                    .setParameter(1, registered.customer().toString())
                    .executeUpdate();
        }
    }
}
