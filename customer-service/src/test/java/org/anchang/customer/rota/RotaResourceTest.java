package org.anchang.customer.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.customer.Office;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Superuser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class RotaResourceTest {
    private record Half(LocalDate day, String half, List<String> people) {}

    private final Office office = new Office();
    private final String path = "/api/v1/rotas/" + office.project;
    private final LocalDate monday =
            LocalDate.now(OfficeClock.OFFICE_ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    @BeforeEach
    void hire() {
        List.of("li.na", "wang.lei", "sun.yue").forEach(office::hires);
    }

    @Test
    @DisplayName("REC-8 two at most stand at the desk by half-days; the board and the sign-in know who they are")
    void atTheDesk() {
        var three = set("\"0\"", half(monday, "MORNING", "li.na", "wang.lei", "sun.yue"));
        var twice = set("\"0\"", half(monday, "MORNING", "li.na", "li.na"));
        var stranger = set("\"0\"", half(monday, "MORNING", "no.body"));
        var outside = set("\"0\"", half(monday.plusDays(7), "MORNING", "li.na"));
        var set = set("\"0\"", half(monday, "MORNING", "wang.lei", "li.na"), half(monday, "AFTERNOON", "sun.yue"));
        var stale = set("\"0\"", half(monday, "MORNING"));

        assertThat(List.of(code(three), code(twice), code(stranger), code(outside), code(stale)))
                .containsExactly(
                        "DESK_HAS_TWO_PLACES",
                        "STANDS_THERE_ALREADY",
                        "NOT_A_CONSULTANT",
                        "ROTA_DAY_OUTSIDE_WEEK",
                        "CHANGED_MEANWHILE");
        assertThat(set.statusCode()).as(set.asString()).isEqualTo(200);
        assertThat(set.jsonPath().getList("halves")).hasSize(14);
        assertThat(board("T02:00:00Z").getList("desk")).containsExactly("wang.lei", "li.na");
        assertThat(board("T06:00:00Z").getList("desk")).containsExactly("sun.yue");
        assertThat(board("T06:00:00Z").getString("half")).isEqualTo("AFTERNOON");
        var signedIn = office.as("sun.yue")
                .request()
                .header("X-Office-Clock", monday + "T06:00:00Z")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of())
                .post("/api/v1/duty-days/" + office.project + "/sign-ins")
                .jsonPath();
        assertThat(signedIn.getList("people.findAll { it.isAtDesk }.person")).containsExactly("sun.yue");
    }

    @Test
    @DisplayName("REC-8 a week is copied from the last one once, two change places, and what is past stays")
    void copiedAndSwapped() {
        set("\"0\"", half(monday, "MORNING", "li.na", "wang.lei"), half(monday.plusDays(1), "AFTERNOON", "sun.yue"));
        var next = monday.plusDays(7);

        var copied = office.siteManager().post(path + "/copies", Map.of("monday", next.plusDays(2)));
        var again = office.siteManager().post(path + "/copies", Map.of("monday", next));
        var nothing = office.siteManager().post(path + "/copies", Map.of("monday", next.plusDays(21)));
        var swapped = swap(stand(next, "MORNING", "li.na"), stand(next.plusDays(1), "AFTERNOON", "sun.yue"));
        var gone = swap(stand(next, "MORNING", "li.na"), stand(next.plusDays(1), "AFTERNOON", "li.na"));
        var crowded = swap(stand(next, "MORNING", "wang.lei"), stand(next, "MORNING", "sun.yue"));
        var past = set("\"0\"", LocalDate.of(2026, 1, 5), half(LocalDate.of(2026, 1, 5), "MORNING", "li.na"));

        assertThat(people(copied, 0)).containsExactly("li.na", "wang.lei");
        assertThat(List.of(code(again), code(nothing))).containsExactly("ROTA_IS_MADE", "NOTHING_TO_COPY");
        assertThat(people(swapped, 0)).containsExactly("sun.yue", "wang.lei");
        assertThat(people(swapped, 3)).containsExactly("li.na");
        assertThat(List.of(code(gone), code(crowded), code(past)))
                .containsExactly("NOBODY_STANDS_THERE", "STANDS_THERE_ALREADY", "ROTA_DAY_IS_PAST");
        assertThat(office.as("li.na").get(path + "?monday=" + next).jsonPath().getList("actions.findAll { it.yours }"))
                .as("consultants look")
                .isEmpty();
    }

    @Test
    @DisplayName("REC-8 the database has two places at the desk, each for one, and nobody stands at both")
    void lastGuard() {
        set("\"0\"", half(monday, "MORNING", "li.na"));
        var insert =
                "INSERT INTO desk_stand (id, week, project, day, half, place, person) SELECT '%s', week, project, day, half, %s"
                        + " FROM desk_stand WHERE project = '" + office.project + "'";

        assertThatThrownBy(() -> Superuser.run(insert.formatted(UUID.randomUUID(), "3, 'x'")))
                .hasStackTraceContaining("desk_stand_place_check");
        assertThatThrownBy(() -> Superuser.run(insert.formatted(UUID.randomUUID(), "1, 'x'")))
                .hasStackTraceContaining("desk_stand_project_day_half_place_key");
        assertThatThrownBy(() -> Superuser.run(insert.formatted(UUID.randomUUID(), "2, person")))
                .hasStackTraceContaining("desk_stand_project_day_half_person_key");
    }

    private Response set(String ifMatch, Half... halves) {
        return set(ifMatch, monday, halves);
    }

    private Response set(String ifMatch, LocalDate week, Half... halves) {
        var wished = Stream.of(halves)
                .map(half -> Map.of("day", half.day().toString(), "half", half.half(), "people", half.people()))
                .toList();
        return office.siteManager()
                .request()
                .header("If-Match", ifMatch)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("monday", week.toString(), "halves", wished))
                .post(path + "/weeks");
    }

    private Response swap(Map<String, Object> one, Map<String, Object> other) {
        return office.siteManager().post(path + "/swaps", Map.of("one", one, "other", other));
    }

    private JsonPath board(String time) {
        return office.siteManager()
                .request()
                .header("X-Office-Clock", monday + time)
                .get("/api/v1/duty-days/" + office.project)
                .jsonPath();
    }

    private static List<String> people(Response week, int half) {
        return week.jsonPath().getList("halves[" + half + "].people");
    }

    private static Half half(LocalDate day, String half, String... people) {
        return new Half(day, half, List.of(people));
    }

    private static Map<String, Object> stand(LocalDate day, String half, String person) {
        return Map.of("day", day.toString(), "half", half, "person", person);
    }

    private static String code(Response response) {
        return response.jsonPath().getString("code");
    }
}
