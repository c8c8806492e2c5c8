package org.anchang.approval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.anchang.approval.Form;
import org.anchang.approval.Office;
import org.anchang.test.Ask;
import org.anchang.test.Following;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class InboxStreamTest {

    private final Office office = new Office();
    private final String path = "/api/v1/approval-tasks/changes/" + office.project;
    private final Person manager =
            Person.withRole("the.sales-manager", "sales-manager").in(office.project);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("APR-2 who keeps the inbox open hears that something waits, and that it waits no more")
    void hearsOfChanges() {
        try (var inbox = Following.open(manager, path, null)) {
            await().until(() -> !inbox.marks().isEmpty());
            var nothing = inbox.marks().getLast();
            var id = office.opened(Form.RENAME, Map.of()).getString("id");
            await().until(() -> !inbox.marks().getLast().equals(nothing));
            office.refuse(office.the("sales-manager"), office.task(id, "sales-manager"));
            // Nothing waits, as in the beginning.
            await().until(() -> inbox.marks().getLast().equals(nothing));
        }
    }

    @Test
    @DisplayName("APR-2 who comes back to the inbox with the last event hears only of what has changed since")
    void comesBack() {
        String last;
        try (var inbox = Following.open(manager, path, null)) {
            await().until(() -> !inbox.marks().isEmpty());
            last = inbox.marks().getLast();
        }
        try (var inbox = Following.open(manager, path, last)) {
            office.opened(Form.RENAME, Map.of());
            await().until(() -> !inbox.marks().isEmpty());
            assertThat(inbox.marks().getFirst()).isNotEqualTo(last);
        }
    }

    @Test
    @DisplayName("SEC-1 the stream of another project is not there")
    void foreign() {
        var stranger = Person.withRole("the.sales-manager", "sales-manager").in("elsewhere");
        assertThat(Ask.as(stranger).get(path).statusCode()).isEqualTo(404);
    }
}
