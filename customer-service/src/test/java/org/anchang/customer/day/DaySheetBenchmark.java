package org.anchang.customer.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.anchang.test.Superuser;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// TRK-1: what the day sheet of a consultant costs, against one of their customers by key, both over REST: 500
/// customers of their own with 50 due plans, and nine colleagues with as many.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@Tag("benchmark")
class DaySheetBenchmark {
    private static final Logger LOG = Logger.getLogger(DaySheetBenchmark.class);
    private static final int CUSTOMERS = 500;
    private static final int DUE = 50;
    private static final int ROUNDS = 300;

    private static final String COLLEAGUES = """
            WITH made AS (
                INSERT INTO customer (id, project, number, name, name_fingerprint, channel, first_consultant, owner,
                                      registered_by, registered_at, intent_grade)
                SELECT gen_random_uuid(), :project, 'XDS-ZS' || nth, 'sealed', 'none', 'WALK_IN', 'c' || nth % 9, 'c' || nth % 9,
                       'c', now() - interval '40 days', 'B'
                FROM generate_series(1, 4500) nth RETURNING id, owner, substr(number, 7)::int AS nth)
            INSERT INTO follow_up (id, project, customer, state, due_on, purpose, planned_by, done_by, done_at, said)
            SELECT gen_random_uuid(), :project, id, CASE WHEN nth % 10 = 0 THEN 'PLANNED' ELSE 'DONE' END,
                   CASE WHEN nth % 10 = 0 THEN :today::date END, CASE WHEN nth % 10 = 0 THEN 'sealed' END,
                   CASE WHEN nth % 10 = 0 THEN owner END, CASE WHEN nth % 10 <> 0 THEN owner END,
                   CASE WHEN nth % 10 <> 0 THEN now() END, CASE WHEN nth % 10 <> 0 THEN 'sealed' END
            FROM made""";

    private final Office office = new Office();

    @Inject
    Database database;

    @Test
    @DisplayName("TRK-1 a day sheet of 500 customers and 50 due plans costs at most eight looks at one customer at p95")
    void costs() throws IOException, InterruptedException {
        var today = LocalDate.now(OfficeClock.OFFICE_ZONE);
        var own = customers(today);
        QuarkusTransaction.requiringNew().run(() -> database.sql(COLLEAGUES)
                .with("project", office.project)
                .with("today", today)
                .write());
        for (var table : List.of("customer", "follow_up")) {
            Superuser.runAlone("VACUUM ANALYZE " + table);
        }

        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var sheet = asked("/api/v1/day?project=" + office.project);
            var shown =
                    JsonPath.from(client.send(sheet, BodyHandlers.ofString()).body());
            assertThat(shown.getInt("of.find { it.kind == 'PLAN' }.count")).isEqualTo(DUE);
            var byKey = p95(client, nth -> asked("/api/v1/customers/" + own.get(nth % own.size())));
            var day = p95(client, _ -> sheet);
            LOG.infof("day sheet p95 %.2f ms, one customer by key %.2f ms, ÷ %.1f", day, byKey, day / byKey);
            assertThat(day).isLessThanOrEqualTo(8 * byKey);
        }
    }

    private List<UUID> customers(LocalDate today) {
        var made = new ArrayList<UUID>();
        var li = office.as("li.na");
        for (int nth = 0; nth < CUSTOMERS; nth++) {
            var customer = office.customerOf("li.na", 40);
            made.add(customer);
            var plan = Map.of(
                    "way",
                    "CALL",
                    "purpose",
                    "约看样板间",
                    "dueOn",
                    today.minusDays(nth % 3).toString());
            var done = nth < DUE
                    ? Office.at(
                            today.minusDays(4)
                                    .atStartOfDay(OfficeClock.OFFICE_ZONE)
                                    .toInstant(),
                            li,
                            "/api/v1/follow-ups/plans",
                            Map.of("customer", customer, "plan", plan))
                    : li.post("/api/v1/follow-ups", Map.of("customer", customer, "said", "还在比较", "intentGrade", "B"));
            done.then().statusCode(201);
        }
        return made;
    }

    private HttpRequest asked(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header(
                        "Authorization",
                        "Bearer "
                                + Person.consultant("li.na").in(office.project).token())
                .build();
    }

    private interface Asking {
        HttpRequest nth(int nth);
    }

    /// In milliseconds, after as many that do not count.
    private static double p95(HttpClient client, Asking asking) throws IOException, InterruptedException {
        var times = new ArrayList<Long>();
        for (int nth = 0; nth < 2 * ROUNDS; nth++) {
            var request = asking.nth(nth);
            var begun = System.nanoTime();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            if (nth >= ROUNDS) {
                times.add(System.nanoTime() - begun);
            }
        }
        times.sort(null);
        return times.get((int) (times.size() * 0.95)) / 1e6;
    }
}
