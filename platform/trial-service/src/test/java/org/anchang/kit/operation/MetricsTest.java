package org.anchang.kit.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import org.anchang.kit.Notes;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class MetricsTest {
    @Test
    @DisplayName("each command is timed by its method, path and answer, in steps from which percentiles can be told")
    void commandTimings() {
        Notes.write(UUID.randomUUID(), "timed").then().statusCode(201);

        // It is counted once the answer is out.
        await().untilAsserted(() -> assertThat(lines())
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_bucket")
                        && line.contains("method=\"POST\"")
                        && line.contains("uri=\"/api/v1/notes\"")
                        && line.contains("status=\"201\"")
                        && line.contains("le=\"0.25\"")));
    }

    @Test
    @DisplayName("outbox lag, stuck and parked events and dead letters can be watched")
    void watched() {
        assertThat(lines())
                .anyMatch(line -> line.startsWith("anchang_outbox_lag_seconds"))
                .anyMatch(line -> line.startsWith("anchang_outbox_stuck"))
                .anyMatch(line -> line.startsWith("anchang_inbox_parked"))
                .anyMatch(line -> line.startsWith("anchang_inbox_dead"))
                .anyMatch(line -> line.startsWith("anchang_inbox_forked"))
                .anyMatch(line -> line.startsWith("anchang_inbox_oldest_seconds"));
    }

    @Test
    @DisplayName("OPS-1 the pool, the lag of readers, what is due and which build runs can be watched")
    void operations() {
        // Once it was looked for.
        await().untilAsserted(() -> assertThat(lines())
                .anyMatch(line ->
                        line.startsWith("anchang_reader_lag{topic=\"customer-events\"") && !line.endsWith("NaN")));
        assertThat(lines())
                .anyMatch(line -> line.startsWith("agroal_available_count"))
                .anyMatch(line -> line.startsWith("agroal_awaiting_count"))
                .anyMatch(line -> line.startsWith("anchang_sweeps_age_seconds"))
                .anyMatch(line -> line.startsWith("anchang_sweep_overdue_seconds{sweep=\"Relay\""))
                .anyMatch(line ->
                        line.startsWith("anchang_build_info") && line.contains("version=") && line.endsWith(" 1.0"));
    }

    private static String[] lines() {
        return RestAssured.get("/q/metrics").asString().split("\n");
    }
}
