package org.anchang.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anchang.client.Answer;
import org.anchang.client.Person;
import org.anchang.office.Office;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// From nothing to the first hold without an operator: a project, its people with the real identity provider, and all
/// that has to be set up between.
@ExtendWith(RunningOffice.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewProjectTest {
    private static final String PROJECT = "fresh-1";
    private static final String OTHER = "fresh-2";
    private static final String MANAGER = "he.ping";
    private static final String CONSULTANT = "tang.yu";
    private static final String OF_TWO = "bai.lu";
    private static final String LEAVER = "shi.lei";
    /// Far more than it takes.
    private static final Duration SOON = Duration.ofMinutes(3);

    private Passes passes;
    private org.anchang.client.Office demo;
    private org.anchang.client.Office invited;
    private Person admin;
    private Person generalManager;

    @BeforeAll
    void invite(Office office) {
        passes = new Passes(office);
        demo = new org.anchang.client.Office(
                office.gateway().toString(), office.issuer().toString(), "anchang");
        invited = new org.anchang.client.Office(
                office.gateway().toString(), office.issuer().toString(), Passes.PASSWORD);
        admin = demo.person("admin.office");
        generalManager = demo.person("huang.wei");
        for (var project : List.of(PROJECT, OTHER)) {
            admin.post("/projects", Map.of("code", project, "name", project, "region", "LY"))
                    .done();
        }
    }

    @AfterAll
    void close() {
        demo.close();
        invited.close();
        passes.close();
    }

    @Test
    @DisplayName("SEC-1 REC-1 TRK-7 INV-6 a project, its people and its setting up, from nothing to the first hold")
    void newProject() throws IOException, InterruptedException {
        var leaver = post("/people", invitation(LEAVER, PROJECT, "consultant", null));
        post("/people", invitation(MANAGER, PROJECT, "site-manager", null));
        post("/people", invitation(CONSULTANT, PROJECT, "consultant", 1));
        post("/people", invitation(OF_TWO, PROJECT, "consultant", 2));
        post("/posts", Map.of("person", OF_TWO, "project", OTHER, "role", "sales-statistician"));
        areInForce();
        assertThat(passes.refusal(LEAVER, leaver.text("initialPassword")))
                .as("the first password is good for changing it")
                .contains("not fully set up");
        passes.choosePasswords(MANAGER, CONSULTANT, OF_TWO, LEAVER);

        var tokenOut = passes.token(LEAVER);
        assertThat(passes.status(tokenOut, PROJECT)).isEqualTo(200);
        assertThat(Passes.lifetime(tokenOut))
                .as("what is out when somebody leaves is of use for no longer than this")
                .isLessThanOrEqualTo(Duration.ofMinutes(1));
        admin.post("/people/" + LEAVER + "/leave", Map.of("reason", "离职")).done();
        areInForce();
        assertThat(passes.refusal(LEAVER, Passes.PASSWORD)).contains("disabled");

        setUp();
        firstHold();
        workNowhereElse();
        twoRolesInTwoProjects();
    }

    private void setUp() {
        var list = PriceLists.made(PROJECT, 1, 2, 2);
        admin.postText("/price-lists?project=" + PROJECT, "text/csv; charset=UTF-8", list)
                .done();
        for (var building : admin.get("/buildings?project=" + PROJECT).done().at("items")) {
            for (var certificate : SalesFloor.CERTIFICATES) {
                var record = Map.of(
                        "certificate",
                        certificate,
                        "number",
                        certificate + "-1",
                        "validFrom",
                        Papers.today().minusYears(1).toString());
                admin.post("/buildings/" + building.path("id").asText() + "/certificates", record)
                        .done();
            }
        }
        var chain = admin.post(
                        "/approval-chains",
                        Map.of(
                                "project",
                                PROJECT,
                                "form",
                                "VOID",
                                "stages",
                                List.of(Map.of("steps", List.of(Map.of("key", "manager", "role", "site-manager")))),
                                "reason",
                                "新项目"))
                .done();
        generalManager.post("/approval-chains/" + chain.id() + "/confirm").done();
        var limit = Map.of("value", "4", "validFrom", Papers.today().toString(), "reason", "新项目");
        admin.post("/inventory-settings/" + PROJECT + "/HOLD_LIMIT_PER_CONSULTANT", limit)
                .done();
        var copy = Map.of("from", PROJECT, "validFrom", Papers.today().toString(), "reason", "同上");
        assertThat(admin.post("/inventory-settings/" + OTHER + "/copies", copy)
                        .done()
                        .at("copied")
                        .asInt())
                .isEqualTo(1);
        invited.person(MANAGER)
                .post("/releases", Map.of("project", PROJECT, "everything", true, "permit", "PRE_SALE-1"))
                .done();
    }

    private void firstHold() {
        var consultant = invited.person(CONSULTANT);
        var unit = consultant
                .get("/units?project=" + PROJECT + "&state=AVAILABLE")
                .done()
                .at("items")
                .get(0)
                .path("id")
                .asText();
        var customer = register(consultant, PROJECT, "13907770001").done();
        var hold = consultant
                .post("/holds", Map.of("unit", unit, "customer", customer.id()))
                .done();
        assertThat(hold.text("consultant")).isEqualTo(CONSULTANT);
        var no = invited.person(MANAGER).post("/people/" + CONSULTANT + "/leave", Map.of("reason", "离职"));
        assertThat(no.code()).isEqualTo("OWNS_CUSTOMERS");
    }

    private void workNowhereElse() {
        for (var name : List.of(MANAGER, CONSULTANT)) {
            var person = invited.person(name);
            assertThat(person.get("/projects").done().at("items").findValuesAsText("code"))
                    .containsExactly(PROJECT);
            assertThat(person.get("/projects/" + OTHER).status()).isEqualTo(404);
        }
        assertThat(register(invited.person(CONSULTANT), OTHER, "13907770002").status())
                .isEqualTo(404);
        assertThat(invited.person(MANAGER)
                        .post("/posts", Map.of("person", CONSULTANT, "project", OTHER, "role", "consultant"))
                        .status())
                .isEqualTo(404);
    }

    /// A consultant here sees own customers alone, a statistician there the whole project.
    private void twoRolesInTwoProjects() {
        var person = invited.person(OF_TWO);
        assertThat(person.get("/projects").done().at("items").findValuesAsText("code"))
                .containsExactlyInAnyOrder(PROJECT, OTHER);
        assertThat(person.get("/people?project=" + OTHER).status()).isEqualTo(403);
        assertThat(person.get("/customers?project=" + PROJECT).done().at("items"))
                .isEmpty();
        assertThat(register(person, OTHER, "13907770003").status()).isNotEqualTo(201);
        assertThat(register(person, PROJECT, "13907770004").status()).isEqualTo(201);
    }

    private static Answer register(Person consultant, String project, String phone) {
        return consultant.post(
                "/customers", Map.of("project", project, "name", "张三", "phone", phone, "channel", "WALK_IN"));
    }

    private static Map<String, Object> invitation(String person, String project, String role, @Nullable Integer seat) {
        var wish = new HashMap<String, Object>(
                Map.of("person", person, "name", "新人 " + person, "project", project, "role", role));
        if (seat != null) {
            wish.put("seat", seat);
        }
        return wish;
    }

    private Answer post(String path, Map<String, ?> body) {
        return admin.post(path, body).done();
    }

    private void areInForce() {
        for (var project : List.of(PROJECT, OTHER)) {
            await().atMost(SOON)
                    .until(
                            () -> admin.get("/people?left=true&limit=200&project=" + project)
                                    .done()
                                    .at("items")
                                    .findValuesAsText("inForce"),
                            found -> !found.contains("false"));
        }
    }
}
