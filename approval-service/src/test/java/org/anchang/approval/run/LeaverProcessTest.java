package org.anchang.approval.run;

import static org.anchang.approval.Office.stage;
import static org.anchang.approval.Office.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchang.approval.Form;
import org.anchang.approval.Office;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.PostsChanged;
import org.anchang.test.AuditTrail;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class LeaverProcessTest {
    @Inject
    DataSource database;

    private final Office office = new Office();
    private final Neighbour customers = new Neighbour(CustomerEvent.TOPIC);
    private final String leaver = "leaver." + office.project;
    private final String heir = "heir." + office.project;

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("TRK-7 SEC-5 what waits for a leaver's signature waits for the successor; the audit says who ended the"
            + " post, and by which event")
    void successor() {
        asksByName(leaver);
        var id = office.opened(Form.RENAME, Map.of("reason", "改名")).getString("id");
        var task = office.task(id, "adviser");

        works(leaver, List.of(), heir);

        awaitAsked(id, List.of(heir));
        var changed = new AuditTrail(database, "approval_task", task).changes().getLast();
        assertThat(changed.actor()).isEqualTo("chen.jing");
        assertThat(changed.cause()).startsWith("event PostsChanged ");
        assertThat(office.approve(office.as("engineering", leaver), task).statusCode())
                .isEqualTo(404);
        var signed = office.approve(office.as("engineering", heir), task);
        assertThat(signed.statusCode()).as(signed.asString()).isEqualTo(200);
        assertThat(office.as("engineering", heir)
                        .get("/api/v1/approvals/" + id)
                        .jsonPath()
                        .getString("fields.reason"))
                .as("whoever is asked reads what is asked for")
                .isEqualTo("改名");
        assertThat(office.openSteps(id)).containsExactly("general-manager");
    }

    @Test
    @DisplayName(
            "TRK-7 APR-3 without a successor who may sign, a leaver's place is the superiors'; another whom it names"
                    + " goes on alone")
    void superiors() {
        asksByName(leaver);
        var mine = office.opened(office.request(Form.RENAME, Map.of(), heir)).getString("id");
        asksByName(leaver, "other.signer");
        var shared = office.opened(Form.RENAME, Map.of()).getString("id");

        works(leaver, List.of(), heir);

        awaitAsked(mine, List.of());
        assertThat(office.approval(mine).getString("applicant")).isEqualTo(heir);
        assertThat(office.approve(office.as("engineering", heir), office.task(mine, "adviser"))
                        .statusCode())
                .as("nobody signs their own request")
                .isEqualTo(403);
        assertThat(office.approve(office.the("site-manager"), office.task(mine, "adviser"))
                        .statusCode())
                .isEqualTo(200);
        awaitAsked(shared, List.of("other.signer", heir));
    }

    @Test
    @DisplayName(
            "TRK-7 a place whose turn comes after somebody left is asked of the successor, and of that one's; who came"
                    + " back is asked again")
    void later() {
        works(leaver, List.of(), heir);
        works(heir, List.of("elsewhere"), "next." + office.project);
        asksByName(leaver);
        var first = office.opened(Form.RENAME, Map.of()).getString("id");
        awaitAsked(first, List.of("next." + office.project));

        works(leaver, List.of(office.project), null);
        await().until(
                        () -> office.opened(Form.RENAME, Map.of()).getList("tasks.persons.flatten()"),
                        List.of(leaver)::equals);

        assertThat(office.approval(first).getList("tasks.persons.flatten()"))
                .as("what was handed over stays so")
                .containsExactly("next." + office.project);
    }

    @Test
    @DisplayName("TRK-7 who still works in a project, or in every one, is asked there as before")
    void stays() {
        asksByName(leaver, heir);
        var id = office.opened(Form.RENAME, Map.of()).getString("id");

        works(leaver, List.of("*"), null);
        works(heir, List.of(), null);

        awaitAsked(id, List.of(leaver));
    }

    private void asksByName(String... persons) {
        office.chain(
                Form.RENAME,
                stage(Map.of("key", "adviser", "persons", List.of(persons))),
                stage(step("general-manager")));
    }

    private void works(String person, List<String> projects, @Nullable String successor) {
        customers.tells(
                new PostsChanged(
                        UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8)),
                        "*",
                        Instant.now(),
                        person,
                        projects,
                        successor == null ? null : new PostsChanged.Successor(successor, List.of(office.project))),
                "chen.jing");
    }

    private void awaitAsked(String approval, List<String> persons) {
        await().until(() -> office.approval(approval).getList("tasks.persons.flatten()"), persons::equals);
    }
}
