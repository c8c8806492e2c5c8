package org.anchang.customer.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.anchang.customer.Office;
import org.anchang.customer.sending.MessageCarrier.Carried;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class SendingProcessTest {

    private final Office office = new Office();
    private final String phone = Office.freshPhone();

    @Inject
    SendingDue sending;

    @Inject
    Letterbox letterbox;

    @Inject
    Database database;

    @Test
    @DisplayName(
            "CAR-7 CAR-1 a care task of a message sends it, once, though two senders are at it and it is asked twice")
    void onceByTwoSenders() throws Exception {
        var customer = agreed();
        var task = task(customer);
        office.sets("MESSAGES_QUIET_FROM", "00:00");
        office.sets("MESSAGES_QUIET_UNTIL", "00:00");

        finish(task, "生日快乐！").then().statusCode(200);
        assertThat(finish(task, "生日快乐！").jsonPath().getString("code")).isEqualTo("CARE_TASK_IS_DONE");
        try (var senders = Executors.newFixedThreadPool(2)) {
            Callable<Void> send = () -> {
                sending.run();
                return null;
            };
            for (var sent : senders.invokeAll(List.of(send, send))) {
                sent.get();
            }
        }

        await().until(() -> "SENT".equals(told(customer).getString("items[0].state")));
        assertThat(letterbox.texts(phone)).containsExactly("生日快乐！");
        assertThat(told(customer).getString("items[0].text")).isEqualTo("生日快乐！");
        assertThat(told(customer).getString("items[0].carrier")).isEqualTo("letterbox");
        assertThat(office.as("wang.lei")
                        .get("/api/v1/sent-messages?project=" + office.project)
                        .jsonPath()
                        .getList("items"))
                .as("SEC-1")
                .isEmpty();
        assertThat(row(customer)).as("CUS-6").doesNotContain("生日快乐", phone);
    }

    @Test
    @DisplayName("CAR-7 without consent nothing is sent; a consent that is withdrawn while a message waits counts")
    void consent() {
        var customer = customer();
        var refused = finish(task(customer), "节日快乐");
        assertThat(refused.jsonPath().getString("code")).isEqualTo("CUSTOMER_WANTS_NO_MESSAGES");
        assertThat(refused.statusCode()).isEqualTo(409);

        agree(customer, true).then().statusCode(200);
        waitsForever();
        finish(task(customer), "节日快乐").then().statusCode(200);
        agree(customer, false).then().statusCode(200);
        becomesDue(customer);
        sending.run();

        await().until(() -> "LEFT_OUT".equals(told(customer).getString("items[0].state")));
        assertThat(told(customer).getString("items[0].reason")).isEqualTo("NO_CONSENT");
        assertThat(letterbox.texts(phone)).isEmpty();
        assertThat(office.as("wang.lei")
                        .get("/api/v1/customers/" + customer + "/message-consent")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("CAR-7 within the quiet hours a message waits until they end, as the office's clock has it")
    void quietHours() {
        var customer = agreed();
        var task = task(customer);
        var night = LocalDate.now(OfficeClock.OFFICE_ZONE)
                .plusDays(1)
                .atTime(22, 30)
                .atZone(OfficeClock.OFFICE_ZONE)
                .toInstant();

        Office.at(
                        night,
                        office.as("li.na"),
                        "/api/v1/care-tasks/" + task + "/done",
                        Map.of("done", "MESSAGE", "what", "晚安"))
                .then()
                .statusCode(200);
        sending.run();

        assertThat(Instant.parse(told(customer).getString("items[0].dueAt")))
                .isEqualTo(night.plus(Duration.ofMinutes(570)));
        assertThat(told(customer).getString("items[0].state")).isEqualTo("WAITING");
        assertThat(letterbox.texts(phone)).isEmpty();
    }

    @Test
    @DisplayName("CAR-7 a message whose end nobody noted goes out again only if a person says so, under the same key")
    void notNoted() {
        var customer = agreed();
        office.sets("MESSAGES_QUIET_FROM", "00:00");
        office.sets("MESSAGES_QUIET_UNTIL", "00:00");
        letterbox.answers(phone, Carried.NOT_KNOWN);
        finish(task(customer), "您好").then().statusCode(200);
        sending.run();
        await().until(() -> "UNKNOWN".equals(told(customer).getString("items[0].state")));
        sending.run();
        assertThat(letterbox.texts(phone)).hasSize(1);
        var path = "/api/v1/sent-messages/" + told(customer).getString("items[0].id") + "/again";

        assertThat(office.as("li.na").post(path).statusCode()).isEqualTo(403);
        letterbox.answers(phone, Carried.TAKEN);
        office.siteManager().post(path).then().statusCode(200);
        sending.run();

        await().until(() -> "SENT".equals(told(customer).getString("items[0].state")));
        assertThat(letterbox.ids(phone)).hasSize(2);
        assertThat(letterbox.ids(phone).stream().distinct()).hasSize(1);
        assertThat(office.siteManager().post(path).jsonPath().getString("code")).isEqualTo("MESSAGE_IS_UNDER_WAY");
    }

    @Test
    @DisplayName("CAR-7 a sender that died between claim and note leaves a message that may have gone out, and says so")
    void diedBetween() {
        var customer = agreed();
        waitsForever();
        finish(task(customer), "您好").then().statusCode(200);
        var written = database.sql("""
                        UPDATE sent_message SET state = 'SENDING', due_at = clock_timestamp() - interval '1 minute'
                        WHERE customer = :customer""").with("customer", customer).write();

        sending.run();

        assertThat(written).isEqualTo(1);
        await().until(() -> "UNKNOWN".equals(told(customer).getString("items[0].state")));
        assertThat(told(customer).getString("items[0].reason")).isEqualTo("NOT_NOTED");
        assertThat(letterbox.texts(phone)).isEmpty();
    }

    /// From midnight to midnight but for a minute, and that is not now.
    private void waitsForever() {
        var next = OfficeClock.OFFICE_ZONE;
        var hour = java.time.LocalTime.now(next).plusHours(3).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        office.sets("MESSAGES_QUIET_FROM", hour.plusMinutes(1).toString());
        office.sets("MESSAGES_QUIET_UNTIL", hour.toString());
    }

    private void becomesDue(UUID customer) {
        office.sets("MESSAGES_QUIET_FROM", "00:00");
        office.sets("MESSAGES_QUIET_UNTIL", "00:00");
        database.sql("UPDATE sent_message SET due_at = clock_timestamp() WHERE customer = :customer")
                .with("customer", customer)
                .write();
    }

    private UUID customer() {
        var registered = office.as("li.na").post("/api/v1/customers", office.visitor("张三", phone));
        registered.then().statusCode(201);
        return UUID.fromString(registered.jsonPath().getString("id"));
    }

    private UUID agreed() {
        var customer = customer();
        agree(customer, true).then().statusCode(200);
        return customer;
    }

    private Response agree(UUID customer, boolean agreed) {
        return office.as("li.na")
                .post(
                        "/api/v1/customers/" + customer + "/message-consent",
                        Map.of("agreed", agreed, "way", "IN_PERSON"));
    }

    private String task(UUID customer) {
        return office.as("li.na")
                .post(
                        "/api/v1/care-tasks",
                        Map.of(
                                "customer",
                                customer,
                                "on",
                                LocalDate.now(OfficeClock.OFFICE_ZONE)
                                        .plusDays(2)
                                        .toString(),
                                "purpose",
                                "问候"))
                .jsonPath()
                .getString("id");
    }

    private Response finish(String task, String what) {
        return office.as("li.na").post("/api/v1/care-tasks/" + task + "/done", Map.of("done", "MESSAGE", "what", what));
    }

    private JsonPath told(UUID customer) {
        return office.as("li.na")
                .get("/api/v1/sent-messages?customer=" + customer)
                .jsonPath();
    }

    private String row(UUID customer) {
        return database.sql("SELECT to_jsonb(m)::text FROM sent_message m WHERE customer = :customer")
                .with("customer", customer)
                .one(String.class);
    }
}
