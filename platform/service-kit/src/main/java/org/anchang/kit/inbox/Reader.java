package org.anchang.kit.inbox;

import java.lang.reflect.ParameterizedType;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.events.Event;

/// A service's reader of one topic. Its effect takes part in the transaction in which the inbox counts the event.
///
/// ```java
/// @ApplicationScoped
/// class ApprovalEvents implements Reader<ApprovalEvent> {
///     @Incoming(ApprovalEvent.TOPIC) @Blocking
///     CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
///         return inbox.read(messages, this);
///     }
///
///     public void read(ApprovalEvent event) { switch (event) { … } }
/// }
/// ```
public interface Reader<E extends Event> {
    /// The sealed interface of the topic: what it, or a class that it extends, says that it reads.
    @SuppressWarnings("unchecked")
    default Class<E> language() {
        for (Class<?> type = getClass(); type != null; type = type.getSuperclass()) {
            var above = Stream.concat(
                    Stream.of(type.getGenericInterfaces()), Stream.ofNullable(type.getGenericSuperclass()));
            for (var said : above.toList()) {
                if (said instanceof ParameterizedType reads
                        && reads.getRawType() instanceof Class<?> raw
                        && Reader.class.isAssignableFrom(raw)
                        && reads.getActualTypeArguments()[0] instanceof Class<?> language) {
                    return (Class<E>) language;
                }
            }
        }
        throw new IllegalStateException(getClass() + " does not say what it reads");
    }

    /// Whether events of this type are for this reader. What it leaves out is passed over without a trace, so it must
    /// leave out whole streams: an aggregate is read from its first event to its last, or not at all.
    default boolean reads(String type) {
        return true;
    }

    /// Acts on the event. An exception rolls the effect back and parks the aggregate. Other events are read in the same
    /// transaction, so that what is not of the transaction may happen more than once.
    void read(E event);

    /// The same for a reader that keeps what it was told under the event's own id.
    default void read(E event, UUID id) {
        read(event);
    }

    /// The same for a reader that keeps what it was told by the event's place in its aggregate's stream.
    default void read(E event, UUID id, long sequence) {
        read(event, id);
    }
}
