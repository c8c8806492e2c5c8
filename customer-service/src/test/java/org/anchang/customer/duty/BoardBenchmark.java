package org.anchang.customer.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anchang.customer.Office;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// REC-10: how soon fifty open boards hear of an arrival, against one.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@Tag("benchmark")
class BoardBenchmark {
    private static final Logger LOG = Logger.getLogger(BoardBenchmark.class);
    private static final int SCREENS = 50;
    private static final int SCREENS_EACH = 10;
    private static final int ROUNDS = 100;
    private static final int CONSULTANTS = 4;

    /// An open board: when it was told last.
    private static final class Screen {
        private volatile long told;

        void read(String line) {
            if (line.replace(" ", "").equals("event:changed")) {
                told = System.nanoTime();
            }
        }
    }

    /// @param afterAnswer from the answer to the command until a screen was told; below zero: told before
    /// @param afterSending from the sending of the command
    private record Delays(List<Double> afterAnswer, List<Double> afterSending) {
        static double p95(List<Double> millis) {
            return millis.stream().sorted().toList().get((int) (millis.size() * 0.95));
        }
    }

    private final Office office = new Office();
    private final String day = "/api/v1/duty-days/" + office.project;

    @Test
    @DisplayName("REC-10 fifty boards hear of an arrival within 200 ms of its answer at p95")
    void push() throws IOException, InterruptedException {
        office.visitor("-", "-");
        for (int nth = 0; nth < CONSULTANTS; nth++) {
            office.as("consultant." + nth)
                    .post(day + "/sign-ins", Map.of())
                    .then()
                    .statusCode(200);
        }
        office.siteManager().post(day + "/opening").then().statusCode(200);

        var one = measured(1);
        var fifty = measured(SCREENS);

        LOG.infof(
                "arrival → board, p95 after the answer: %.1f ms at one screen, %.1f ms at %d; after sending: %.1f ms, %.1f ms, ÷ %.2f",
                Delays.p95(one.afterAnswer()),
                Delays.p95(fifty.afterAnswer()),
                SCREENS,
                Delays.p95(one.afterSending()),
                Delays.p95(fifty.afterSending()),
                Delays.p95(fifty.afterSending()) / Delays.p95(one.afterSending()));
        assertThat(Delays.p95(fifty.afterAnswer())).isLessThan(200);
    }

    private Delays measured(int count) throws IOException, InterruptedException {
        var delays = new Delays(new ArrayList<>(), new ArrayList<>());
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var screens = screens(client, count);
            for (int round = 0; round < 2 * ROUNDS; round++) {
                arrival(screens, round < ROUNDS ? new Delays(new ArrayList<>(), new ArrayList<>()) : delays);
            }
            client.shutdownNow();
        }
        return delays;
    }

    /// Somebody comes, is received, and the reception ends: there is somebody free for the next.
    private void arrival(List<Screen> screens, Delays delays) {
        var sent = System.nanoTime();
        var came = office.siteManager().post("/api/v1/receptions", Map.of("project", office.project, "kind", "NEW"));
        var answered = System.nanoTime();
        came.then().statusCode(201);
        allHear(screens, sent);
        for (var screen : screens) {
            delays.afterAnswer().add((screen.told - answered) / 1e6);
            delays.afterSending().add((screen.told - sent) / 1e6);
        }
        var ending = System.nanoTime();
        office.siteManager()
                .post("/api/v1/receptions/" + came.jsonPath().getString("id") + "/end")
                .then()
                .statusCode(200);
        allHear(screens, ending);
    }

    private static void allHear(List<Screen> screens, long since) {
        Awaitility.await().until(() -> screens.stream().allMatch(screen -> screen.told - since > 0));
    }

    private List<Screen> screens(HttpClient client, int count) throws IOException, InterruptedException {
        var screens = new ArrayList<Screen>();
        for (int nth = 0; nth < count; nth++) {
            var screen = new Screen();
            var who = Person.consultant("consultant." + nth / SCREENS_EACH).in(office.project);
            var stream = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + day + "/changes"))
                            .header("Authorization", "Bearer " + who.token())
                            .header("Accept", "text/event-stream")
                            .build(),
                    BodyHandlers.ofLines());
            assertThat(stream.statusCode()).isEqualTo(200);
            Thread.ofVirtual().start(() -> {
                try {
                    stream.body().forEach(screen::read);
                } catch (UncheckedIOException e) {
                    // Closed.
                }
            });
            screens.add(screen);
        }
        Awaitility.await().until(() -> screens.stream().allMatch(screen -> screen.told != 0));
        return screens;
    }
}
