package org.anchang.inventory.board;

import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchang.inventory.AnOffice;
import org.anchang.kit.identity.Role;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The table asked for in parts, in other forms and by others.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class TableResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource
    URI service;

    @Inject
    DataSource database;

    @Test
    @DisplayName(
            "INV-7 the table can be asked for by building, layout, area, price, state and kind; totals count what is"
                    + " shown")
    void filters() throws SQLException {
        var office = AnOffice.with(8);
        done(office.importing("项目,楼栋,单元,楼层,房号,建筑面积,户内面积,预售单价\n松风,4栋,,1,01,50.00,40.00,20000.00\n"));
        office.certified().released();
        write(office, "layout = CASE WHEN room LIKE '_01' THEN '三室' WHEN room LIKE '_02' THEN '四室' END");
        write(office, "product_type = 'SHOP' WHERE room = '04'");
        done(office.liNa.post("/api/v1/holds", holdOf(office.units().getFirst())));
        var fourth = office.buildings().getLast();

        var all = table(office.siteManager, office, "");
        assertThat(rooms(all)).hasSize(9);
        assertThat(all.at("/totals/units").asInt()).isEqualTo(9);
        assertThat(table(office.siteManager, office, "?areaFrom=0")).isEqualTo(all);

        assertThat(rooms(table(office.siteManager, office, "?building=" + fourth)))
                .containsExactly("4栋-101");
        assertThat(rooms(table(office.siteManager, office, "?state=HELD"))).containsExactly("3栋-1单元-101");
        assertThat(rooms(table(office.siteManager, office, "?areaFrom=50&areaTo=110.53")))
                .containsExactlyInAnyOrder("3栋-1单元-101", "3栋-1单元-201", "4栋-101");
        assertThat(rooms(table(office.siteManager, office, "?totalTo=1000000.00")))
                .containsExactly("4栋-101");
        assertThat(rooms(table(office.siteManager, office, "?totalFrom=1000000.01&state=HELD")))
                .containsExactly("3栋-1单元-101");
        var nothing = table(office.siteManager, office, "?totalTo=1");
        assertThat(rooms(nothing)).isEmpty();
        assertThat(nothing.at("/totals/units").asInt()).isZero();
        assertThat(nothing.at("/totals/value").asText()).isEqualTo("0.00");
    }

    @Test
    @DisplayName(
            "INV-7 units, area, value and sold share are summed up by building, by layout and for all that is shown")
    void totals() throws SQLException {
        var office = AnOffice.selling(8);
        write(office, "layout = CASE WHEN room IN ('01', '02') THEN '三室' END");
        write(office, "state = 'HELD' WHERE floor = '1'");
        write(office, "state = 'RESERVED' WHERE floor = '1' AND room = '01'");

        var table = table(office.siteManager, office, "");

        assertThat(table.at("/totals")).isEqualTo(table.at("/buildings/0/totals"));
        assertThat(table.at("/totals/area").asText()).isEqualTo("896.24");
        // Areas 110.53 to 113.53, twice; 10000.00 to 10000.07 for each.
        assertThat(table.at("/totals/value").asText()).isEqualTo("8962431.48");
        assertThat(table.at("/totals/soldShare").asText()).isEqualTo("12.50");
        assertThat(table.at("/totals/states"))
                .isEqualTo(JSON.valueToTree(Map.of("AVAILABLE", 4, "HELD", 3, "RESERVED", 1)));
        var layouts = table.at("/layouts");
        assertThat(layouts).hasSize(2);
        assertThat(layouts.at("/0/layout").isMissingNode()).isTrue();
        assertThat(layouts.at("/1/layout").asText()).isEqualTo("三室");
        assertThat(layouts.at("/1/totals/units").asInt()).isEqualTo(4);
        assertThat(layouts.at("/1/totals/soldShare").asText()).isEqualTo("25.00");

        var reserved = table(office.siteManager, office, "?layout=三室&state=RESERVED");
        assertThat(reserved.at("/totals/units").asInt()).isEqualTo(1);
        assertThat(reserved.at("/totals/soldShare").asText()).isEqualTo("100.00");
        assertThat(reserved.at("/layouts/0/totals")).isEqualTo(reserved.at("/totals"));
    }

    @Test
    @DisplayName("INV-7 whoever asks is told of a change that another replica made, at once and in each form")
    void anotherReplica() throws SQLException {
        var office = AnOffice.selling(3);
        var tags = new ArrayList<String>();
        for (var form : List.of("", "?form=COMPACT", "?view=WALL", "?state=AVAILABLE")) {
            var tag = answer(office.siteManager, office, form).header("ETag");
            assertThat(tags).doesNotContain(tag);
            tags.add(tag);
            assertThat(again(office, form, tag).statusCode()).isEqualTo(304);

            write(office, "layout = layout || 'x' WHERE room = '01'");
            write(office, "layout = coalesce(layout, '') || 'y' WHERE room = '01'");

            assertThat(again(office, form, tag).statusCode()).isEqualTo(200);
        }
        var before = answer(office.siteManager, office, "").header("ETag");
        write("UPDATE building SET name = '9栋' WHERE project = '" + office.project + "'");
        assertThat(again(office, "", before).asString()).contains("9栋").contains("yxyxyxy");
        write(
                "INSERT INTO building (id, project, name) SELECT gen_random_uuid(), project, '10栋' FROM building WHERE project = '"
                        + office.project + "'");
        assertThat(table(office.siteManager, office, "").at("/buildings/1/name").asText())
                .isEqualTo("10栋");
    }

    @Test
    @DisplayName("INV-7 the compact form says the same in arrays")
    void compact() {
        var office = AnOffice.selling(6);
        var full = table(office.siteManager, office, "");

        var compact = table(office.siteManager, office, "?form=COMPACT");

        var columns = compact.path("columns");
        for (int floor = 0; floor < 2; floor++) {
            var units = full.at("/buildings/0/floors/" + floor + "/units");
            for (int number = 0; number < units.size(); number++) {
                var array = compact.at("/buildings/0/floors/" + floor + "/units/" + number);
                for (int column = 0; column < columns.size(); column++) {
                    var said = units.path(number).path(columns.path(column).asText());
                    assertThat(array.path(column)).isEqualTo(said.isMissingNode() ? NullNode.instance : said);
                }
            }
        }
        assertThat(compact.path("totals")).isEqualTo(full.path("totals"));
    }

    @Test
    @DisplayName("INV-7 compressed or not, over HTTP/1.1 or 2, it is the same table")
    void compressed() throws IOException, InterruptedException {
        var office = AnOffice.selling(6);
        var full = table(office.siteManager, office, "");
        for (var version : HttpClient.Version.values()) {
            try (var http = HttpClient.newBuilder().version(version).build()) {
                for (var accepted : List.of("gzip", "br, gzip;q=0.8", "gzip;q=0", "identity")) {
                    var answer = http.send(request(office, accepted), BodyHandlers.ofByteArray());

                    var encoding =
                            answer.headers().firstValue("Content-Encoding").orElse("identity");
                    assertThat(encoding)
                            .as(version + " " + accepted)
                            .isEqualTo(accepted.matches("gzip|br.*") ? "gzip" : "identity");
                    var text = encoding.equals("gzip") ? Piece.text(answer.body()) : answer.body();
                    assertThat(JSON.readTree(new String(text, StandardCharsets.UTF_8)))
                            .isEqualTo(full);
                }
            }
        }
    }

    @Test
    @DisplayName(
            "INV-13 a wall screen is shown which unit is in which state, and no price, layout, change or withholding")
    void wall() throws SQLException {
        var office = AnOffice.selling(4);
        var unit = office.units().getFirst();
        write(office, "layout = '三室', open_change = 'SWAP', open_request = gen_random_uuid()");
        var version = table(office.siteManager, office, "").path("version").asText();
        var path = "/api/v1/sales-control/" + office.project;
        for (var person : List.of(
                Person.siteManager("chen.jing"),
                Person.consultant("li.na"),
                Person.withRole("zheng.yun", "finance"),
                Person.withRole("wall.screen", Role.WALL_SCREEN))) {
            var wall = table(Ask.as(person.in(office.project)), office, "?view=WALL");

            assertThat(rooms(wall)).hasSize(4);
            assertThat(fields(wall.at("/buildings/0/floors/0/units/0")))
                    .containsExactly("unit", "building", "section", "floor", "room", "label", "productType", "state");
            assertThat(fields(wall.path("totals"))).containsExactly("units", "states", "soldShare");
            assertThat(wall.path("layouts")).isEmpty();
            assertThat(wall.toString()).doesNotContain("三室", "SWAP", "10000", "110.53");
            var compact = table(Ask.as(person.in(office.project)), office, "?view=WALL&form=COMPACT");
            assertThat(compact.toString()).doesNotContain("三室", "SWAP", "10000", "110.53");
            // A price that is not shown cannot be guessed by asking.
            assertThat(rooms(table(Ask.as(person.in(office.project)), office, "?view=WALL&totalFrom=1")))
                    .isEmpty();
        }
        try (var screen = Screens.open(
                service.resolve(path + "/changes?view=WALL"),
                Person.consultant("li.na").in(office.project),
                version)) {
            done(office.siteManager.post("/api/v1/units/" + unit + "/withholdings", Map.of("reason", "样板间")));

            org.awaitility.Awaitility.await().until(() -> "CLOSED".equals(screen.stateOf(unit)));
            assertThat(fields(screen.cells().get(unit)))
                    .containsExactly(
                            "unit", "building", "section", "floor", "room", "label", "productType", "state", "version");
        }
        assertThat(table(office.siteManager, office, "?view=WALL").toString()).doesNotContain("WITHHELD", "样板间");
    }

    @Test
    @DisplayName("INV-14 nobody sees more than their role allows by asking for it; less may be asked for")
    void views() {
        var office = AnOffice.selling(1);
        var path = "/api/v1/sales-control/" + office.project;

        assertThat(office.liNa.get(path + "?view=MANAGER").statusCode()).isEqualTo(403);
        assertThat(office.liNa.get(path + "/changes?view=MANAGER").statusCode()).isEqualTo(403);
        assertThat(office.liNa.get(path + "?view=CONSULTANT").statusCode()).isEqualTo(200);
        assertThat(office.siteManager.get(path + "?view=CONSULTANT").statusCode())
                .isEqualTo(200);
        assertThat(office.administrator
                        .get("/api/v1/sales-control/nothing-here")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("INV-7 the interface document says what the lines of the stream are")
    void documented() throws IOException {
        var document = JSON.readTree(RestAssured.get("/q/openapi?format=json").asString());
        var stream = document.at("/paths/~1api~1v1~1sales-control~1{project}~1changes/get/responses/200/content")
                .path("text/event-stream");

        assertThat(stream.path("examples").toString()).contains("event:reload");
        var cell = document.at(stream.at("/schema/$ref").asText().substring(1)).path("properties");
        assertThat(fields(cell)).contains("unit", "state", "total", "version").doesNotContain("cell", "row");
        assertThat(document.toString()).doesNotContain("OutboundSseEvent");
    }

    @Test
    @DisplayName("INV-13 whoever takes the token of a wall's screen sees no price by it, whatever they ask for")
    void wallsOwnToken() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        var wall = Ask.as(Person.withRole("wall.screen", Role.WALL_SCREEN).in(office.project));
        var both =
                Ask.as(new Person("wall.screen", Set.of(Role.WALL_SCREEN, Role.SITE_MANAGER), Set.of(office.project)));
        for (var screen : List.of(wall, both)) {
            assertThat(fields(table(screen, office, "").at("/buildings/0/floors/0/units/0")))
                    .containsExactly("unit", "building", "section", "floor", "room", "label", "productType", "state");
            for (var path : List.of(
                    "/sales-control/" + office.project + "?view=CONSULTANT",
                    "/sales-control/" + office.project + "/changes?view=CONSULTANT",
                    "/units?project=" + office.project,
                    "/units/" + unit,
                    "/units/" + unit + "/prices",
                    "/units/" + unit + "/history",
                    "/projects",
                    "/buildings?project=" + office.project)) {
                assertThat(screen.get("/api/v1" + path).statusCode()).as(path).isEqualTo(403);
            }
            assertThat(screen.post("/api/v1/holds", AnOffice.holdOf(unit)).statusCode())
                    .isEqualTo(403);
        }
        // A board that is not there, yet not forbidden.
        assertThat(wall.get("/api/v1/opening-days/" + UUID.randomUUID() + "/board")
                        .statusCode())
                .isEqualTo(404);
    }

    private static JsonNode table(Ask person, AnOffice office, String query) {
        try {
            return JSON.readTree(done(answer(person, office, query)).asString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(AnOffice office, String accepted) {
        return HttpRequest.newBuilder(service.resolve("/api/v1/sales-control/" + office.project))
                .header(
                        "Authorization",
                        "Bearer " + Person.siteManager("x").in(office.project).token())
                .header("Accept-Encoding", accepted)
                .build();
    }

    private static Response answer(Ask person, AnOffice office, String query) {
        return person.get("/api/v1/sales-control/" + office.project + query);
    }

    private static Response again(AnOffice office, String query, String tag) {
        return office.siteManager
                .request()
                .header("If-None-Match", tag)
                .get("/api/v1/sales-control/" + office.project + query);
    }

    private static List<String> rooms(JsonNode table) {
        return table.findValuesAsText("label");
    }

    private static List<String> fields(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /// As another replica would: this one is not told.
    private void write(AnOffice office, String change) throws SQLException {
        var parts = change.split(" WHERE ", 2);
        write("UPDATE unit SET " + parts[0] + " WHERE project = '" + office.project + "'"
                + (parts.length == 2 ? " AND " + parts[1] : ""));
    }

    private void write(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
