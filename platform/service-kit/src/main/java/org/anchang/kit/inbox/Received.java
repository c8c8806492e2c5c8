package org.anchang.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// An event as it arrived: what its envelope says, and the payload unread.
///
/// @param sequence    the aggregate's gap-free number, from 1
/// @param traceparent of the command that it tells of; not kept while it waits
record Received(
        String topic,
        UUID aggregate,
        long sequence,
        UUID id,
        String type,
        String payload,
        @Nullable String traceparent) {
    /// @throws IllegalArgumentException if the record has no envelope of ours
    static Received of(ConsumerRecord<String, byte[]> message) {
        if (message.key() == null || message.value() == null) {
            throw new IllegalArgumentException("a record without key or value");
        }
        return new Received(
                message.topic(),
                UUID.fromString(message.key()),
                Long.parseLong(required(message, "ce_sequence")),
                UUID.fromString(required(message, "ce_id")),
                required(message, "ce_type"),
                new String(message.value(), StandardCharsets.UTF_8),
                header(message, "traceparent"));
    }

    /// Whether it claims the place of another event.
    boolean forks(Received other) {
        return aggregate.equals(other.aggregate) && sequence == other.sequence && !id.equals(other.id);
    }

    /// The headers with which the event goes to the dead letters.
    Map<String, String> headers(String error) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", type);
        headers.put("ce_subject", aggregate.toString());
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("content-type", "application/json");
        headers.put("x-original-topic", topic);
        headers.put("x-error", error);
        return headers;
    }

    private static String required(ConsumerRecord<String, byte[]> message, String name) {
        var value = header(message, name);
        if (value == null) {
            throw new IllegalArgumentException("a record without " + name);
        }
        return value;
    }

    static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
