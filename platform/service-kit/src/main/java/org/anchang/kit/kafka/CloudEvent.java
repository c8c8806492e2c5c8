package org.anchang.kit.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The envelope of an event: CloudEvents 1.0, binary mode over Kafka. `sequence` is the aggregate's gap-free
/// number.
public record CloudEvent(
        String id,
        String source,
        String type,
        String subject,
        String time,
        long sequence,
        String project,
        @Nullable String traceparent) {

    public static Map<String, String> headers(CloudEvent event) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", event.id());
        headers.put("ce_source", event.source());
        headers.put("ce_type", event.type());
        headers.put("ce_subject", event.subject());
        headers.put("ce_time", event.time());
        headers.put("ce_sequence", Long.toString(event.sequence()));
        headers.put("ce_project", event.project());
        headers.put("content-type", "application/json");
        if (event.traceparent() != null) {
            headers.put("traceparent", event.traceparent());
        }
        return headers;
    }
}
