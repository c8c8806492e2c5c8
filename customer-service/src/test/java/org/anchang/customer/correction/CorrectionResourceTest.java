package org.anchang.customer.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerCorrected;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class CorrectionResourceTest {
    private final Office office = new Office();

    @Inject
    EntityManager database;

    @Test
    @DisplayName(
            "CUS-10 a visitor without a phone is registered, received and followed up, and has a phone once it is known")
    void withoutPhone() {
        var body = office.visitor("张三", "-");
        body.remove("phone");
        var registered = office.as("li.na").post("/api/v1/customers", body);
        var again = office.as("li.na").post("/api/v1/customers", body);
        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        assertThat(again.statusCode()).as("a name alone is nobody's").isEqualTo(201);
        var customer = id(registered);
        assertThat(id(again)).isNotEqualTo(customer);
        assertThat(registered.jsonPath().getMap("$")).doesNotContainKey("phone");

        office.visit("li.na", customer).then().statusCode(201);
        office.as("li.na")
                .post("/api/v1/follow-ups", Map.of("customer", customer, "said", "只是看看", "intentGrade", "C"))
                .then()
                .statusCode(201);
        var phone = Office.freshPhone();
        var known = add("li.na", customer, phone);

        assertThat(known.statusCode()).as(known.asString()).isEqualTo(201);
        assertThat(known.jsonPath().getString("phone")).isEqualTo(phone);
        var found = office.as("li.na").post("/api/v1/customers", office.visitor("张三", phone));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(id(found)).isEqualTo(customer);
    }

    @Test
    @DisplayName(
            "CUS-10 name, gender, channel and note are put right with a reason; the history shows who, before and after")
    void corrected() {
        office.isInRegion("WK");
        var customer = id(office.as("li.na").post("/api/v1/customers", office.visitor("章三", Office.freshPhone())));
        var right = right("张三丰");

        var corrected = correct("li.na", customer, tag(customer), right);

        assertThat(corrected.statusCode()).as(corrected.asString()).isEqualTo(200);
        var shown = office.as("li.na").get("/api/v1/customers/" + customer).jsonPath();
        assertThat(shown.getString("name")).isEqualTo("张三丰");
        assertThat(shown.getString("gender")).isEqualTo("MALE");
        assertThat(shown.getString("channel")).isEqualTo("PHONE_IN");
        assertThat(shown.getString("note")).isEqualTo("要顶楼");
        assertThat(shown.getString("number")).as("stays").isEqualTo("XWK-ZS001");
        assertThat(list("li.na", "&query=丰")).containsExactly(customer.toString());
        assertThat(list("li.na", "&query=章")).isEmpty();
        for (var reader : List.of(office.as("li.na"), office.siteManager())) {
            var history =
                    reader.get("/api/v1/customers/" + customer + "/corrections").jsonPath();
            assertThat(history.getList("items.field")).containsExactlyInAnyOrder("NAME", "GENDER", "CHANNEL", "NOTE");
            assertThat(history.getString("items.find { it.field == 'NAME' }.before"))
                    .isEqualTo("章三");
            assertThat(history.getString("items.find { it.field == 'NAME' }.after"))
                    .isEqualTo("张三丰");
            assertThat(history.getList("items.reason")).containsOnly("身份证上的写法");
            assertThat(history.getList("items.correctedBy")).containsOnly("li.na");
        }
        for (var text : List.of("章三", "张三丰", "要顶楼", "身份证上的写法")) {
            assertThat(rowsWith("customer_correction", text) + rowsWith("audit", text))
                    .as("CUS-6")
                    .isZero();
        }
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            assertThat(heard.await(customer, CustomerCorrected.class).name()).isEqualTo("张**");
        }
    }

    @Test
    @DisplayName(
            "CUS-10 who read an older version corrects nothing, nor who changes nothing, gives no reason or is neither owner nor site manager")
    void refused() {
        var customer = office.customerOf("li.na");
        var tag = tag(customer);
        assertThat(correct("li.na", customer, null, right("张三")).statusCode()).isEqualTo(428);
        assertThat(correct("li.na", customer, tag, right("张五")).statusCode()).isEqualTo(200);
        assertThat(correct("li.na", customer, tag, right("张六")).statusCode()).isEqualTo(412);
        tag = tag(customer);
        assertThat(correct("li.na", customer, tag, right("张五")).jsonPath().getString("code"))
                .isEqualTo("NOTHING_CORRECTED");
        var withoutReason = right("张七");
        withoutReason.remove("reason");
        assertThat(correct("li.na", customer, tag, withoutReason).statusCode()).isEqualTo(422);
        var referral = right("张五");
        referral.put("channel", "REFERRAL");
        assertThat(correct("li.na", customer, tag, referral).jsonPath().getString("code"))
                .isEqualTo("INTRODUCER_MISSING");
        referral.put("introducedBy", customer);
        assertThat(correct("li.na", customer, tag, referral).jsonPath().getString("code"))
                .isEqualTo("INTRODUCER_UNKNOWN");
        assertThat(correct("wang.lei", customer, tag, right("张八")).statusCode()).isEqualTo(404);
        assertThat(office.with("sales-manager")
                        .get("/api/v1/customers/" + customer + "/corrections")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName(
            "CUS-3 CUS-10 a customer has several phones, each one customer's; a retired one is free, and all of it stands in the history")
    void phones() {
        var customer = office.customerOf("li.na");
        var other = Office.freshPhone();
        office.as("wang.lei").post("/api/v1/customers", office.visitor("李四", other));

        var landline = add("li.na", customer, "0379-61234567-8001");
        var taken = add("li.na", customer, other);
        var again = add("li.na", customer, "(0379) 6123 4567");
        var bad = add("li.na", customer, "12");

        assertThat(landline.statusCode()).as(landline.asString()).isEqualTo(201);
        assertThat(landline.jsonPath().getList("phones.kind")).containsExactly("MOBILE", "LANDLINE");
        assertThat(landline.jsonPath().getList("otherPhones")).containsExactly("037961234567-8001");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.jsonPath().getString("code")).isEqualTo("PHONE_IS_ANOTHERS");
        assertThat(taken.jsonPath().getString("owner")).isEqualTo("wang.lei");
        assertThat(again.jsonPath().getString("code")).isEqualTo("PHONE_IS_KNOWN_ALREADY");
        assertThat(bad.jsonPath().getString("code")).isEqualTo("PHONE_NOT_UNDERSTOOD");

        var mobile = landline.jsonPath().getString("phones[0].phone");
        var path = "/api/v1/customers/" + customer + "/phones/"
                + landline.jsonPath().getString("phones[0].id") + "/retirement";
        assertThat(office.as("wang.lei").post(path, Map.of("reason", "空号")).statusCode())
                .isEqualTo(404);
        var retired = office.as("li.na").post(path, Map.of("reason", "空号"));
        assertThat(retired.statusCode()).as(retired.asString()).isEqualTo(200);
        assertThat(retired.jsonPath().getList("phones.kind")).containsExactly("LANDLINE");
        assertThat(office.as("li.na").post(path, Map.of("reason", "空号")).statusCode())
                .isEqualTo(404);
        assertThat(list("li.na", "&phone=" + mobile)).isEmpty();
        assertThat(office.as("wang.lei")
                        .post("/api/v1/customers", office.visitor("王五", mobile))
                        .statusCode())
                .as("somebody else's now")
                .isEqualTo(201);
        var history = office.as("li.na")
                .get("/api/v1/customers/" + customer + "/corrections")
                .jsonPath();
        assertThat(history.getList("items.field")).containsExactly("PHONE", "PHONE");
        assertThat(history.getString("items[1].before")).isEqualTo(mobile);
        assertThat(history.getString("items[1].reason")).isEqualTo("空号");
    }

    @Test
    @DisplayName(
            "CUS-10 CUS-1 who of a partner brought somebody is put right too, with history, and the others are told")
    void partner() {
        var customer = office.customerOf("li.na");
        var right = right("张三");
        right.put("channel", "PARTNER");
        right.put("broker", "王经纪");
        right.put("registration", "BB-7");

        var corrected = correct("li.na", customer, tag(customer), right);

        assertThat(corrected.statusCode()).as(corrected.asString()).isEqualTo(200);
        assertThat(corrected.jsonPath().getString("broker")).isEqualTo("王经纪");
        assertThat(office.as("li.na")
                        .get("/api/v1/customers/" + customer + "/corrections")
                        .jsonPath()
                        .getList("items.field"))
                .contains("CHANNEL", "BROKER", "REGISTRATION")
                .doesNotContain("NAME");
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            var told = heard.await(customer, CustomerCorrected.class);
            assertThat(told.channel()).isEqualTo("PARTNER");
            assertThat(told.broker()).isEqualTo("王经纪");
            assertThat(told.registration()).isEqualTo("BB-7");
        }
    }

    private Response correct(String consultant, UUID customer, @Nullable String tag, Map<String, Object> right) {
        var request = office.as(consultant)
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(right);
        return (tag == null ? request : request.header("If-Match", tag))
                .post("/api/v1/customers/" + customer + "/corrections");
    }

    private Response add(String consultant, UUID customer, String phone) {
        return office.as(consultant)
                .post("/api/v1/customers/" + customer + "/phones", Map.of("phone", phone, "reason", "补登"));
    }

    private String tag(UUID customer) {
        return office.as("li.na").get("/api/v1/customers/" + customer).header("ETag");
    }

    private static Map<String, Object> right(String name) {
        return new HashMap<>(
                Map.of("name", name, "gender", "MALE", "channel", "PHONE_IN", "note", "要顶楼", "reason", "身份证上的写法"));
    }

    private List<String> list(String consultant, String filter) {
        return office.as(consultant)
                .get("/api/v1/customers?project=" + office.project + filter)
                .jsonPath()
                .getList("items.id");
    }

    private long rowsWith(String table, String text) {
        return (Long) database.createNativeQuery(
                        "SELECT count(*) FROM %s t WHERE strpos(t::text, ?1) > 0".formatted(table), Long.class)
                .setParameter(1, text)
                .getSingleResult();
    }

    private static UUID id(Response answer) {
        return UUID.fromString(answer.jsonPath().getString("id"));
    }
}
