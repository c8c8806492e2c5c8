package org.anchang.kit;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.anchang.events.ApprovalEvent;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.NotYet;
import org.anchang.kit.inbox.Reader;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// A reader whose events may have to wait for something else.
@ApplicationScoped
public class ApprovalEchoes implements Reader<ApprovalEvent> {
    public static final Set<UUID> NOT_READY = ConcurrentHashMap.newKeySet();
    public static final List<UUID> READ = new CopyOnWriteArrayList<>();
    public static final List<UUID> TRIED = new CopyOnWriteArrayList<>();

    @Inject
    Inbox inbox;

    @Incoming(ApprovalEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    public void read(ApprovalEvent event) {
        TRIED.add(event.aggregate());
        if (NOT_READY.contains(event.aggregate())) {
            throw new NotYet("what " + event.aggregate() + " rests on was not read yet");
        }
        READ.add(event.aggregate());
    }
}
