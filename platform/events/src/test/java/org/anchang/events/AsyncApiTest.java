package org.anchang.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// `docs/asyncapi.yaml` describes every topic and event, and nothing else. `-Dupdate` writes it.
class AsyncApiTest {
    private static final Path DOCUMENT = Path.of("../../docs/asyncapi.yaml");

    private static final String HEAD = """
            # Written by AsyncApiTest from the records of platform/events; -Dupdate writes it anew.
            asyncapi: 3.0.0
            info:
              title: Anchang events
              version: '1'
              description: >-
                One topic per service. CloudEvents 1.0 in binary mode: the envelope stands in Kafka headers (ce_id, ce_type,
                ce_source, ce_subject, ce_time, ce_sequence, ce_project, traceparent), the payload is JSON. The key is the
                aggregate's id; ce_sequence numbers the aggregate's events from 1 without a gap. Delivery is at least once
                and in order per key: pass over a ce_sequence that you have read. Members are only ever added, and only
                optional ones; pass over members and types that you do not know. Every event names in "by" who did what it
                tells; it is absent where nobody did, a timer for one.
              license:
                name: Apache-2.0
            defaultContentType: application/json
            """;

    private static final String MESSAGE = """
            |    %1$s:
            |      name: %1$s
            |      contentType: application/json
            |      payload:
            |        schemaFormat: application/schema+json;version=draft-2020-12
            |        schema:
            |          $ref: ../platform/events/src/main/resources/schemas/%2$s/%1$s.json
            """.replace("|", "");

    @Test
    @DisplayName("docs/asyncapi.yaml names every topic, every event and its schema")
    void documentIsTrue() throws IOException {
        var generated = document();
        assertEquals(generated, Language.committed(DOCUMENT, generated));
    }

    private static String document() {
        var text = new StringBuilder(HEAD).append("channels:\n");
        for (var language : Language.TOPICS) {
            var topic = Language.topicOf(language);
            text.append("  ")
                    .append(topic)
                    .append(":\n    address: ")
                    .append(topic)
                    .append("\n    messages:\n");
            for (var event : Language.eventsOf(language)) {
                text.append("      %s:\n        $ref: '#/components/messages/%1$s'\n".formatted(event.getSimpleName()));
            }
        }
        text.append("operations:\n");
        for (var language : Language.TOPICS) {
            var topic = Language.topicOf(language);
            text.append(
                    "  publish-%s:\n    action: send\n    channel:\n      $ref: '#/channels/%1$s'\n".formatted(topic));
        }
        text.append("components:\n  messages:\n");
        for (var language : Language.TOPICS) {
            for (var event : Language.eventsOf(language)) {
                text.append(MESSAGE.formatted(event.getSimpleName(), Language.topicOf(language)));
            }
        }
        return text.toString();
    }
}
