package org.anchang.customer.care.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class NewsResourceTest {
    private final Office office = new Office();

    @Inject
    PublishingNews publishing;

    @Inject
    Database database;

    @Test
    @DisplayName(
            "CAR-5 CAR-7 news go to customers of a kind who agreed, in slices, each once; the preview says how many")
    void inSlices() {
        var agreed = office.customerOf("li.na");
        var silent = office.customerOf("li.na");
        office.customerOf("wang.lei");
        office.as("li.na")
                .post("/api/v1/customers/" + agreed + "/message-consent", Map.of("agreed", true, "way", "WRITING"))
                .then()
                .statusCode(200);
        copied(silent, 450);

        var preview = office.siteManager()
                .get("/api/v1/news/preview?owner=li.na&bought=false&project=" + office.project)
                .jsonPath();
        assertThat(preview.getInt("chosen")).isEqualTo(452);
        assertThat(preview.getInt("reached")).isEqualTo(1);
        assertThat(preview.getInt("withoutConsent")).isEqualTo(451);
        var published = office.siteManager()
                .post(
                        "/api/v1/news",
                        Map.of(
                                "project",
                                office.project,
                                "title",
                                "样板间开放",
                                "text",
                                "样板间本周六开放，欢迎参观。",
                                "segment",
                                Map.of("owner", "li.na", "bought", false)));
        published.then().statusCode(201);
        publishing.run();

        var path = "/api/v1/news?project=" + office.project;
        await().until(() -> office.siteManager().get(path).jsonPath().getBoolean("items[0].done"));
        var shown = office.siteManager().get(path).jsonPath();
        assertThat(shown.getInt("items[0].chosen")).isEqualTo(452);
        assertThat(shown.getInt("items[0].told")).isEqualTo(1);
        assertThat(shown.getInt("items[0].withoutConsent")).isEqualTo(451);
        var told = office.siteManager()
                .get("/api/v1/sent-messages?occasion=" + published.jsonPath().getString("id"))
                .jsonPath();
        assertThat(told.getList("items.customer")).containsExactly(agreed.toString());
        assertThat(told.getString("items[0].text")).isEqualTo("样板间本周六开放，欢迎参观。");
        assertThat(told.getString("items[0].askedBy")).isEqualTo("chen.jing");
        assertThat(office.siteManager()
                        .get("/api/v1/news/preview?attended=" + UUID.randomUUID() + "&project=" + office.project)
                        .jsonPath()
                        .getInt("chosen"))
                .as("an event that nobody attended")
                .isZero();
        assertThat(office.as("li.na").get(path).statusCode()).isEqualTo(403);
    }

    /// More of the same, as the database has them.
    private void copied(UUID customer, int times) {
        var written = database.sql("""
                        INSERT INTO customer (id, project, number, name, name_fingerprint, channel, first_consultant, owner,
                                              registered_by, registered_at, version)
                        SELECT gen_random_uuid(), project, number || '-' || n, name, name_fingerprint, channel, first_consultant,
                               owner, registered_by, registered_at, 0
                        FROM customer CROSS JOIN generate_series(1, :times) n WHERE id = :customer""")
                .with("customer", customer)
                .with("times", times)
                .write();
        assertThat(written).isEqualTo(times);
    }
}
