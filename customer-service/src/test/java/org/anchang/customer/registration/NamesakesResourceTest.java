package org.anchang.customer.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.anchang.customer.Office;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.anchang.test.Superuser;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class NamesakesResourceTest {
    private static final Logger LOG = Logger.getLogger(NamesakesResourceTest.class);
    private static final int CONSULTANTS = 10;
    private static final int ONE_AFTER_THE_OTHER = 60;
    private static final Duration AT_LAST = Duration.ofMinutes(1);
    private static final int BUSY = 503;

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Answer(int status, JsonNode body, Duration took, int sentAgain) {
        String said(String member) {
            return body.path(member).asText();
        }
    }

    private final Office office = new Office();

    @Inject
    Database database;

    @Test
    @DisplayName("CUS-2 CUS-3 many 王伟 of one region at once get numbers without gap, of four digits too; of those with"
            + " one phone one is registered and the others hear whose it is")
    void namesakes() throws InterruptedException, ExecutionException {
        var others = 900;
        Superuser.run("INSERT INTO number_series (region, initials, last) VALUES ('QN', 'WW', %d)".formatted(others));
        office.isInRegion("QN");

        allAtOnce(others, 150, 15);
    }

    @Test
    @Tag("benchmark")
    @DisplayName("CUS-2 how long a thousand 王伟 at once take")
    void thousand() throws IOException, InterruptedException, ExecutionException {
        office.isInRegion("QT");
        var begun = System.nanoTime();
        var answers = allAtOnce(0, 1_000, 50);
        var whole = Duration.ofNanos(System.nanoTime() - begun);

        var alone = new ArrayList<Answer>();
        try (var client = client()) {
            for (int nth = 0; nth < ONE_AFTER_THE_OTHER; nth++) {
                alone.add(answered(client, registration("li.na", Office.freshPhone())));
            }
        }
        LOG.infof(
                "%d registrations at once in %d ms, %.1f ms for each, p95 from sending to the answer %d ms, %d sent"
                        + " again; one after the other p95 %d ms",
                answers.size(),
                whole.toMillis(),
                whole.toNanos() / 1e6 / answers.size(),
                p95(answers),
                answers.stream().mapToInt(Answer::sentAgain).sum(),
                p95(alone));
    }

    /// @param others that the region has already
    private List<Answer> allAtOnce(int others, int namesakes, int withOnePhone)
            throws InterruptedException, ExecutionException {
        var shared = Office.freshPhone();
        var phones = new ArrayList<String>();
        IntStream.range(0, namesakes).forEach(_ -> phones.add(Office.freshPhone()));
        IntStream.range(0, withOnePhone).forEach(nth -> phones.add(nth * namesakes / withOnePhone, shared));

        var answers = atOnce(phones);

        var made = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(made.stream()
                        .map(answer -> answer.said("number").replaceFirst("^XQ[NT]-WW", ""))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(others + 1, others + namesakes + 1)
                        .mapToObj("%03d"::formatted)
                        .toList());
        var told = answers.stream().filter(answer -> answer.status() != 201).toList();
        assertThat(told).hasSize(withOnePhone - 1).extracting(Answer::status).containsOnly(200);
        var winner = IntStream.range(0, phones.size())
                .filter(nth -> phones.get(nth).equals(shared))
                .mapToObj(answers::get)
                .filter(answer -> answer.status() == 201)
                .toList();
        assertThat(winner).hasSize(1);
        assertThat(told).allSatisfy(answer -> {
            assertThat(answer.said("alreadyKnown")).isEqualTo("true");
            assertThat(answer.said("id")).isEqualTo(winner.getFirst().said("id"));
            assertThat(answer.said("owner")).isEqualTo(winner.getFirst().said("owner"));
        });
        assertThat(database.sql("SELECT count(*) FROM customer WHERE project = :project")
                        .with("project", office.project)
                        .one(Long.class))
                .isEqualTo(namesakes + 1);
        return answers;
    }

    /// All at once, in the order of the phones.
    private List<Answer> atOnce(List<String> phones) throws InterruptedException, ExecutionException {
        var answers = new ArrayList<Future<Answer>>();
        try (var client = client();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int nth = 0; nth < phones.size(); nth++) {
                var sent = registration("consultant." + nth % CONSULTANTS, phones.get(nth));
                answers.add(people.submit(() -> answered(client, sent)));
            }
        }
        var all = new ArrayList<Answer>();
        for (var answer : answers) {
            all.add(answer.get());
        }
        return all;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private HttpRequest registration(String consultant, String phone) {
        var body = """
                {"project": "%s", "name": "王伟", "phone": "%s", "channel": "WALK_IN"}""".formatted(office.project, phone);
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1/customers"))
                .timeout(AT_LAST)
                .header(
                        "Authorization",
                        "Bearer "
                                + Person.consultant(consultant)
                                        .in(office.project)
                                        .token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /// Whoever is told that the office is busy sends the same again, under the same key.
    private static Answer answered(HttpClient client, HttpRequest sent) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        for (int again = 0; ; again++) {
            var answer = client.send(sent, BodyHandlers.ofString());
            if (answer.statusCode() != BUSY) {
                var took = Duration.ofNanos(System.nanoTime() - begun);
                return new Answer(answer.statusCode(), JSON.readTree(answer.body()), took, again);
            }
        }
    }

    private static long p95(List<Answer> answers) {
        var took = answers.stream().map(Answer::took).sorted().toList();
        return took.get(took.size() * 95 / 100).toMillis();
    }
}
