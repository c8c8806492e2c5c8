package org.anchang.customer.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchang.customer.Office;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class RegistrationResourceTest {
    private static final int AT_ONCE = 24;

    private final Office office = new Office();

    @Inject
    EntityManager database;

    @Test
    @DisplayName("CUS-1 CUS-2 REC-2 a contact becomes a customer with a channel, a number and an owner")
    void registered() {
        office.isInRegion("QA");
        var phone = Office.freshPhone();

        var first = register("li.na", "张三", phone);
        var second = register("li.na", "赵四", Office.freshPhone());
        var third = register("wang.lei", "张帅", Office.freshPhone());

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        var customer = first.jsonPath();
        assertThat(customer.getString("number")).isEqualTo("XQA-ZS001");
        assertThat(customer.getString("owner")).isEqualTo("li.na");
        assertThat(customer.getString("channel")).isEqualTo("WALK_IN");
        assertThat(customer.getString("name")).isEqualTo("张三");
        assertThat(customer.getString("phone")).isEqualTo(phone);
        assertThat(customer.getBoolean("alreadyKnown")).isFalse();
        assertThat(customer.getList("actions.name")).contains("hold-unit", "receive");
        assertThat(second.jsonPath().getString("number")).isEqualTo("XQA-ZS002");
        assertThat(third.jsonPath().getString("number")).isEqualTo("XQA-ZS003");
        try (var heard = new Overheard(CustomerEvent.TOPIC)) {
            var event = heard.await(id(first), CustomerRegistered.class);
            assertThat(event.number()).isEqualTo("XQA-ZS001");
            assertThat(event.owner()).isEqualTo("li.na");
            assertThat(event.name()).as("CUS-6").isEqualTo("张**");
        }
    }

    @Test
    @DisplayName("CUS-3 a phone that the project knows finds its customer and owner, and the answer says so")
    void alreadyKnown() {
        var phone = Office.freshPhone();
        var first = register("li.na", "张三", phone);

        var again = register("wang.lei", "张三", "+86 " + phone.substring(0, 3) + " " + phone.substring(3));
        var elsewhere = new Office();
        var inAnotherProject = elsewhere.as("wang.lei").post("/api/v1/customers", elsewhere.visitor("张三", phone));

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        assertThat(id(again)).isEqualTo(id(first));
        assertThat(again.jsonPath().getBoolean("alreadyKnown")).isTrue();
        assertThat(again.jsonPath().getString("owner")).isEqualTo("li.na");
        assertThat(again.jsonPath().getString("phone")).contains("****").isNotEqualTo(phone);
        assertThat(again.jsonPath().getString("name")).isEqualTo("张**");
        assertThat(again.jsonPath().getString("lastContactAt")).isNotNull();
        assertThat(again.jsonPath().getMap("$"))
                .as("SEC-1 neither what they want nor whether they have bought")
                .doesNotContainKeys("number", "intentGrade", "boughtAt", "note", "gender", "introducedBy");
        assertThat(again.asString()).doesNotContain(first.jsonPath().getString("number"));
        assertThat(register("li.na", "张三", phone).jsonPath().getString("number"))
                .as("the owner's own")
                .isEqualTo(first.jsonPath().getString("number"));
        assertThat(inAnotherProject.statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("CUS-2 many registrations of the same initials at once all get numbers of their own")
    void numbersAtOnce() {
        office.isInRegion("QB");

        var answers = atOnce(() -> register("li.na", "张三", Office.freshPhone()));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(new HashSet<>(answers.stream()
                        .map(a -> a.jsonPath().getString("number"))
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, AT_ONCE)
                        .mapToObj("XQB-ZS%03d"::formatted)
                        .toList());
    }

    @Test
    @DisplayName("CUS-2 two projects of one region share the serials")
    void oneSeriesPerRegion() {
        office.isInRegion("QC");
        var other = new Office();
        other.isInRegion("QC");

        var here = register("li.na", "张三", Office.freshPhone());
        var there = other.as("li.na").post("/api/v1/customers", other.visitor("张三", Office.freshPhone()));

        assertThat(here.jsonPath().getString("number")).isEqualTo("XQC-ZS001");
        assertThat(there.jsonPath().getString("number")).isEqualTo("XQC-ZS002");
    }

    @Test
    @DisplayName("CUS-3 many registrations of the same phone at once make one customer")
    void phonesAtOnce() {
        var phone = Office.freshPhone();

        var answers = atOnce(() -> register("li.na", "张三", phone));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(new HashSet<>(
                        answers.stream().map(RegistrationResourceTest::id).toList()))
                .hasSize(1);
    }

    @Test
    @DisplayName("SEC-3 a registration sent twice under one key is done once and answered alike")
    void replay() {
        var body = office.visitor("张三", Office.freshPhone());
        var key = UUID.randomUUID().toString();

        var first = office.as("li.na").post("/api/v1/customers", body, key);
        var second = office.as("li.na").post("/api/v1/customers", body, key);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    @DisplayName("REC-5 a person introduced by a customer belongs to the introducer's first consultant")
    void referral() {
        var introducer = office.customerOf("li.na");
        var body = office.visitor("李四", Office.freshPhone());
        body.put("channel", "REFERRAL");

        var without = office.as("wang.lei").post("/api/v1/customers", body);
        body.put("introducedBy", UUID.randomUUID());
        var unknown = office.as("wang.lei").post("/api/v1/customers", body);
        body.put("introducedBy", introducer);
        var referred = office.as("wang.lei").post("/api/v1/customers", body);

        assertThat(without.jsonPath().getString("code")).isEqualTo("INTRODUCER_MISSING");
        assertThat(unknown.jsonPath().getString("code")).isEqualTo("INTRODUCER_UNKNOWN");
        assertThat(referred.statusCode()).as(referred.asString()).isEqualTo(201);
        assertThat(referred.jsonPath().getString("owner")).isEqualTo("li.na");
        assertThat(office.as("wang.lei")
                        .get("/api/v1/customers/" + id(referred))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName(
            "REC-2 only the site manager names another consultant as the owner, and must name one: nobody else owns")
    void namedOwner() {
        var phone = Office.freshPhone();
        var body = office.visitor("李四", phone);

        var unnamed = office.siteManager().post("/api/v1/customers", body);
        body.put("owner", "chen.jing");
        var herself = office.siteManager().post("/api/v1/customers", body);
        body.put("owner", "zhao.min");
        var byConsultant = office.as("li.na").post("/api/v1/customers", body);
        var mistyped = office.siteManager().post("/api/v1/customers", body);
        office.hires("zhao.min");
        var byManager = office.siteManager().post("/api/v1/customers", body);
        var known = office.siteManager().post("/api/v1/customers", office.visitor("李四", phone));

        assertThat(unnamed.jsonPath().getString("code")).isEqualTo("OWNER_MISSING");
        assertThat(herself.jsonPath().getString("code")).isEqualTo("NOT_A_CONSULTANT");
        assertThat(byConsultant.jsonPath().getString("code")).isEqualTo("OWNER_IS_NOT_YOURS_TO_CHOOSE");
        assertThat(mistyped.statusCode()).isEqualTo(422);
        assertThat(mistyped.jsonPath().getString("code")).isEqualTo("NOT_A_CONSULTANT");
        assertThat(mistyped.jsonPath().getString("person")).isEqualTo("zhao.min");
        assertThat(byManager.statusCode()).as(byManager.asString()).isEqualTo(201);
        assertThat(byManager.jsonPath().getString("owner")).isEqualTo("zhao.min");
        assertThat(byManager.jsonPath().getString("firstConsultant")).isEqualTo("zhao.min");
        assertThat(known.jsonPath().getString("owner"))
                .as("a known phone needs no owner")
                .isEqualTo("zhao.min");
    }

    @Test
    @DisplayName("CUS-6 SEC-1 SEC-2 name and phone are sealed at rest, also among the answers and the changes kept")
    void sealedAtRest() {
        var phone = Office.freshPhone();
        var customer = id(register("li.na", "端木赐", phone));

        assertThat(tablesWith("端木赐", phone)).isEmpty();
        var recorded = (Object[]) database.createNativeQuery(
                        "SELECT actor, action, after::text FROM audit WHERE relation = 'customer' AND row_id = ?1")
                .setParameter(1, customer.toString())
                .getSingleResult();

        assertThat(recorded[0]).isEqualTo("li.na");
        assertThat(recorded[1]).isEqualTo("INSERT");
    }

    @Test
    @DisplayName("CUS-6 what is written about a customer is sealed at rest, and read by the owner and the site manager")
    void textsAreSealed() {
        var customer = id(register("li.na", "张三", Office.freshPhone()));
        office.hires("wang.lei");
        var visit = Map.of("project", office.project, "customer", customer, "note", "家里有老人");
        assertThat(office.as("li.na").post("/api/v1/visits", visit).path("note").toString())
                .isEqualTo("家里有老人");
        var talk = Map.of("customer", customer, "said", "嫌贵了三万", "resistance", "等父母来看", "intentGrade", "C");
        assertThat(office.as("li.na").post("/api/v1/follow-ups", talk).statusCode())
                .isEqualTo(201);
        var decision = Map.of("to", "wang.lei", "reason", "嫌接待太慢");
        var reassignments = "/api/v1/customers/" + customer + "/reassignments";
        assertThat(office.with("sales-supervisor").post(reassignments, decision).statusCode())
                .isEqualTo(200);

        assertThat(tablesWith("家里有老人", "嫌贵了三万", "等父母来看", "嫌接待太慢")).isEmpty();
        for (var reader : List.of(office.as("wang.lei"), office.siteManager())) {
            assertThat(reader.get("/api/v1/visits?customer=" + customer).<List<String>>path("items.note"))
                    .containsExactly("家里有老人");
            assertThat(reader.get("/api/v1/follow-ups?customer=" + customer).<List<String>>path("items.said"))
                    .containsExactly("嫌贵了三万");
            assertThat(reader.get(reassignments).<List<String>>path("items.reason"))
                    .containsExactly("嫌接待太慢");
        }
        var other = office.with("sales-manager");
        for (var path : List.of(
                "/api/v1/visits?customer=" + customer, "/api/v1/follow-ups?customer=" + customer, reassignments)) {
            assertThat(other.get(path).asString()).doesNotContain("家里有老人", "嫌贵了三万", "等父母来看", "嫌接待太慢");
        }
        assertThat(office.siteManager()
                        .get("/api/v1/customer-looks?of=" + customer)
                        .<List<String>>path("items.by"))
                .containsExactly("chen.jing", "chen.jing", "chen.jing", "wang.lei", "wang.lei", "wang.lei");
    }

    /// Where one of the texts stands, as text or as bytes; each table is read once.
    private List<?> tablesWith(String... texts) {
        var sought = Stream.of(texts)
                .flatMap(text -> Stream.of(text, HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8))))
                .collect(Collectors.joining("|"));
        List<?> tables = database.createNativeQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                .getResultList();
        return tables.stream().filter(table -> hasRowLike(table, sought)).toList();
    }

    private boolean hasRowLike(Object table, String pattern) {
        return !database.createNativeQuery("SELECT 1 FROM %s t WHERE t::text ~ ?1 LIMIT 1".formatted(table))
                .setParameter(1, pattern)
                .getResultList()
                .isEmpty();
    }

    @Test
    @DisplayName("CUS-3 INV-17 a phone leads to the same customer however it is written, pasted or dialled")
    void phoneHoweverWritten() {
        var phone = Office.freshPhone();
        var customer = id(register("li.na", "张三", phone));

        for (var written : List.of(
                "\u202A" + phone + "\u202C",
                "\u200E+86 0" + phone,
                "0" + phone,
                "17951 " + phone,
                "12593" + phone,
                phone.substring(0, 3) + "." + phone.substring(3, 7) + "–" + phone.substring(7),
                phone + " 转 801")) {
            assertThat(id(register("li.na", "张三", written))).as(written).isEqualTo(customer);
        }
        assertThat(register("li.na", "张三", phone.substring(0, 10)).statusCode()).isEqualTo(422);
        assertThat(register("li.na", "张三", phone + "1").statusCode()).isEqualTo(422);
    }

    @Test
    @DisplayName("INV-17 a name in which one sees nothing, or that breaks the line, is refused with its member's name")
    void unseenName() {
        for (var name : List.of("", "\u00A0", "\u200B", "\uFEFF", "\u3164", "\u3000", "张\n三", "张\u2028三", "张\t三")) {
            var refused = register("li.na", name, Office.freshPhone());
            assertThat(refused.statusCode()).as(name).isEqualTo(422);
            assertThat(refused.jsonPath().getList("violations.field", String.class))
                    .contains("name");
        }
    }

    @Test
    @DisplayName(
            "CUS-1 a registration with a phone that is none, with a field that nobody knows, or by finance is refused")
    void refused() {
        var body = office.visitor("张三", "not a phone");
        assertThat(office.as("li.na").post("/api/v1/customers", body).jsonPath().getString("code"))
                .isEqualTo("PHONE_NOT_UNDERSTOOD");
        body.put("phone", " ");
        assertThat(office.as("li.na").post("/api/v1/customers", body).jsonPath().getString("code"))
                .isEqualTo("PHONE_NOT_UNDERSTOOD");
        body.put("colour", "red");
        assertThat(office.as("li.na").post("/api/v1/customers", body).statusCode())
                .isEqualTo(422);
        assertThat(Ask.as(Person.withRole("zheng.yun", "finance").in(office.project))
                        .post("/api/v1/customers", office.visitor("张三", Office.freshPhone()))
                        .statusCode())
                .isEqualTo(403);
    }

    private Response register(String consultant, String name, String phone) {
        return office.as(consultant).post("/api/v1/customers", office.visitor(name, phone));
    }

    private static UUID id(Response answer) {
        return UUID.fromString(answer.jsonPath().getString("id"));
    }

    private static List<Response> atOnce(Callable<Response> command) {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, AT_ONCE)
                    .mapToObj(_ -> people.submit(command))
                    .toList();
            return running.stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
    }
}
