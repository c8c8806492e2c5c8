package org.anchang.customer.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.anchang.customer.Office;
import org.anchang.customer.sending.Letterbox;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class TellingOfSheetsProcessTest {
    /// A Monday morning to come, so that what the office's own rounds tell is about other days.
    private static final LocalDateTime MORNING = LocalDateTime.of(2030, 12, 2, 8, 5);

    private final Office office = new Office();
    private final String manager = "m" + UUID.randomUUID();
    private final String consultant = "c" + UUID.randomUUID();

    @Inject
    TellingOfSheets sheets;

    @Inject
    Letterbox letterbox;

    @Inject
    Database database;

    @Test
    @DisplayName(
            "RPT-2 at the project's hour its managers are told once that the sheets are there, though two replicas look")
    void once() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> {
            holds(manager, "site-manager");
            holds(consultant, "consultant");
        });
        tell();
        assertThat(told()).as("nobody set an hour").isEmpty();
        office.sets("SHEETS_AT", "8");

        try (var replicas = Executors.newFixedThreadPool(2)) {
            Callable<Void> look = () -> {
                tell();
                return null;
            };
            for (var looked : replicas.invokeAll(List.of(look, look))) {
                looked.get();
            }
        }

        await().until(() -> told().size(), Integer.valueOf(1)::equals);
        assertThat(told().getFirst())
                .contains(
                        "日报 12月1日：",
                        "周报 11月25日至12月1日：",
                        "/console/reports?project=" + office.project + "&span=week&day=2030-12-01")
                .doesNotContain("月报");
        assertThat(letterbox.texts(consultant)).isEmpty();
        await().until(() -> log().getList("items.state"), states -> states.contains("SENT"));
        assertThat(log().getList("items.person")).contains(manager).doesNotContain(consultant);
        assertThat(log().getString("items[0].text")).contains("报表已出");
    }

    private void tell() {
        var round = Arc.container().requestContext();
        round.activate();
        try {
            QuarkusTransaction.requiringNew().run(() -> sheets.tell(office.project, MORNING));
        } finally {
            round.terminate();
        }
    }

    private List<String> told() {
        return letterbox.texts(manager).stream()
                .filter(text -> text.contains("2030-12-01"))
                .toList();
    }

    private JsonPath log() {
        return office.siteManager()
                .get("/api/v1/sent-messages?kind=SHEET&project=" + office.project)
                .jsonPath();
    }

    private void holds(String person, String role) {
        database.sql("INSERT INTO staff_person (person, name, state) VALUES (:person, '某人', 'ACTIVE')")
                .with("person", person)
                .write();
        database.sql("""
                        INSERT INTO post (id, project, person, role, given_by, since)
                        VALUES (:id, :project, :person, :role, 'admin.office', now())""")
                .with("id", UUID.randomUUID())
                .with("project", office.project)
                .with("person", person)
                .with("role", role)
                .write();
    }
}
