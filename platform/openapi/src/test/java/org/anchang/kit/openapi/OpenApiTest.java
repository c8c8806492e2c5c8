package org.anchang.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.anchang.kit.setting.SettingKey;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.CompositeIndex;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The document as a service's build makes it: of the kit's classes, by their indexes, and of those below.
class OpenApiTest {
    enum PlanSetting implements SettingKey {
        PLAN_FEE,
        PLAN_SHARE;

        @Override
        public Definition definition() {
            return SettingKey.integer("1", "of plans");
        }
    }

    private static final String PROBLEM = "#/components/schemas/Problem";
    private static JsonPath document;

    @BeforeAll
    static void read() throws IOException {
        var index = index();
        document = JsonPath.from(SmallRyeOpenAPI.builder()
                .withConfig(ConfigProvider.getConfig())
                .withIndex(index)
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .addFilter(new OfficeDocument(index))
                .build()
                .toJSON());
    }

    private static IndexView index() throws IOException {
        var all = new ArrayList<IndexView>();
        all.add(Index.of(PlanSetting.class));
        all.add(Index.of(PlanResource.class.getNestMembers()));
        for (var file : Collections.list(OpenApiTest.class.getClassLoader().getResources("META-INF/jandex.idx"))) {
            try (var content = file.openStream()) {
                var library = new IndexReader(content).read();
                if (library.getKnownClasses().stream()
                        .anyMatch(type -> type.name().toString().startsWith("org.anchang.kit."))) {
                    all.add(library);
                }
            }
        }
        return CompositeIndex.create(all);
    }

    @Test
    @DisplayName("a creating command shows 201 and every problem that it can end in")
    void creating() {
        assertThat(answers("/api/v1/plans", "post"))
                .containsOnlyKeys("201", "400", "401", "403", "404", "406", "409", "413", "422", "default");
    }

    @Test
    @DisplayName("a command that answers with nothing shows 204")
    void withoutAnswer() {
        assertThat(answers("/api/v1/plans/{id}/withdrawals", "post"))
                .containsKey("204")
                .doesNotContainKeys("200", "201");
    }

    @Test
    @DisplayName("a query shows no problem that only commands have; an edit under If-Match shows 412 and 428")
    void queryAndEdit() {
        assertThat(answers("/api/v1/plans/{id}", "get")).containsOnlyKeys("200", "401", "403", "404", "406", "default");
        assertThat(answers("/api/v1/plans/{id}", "put"))
                .containsOnlyKeys("200", "401", "403", "404", "406", "409", "412", "413", "422", "428", "default");
    }

    @Test
    @DisplayName("a file is of the types that its method produces, bytes or text")
    void files() {
        assertThat(answers("/api/v1/plans/{id}/drawing", "get").get("200"))
                .isEqualTo(Map.of(
                        "description",
                        "OK",
                        "content",
                        Map.of(
                                "application/pdf", Map.of("schema", Map.of("type", "string", "format", "binary")),
                                "image/svg+xml", Map.of("schema", Map.of("type", "string")))));
    }

    @Test
    @DisplayName("every problem answer has the one Problem schema, with the members that are really written")
    void oneProblem() {
        answers("/api/v1/plans", "post").forEach((status, answer) -> {
            if (!status.equals("201")) {
                assertThat(answer.toString())
                        .contains("application/problem+json")
                        .contains(PROBLEM);
            }
        });
        Map<String, ?> schemas = document.getMap("components.schemas");
        assertThat(schemas).containsKey("Problem").doesNotContainKeys("HttpProblem", "HttpValidationProblem");
        assertThat(document.getMap("components.schemas.Problem.properties"))
                .containsOnlyKeys("type", "title", "status", "code", "rule", "violations");
    }

    @Test
    @DisplayName("an idempotent command takes a required Idempotency-Key; others do not")
    void idempotencyKey() {
        assertThat(document.getMap("paths.'/api/v1/plans'.post.parameters.find { it.name == 'Idempotency-Key' }"))
                .containsEntry("in", "header")
                .containsEntry("required", true);
        assertThat(document.getString("paths.'/api/v1/plans/{id}'.put.parameters"))
                .doesNotContain("Idempotency-Key");
    }

    @Test
    @DisplayName("money and areas are decimal strings")
    void decimals() {
        assertThat(document.getMap("components.schemas.Money"))
                .containsEntry("type", "string")
                .containsEntry("format", "decimal");
        assertThat(document.getMap("components.schemas.Decimal"))
                .containsEntry("type", "string")
                .containsEntry("format", "decimal");
        assertThat(document.getString("components.schemas.Plan.properties.area"))
                .contains("Decimal");
    }

    @Test
    @DisplayName("an answer names the members that are always there, of parts and of pages too")
    void requiredMembers() {
        assertThat(required("DatedPlan")).containsExactlyInAnyOrder("plan", "parts");
        assertThat(required("Part")).containsExactly("name");
        assertThat(required("PageDatedPlan")).containsExactly("items");
    }

    @Test
    @DisplayName("of a record that requests carry as well no more is needed than its constraints say")
    void requiredInRequests() {
        assertThat(required("Plan")).containsExactlyInAnyOrder("area", "price");
    }

    @Test
    @DisplayName("each of several alternatives says by which word it is known")
    void alternatives() {
        assertThat(required("Square")).contains("type");
        assertThat(document.getList("components.schemas.Square.properties.type.enum"))
                .containsExactly("SQUARE");
    }

    @Test
    @DisplayName("refusals and settings are closed sets, and a service's settings stand under its own name")
    void closedSets() {
        assertThat(document.getList("components.schemas.RefusalCode.enum")).contains("NOT_FOUND", "FAILED");
        assertThat(document.getList("components.schemas.SettingName.enum")).containsExactly("PLAN_FEE", "PLAN_SHARE");
        var paths = document.getMap("paths").keySet();
        assertThat(paths.stream().map(Object::toString))
                .anyMatch(path -> path.endsWith("-settings/{project}"))
                .noneMatch(path -> path.contains("{settings}"));
    }

    @Test
    @DisplayName("every operation has a name of its own")
    void operationNames() {
        assertThat(document.getString("paths.'/api/v1/plans/{id}'.get.operationId"))
                .isEqualTo("planGet");
    }

    @Test
    @DisplayName("every operation asks for a bearer token")
    void bearer() {
        assertThat(document.getString("paths.'/api/v1/plans/{id}'.get.security"))
                .contains("bearer");
    }

    private List<String> required(String schema) {
        return document.getList("components.schemas." + schema + ".required");
    }

    private Map<String, ?> answers(String path, String verb) {
        return document.getMap("paths.'" + path + "'." + verb + ".responses");
    }
}
