package org.anchang.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class TraceTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Inject
    EntityManager database;

    @Test
    @DisplayName("the trace of a command goes on in the reader of its event, across outbox and Kafka")
    void acrossKafka() {
        var deal = UUID.randomUUID();
        Ask.as(Notes.LI_NA)
                .request()
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .header("Idempotency-Key", deal.toString())
                .contentType("application/json")
                .body(Notes.note(deal, "traced"))
                .post("/api/v1/notes")
                .then()
                .statusCode(201);

        // Behind all that the other tests have said.
        await().until(() -> DealEchoes.READ_UNDER.containsKey(deal));
        var reader = DealEchoes.READ_UNDER.get(deal);
        assertThat(traceparent(deal)).startsWith("00-" + TRACE);
        assertThat(reader.getTraceId()).isEqualTo(TRACE);
        assertThat(traceparent(deal)).doesNotContain(reader.getSpanId());
    }

    private String traceparent(UUID deal) {
        return (String) database.createNativeQuery("SELECT traceparent FROM outbox WHERE aggregate = ?1")
                .setParameter(1, deal)
                .getSingleResult();
    }
}
