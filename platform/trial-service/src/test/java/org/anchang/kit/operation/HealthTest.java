package org.anchang.kit.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.anchang.kit.Notes;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class HealthTest {
    Map<String, Runnable> outages;

    @Test
    @DisplayName("without its database a service is alive and not ready, answers 503, and recovers by itself")
    void databaseAway() {
        await().until(() -> status("started") == 200);
        assertThat(status("ready")).isEqualTo(200);
        outages.get("stop database").run();
        try {
            // A database that is paused rather than gone is found out by timeouts.
            await().atMost(Duration.ofSeconds(120)).until(() -> status("ready") == 503);
            assertThat(status("live")).isEqualTo(200);
            var answer = Notes.write(UUID.randomUUID(), "nobody hears");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.path("code").toString()).isEqualTo("TEMPORARILY_UNAVAILABLE");
        } finally {
            outages.get("start database").run();
        }
        await().until(() -> status("ready") == 200);
        assertThat(Notes.write(UUID.randomUUID(), "heard again").statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("OPS-1 a broker that is away shows in wellness within 30 s, with words; the service stays ready")
    void brokerAway() {
        await().until(() -> readers("status").equals("UP"));
        outages.get("stop broker").run();
        try {
            await().until(() -> readers("status").equals("DOWN"));
            assertThat(readers("data.broker")).startsWith("does not answer");
            assertThat(status("ready")).isEqualTo(200);
            assertThat(status("live")).isEqualTo(200);
        } finally {
            outages.get("start broker").run();
        }
        await().until(() -> readers("status").equals("UP"));
    }

    private static String readers(String member) {
        return RestAssured.get("/q/health/well").path("checks.find { it.name == 'readers' }." + member);
    }

    private static int status(String probe) {
        return RestAssured.get("/q/health/" + probe).statusCode();
    }
}
