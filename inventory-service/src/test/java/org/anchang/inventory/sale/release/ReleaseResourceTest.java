package org.anchang.inventory.sale.release;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.events.InventoryEvent.UnitStateChanged;
import org.anchang.events.InventoryEvent.UnitsReleased;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ReleaseResourceTest {
    @Inject
    DataSource database;

    @Test
    @DisplayName("INV-6 nothing is released before the five certificates are on record and valid today")
    void certificatesFirst() {
        var office = AnOffice.with(2);
        var building = office.buildings().getFirst();
        var everything = Map.of("everything", true);

        assertRefused(InventoryRefusal.CERTIFICATES_INCOMPLETE, office.releasing(everything));
        for (var certificate : Certificate.values()) {
            office.certify(building, certificate, Map.of("validFrom", "2020-01-01", "validUntil", "2020-12-31"));
        }
        var refused = office.releasing(everything);
        assertRefused(InventoryRefusal.CERTIFICATES_INCOMPLETE, refused);
        assertThat((List<?>) refused.path("missing")).hasSize(5);
        for (var certificate : Certificate.values()) {
            assertThat(office.state(office.units().getFirst())).isEqualTo("CLOSED");
            office.certify(building, certificate, Map.of("validFrom", "2020-01-01"));
        }

        var released = done(office.releasing(everything));

        assertThat(released.statusCode()).isEqualTo(201);
        assertThat((int) released.path("units")).isEqualTo(2);
        assertThat(office.state(office.units().getFirst())).isEqualTo("AVAILABLE");
    }

    @Test
    @DisplayName("INV-6 nothing is held in a building one of whose certificates has run out")
    void certificateRanOut() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();

        var answer = office.liNa
                .request()
                .header("X-Office-Clock", "2019-06-01T10:00:00+08:00")
                .header("Idempotency-Key", "1")
                .contentType("application/json")
                .body(holdOf(unit))
                .post("/api/v1/holds");

        assertRefused(InventoryRefusal.CERTIFICATES_INCOMPLETE, answer);
    }

    @Test
    @DisplayName("INV-8 INV-14 a release names its units, its permit, who and when; each unit tells its own change")
    void someUnits() {
        var office = AnOffice.with(3).certified();
        var units = office.units();

        var release = done(office.releasing(Map.of("units", List.of(units.get(0), units.get(2)))));

        assertThat(office.state(units.get(1))).isEqualTo("CLOSED");
        var past = office.siteManager.get("/api/v1/releases?project=" + office.project);
        assertThat((String) past.path("items[0].permit")).isEqualTo("PRE_SALE-1");
        assertThat((String) past.path("items[0].by")).isEqualTo("chen.jing");
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            var told = heard.await(UUID.fromString(release.path("id")), UnitsReleased.class);
            assertThat(told.units())
                    .containsExactlyInAnyOrder(UUID.fromString(units.get(0)), UUID.fromString(units.get(2)));
            assertThat(heard.await(UUID.fromString(units.get(0)), UnitStateChanged.class)
                            .to())
                    .isEqualTo(InventoryEvent.UnitState.AVAILABLE);
        }
        assertRefused(ReleasePolicy.UNIT_IS_NOT_CLOSED, office.releasing(Map.of("units", List.of(units.get(0)))));
    }

    @Test
    @DisplayName("INV-6 INV-14 a release names the building's own pre-sale permit, valid today")
    void permitOfTheBuilding() {
        var office = AnOffice.with(1).certified();
        var release = Map.of("project", office.project, "everything", true, "permit", "洛预字999");

        assertRefused(
                InventoryRefusal.PERMIT_IS_NOT_THE_BUILDINGS, office.siteManager.post("/api/v1/releases", release));
        assertThat(office.state(office.units().getFirst())).isEqualTo("CLOSED");
        done(office.releasing(Map.of("everything", true)));
    }

    @Test
    @DisplayName(
            "INV-6 INV-14 a plan says what would keep it from opening at its moment; a wrong permit is corrected while it is"
                    + " planned or blocked, on record, and its opening day stays")
    void permitCorrected() throws SQLException {
        var office = AnOffice.with(2);
        var building = office.buildings().getFirst();
        for (var certificate : Certificate.values()) {
            office.certify(building, certificate, Map.of("validFrom", "2020-01-01", "validUntil", "2098-12-31"));
        }
        var units = office.units();
        var late = done(office.releasing(Map.of("units", units.subList(0, 1), "opensAt", "2099-01-01T02:00:00Z")));
        assertThat((List<?>) late.path("obstacles[0].missing"))
                .as("the certificates of that day")
                .hasSize(5);

        var planned = done(office.siteManager.post(
                "/api/v1/releases",
                Map.of(
                        "project",
                        office.project,
                        "units",
                        units.subList(1, 2),
                        "permit",
                        "PRE-SALE-1",
                        "opensAt",
                        "2098-01-01T02:00:00Z")));
        var path = "/api/v1/releases/" + planned.<String>path("id");
        assertThat((String) planned.path("obstacles[0].code")).isEqualTo("PERMIT_IS_NOT_THE_BUILDINGS");
        assertThat((String) planned.path("obstacles[0].permit")).isEqualTo("PRE-SALE-1");
        var list = office.siteManager.get("/api/v1/releases?project=" + office.project);
        assertThat(list.<List<List<String>>>path("items.obstacles.code"))
                .containsExactly(List.of("PERMIT_IS_NOT_THE_BUILDINGS"), List.of("CERTIFICATES_INCOMPLETE"));
        String day = done(office.siteManager.post(
                        "/api/v1/opening-days", Map.of("release", planned.<String>path("id"), "name", "一期")))
                .path("id");

        assertThat(office.liNa
                        .post(path + "/permit-corrections", Map.of("permit", "PRE_SALE-1", "reason", "-"))
                        .statusCode())
                .isEqualTo(403);
        var corrected = done(correct(office, path, "PRE_SALE-1"));
        assertThat((String) corrected.path("permit")).isEqualTo("PRE_SALE-1");
        assertThat((String) corrected.path("corrected.before")).isEqualTo("PRE-SALE-1");
        assertThat((String) corrected.path("corrected.by")).isEqualTo("chen.jing");
        assertThat((String) corrected.path("corrected.reason")).isEqualTo("录入有误");
        assertThat((List<?>) corrected.path("obstacles")).isEmpty();

        done(correct(office, path, "PRE-SALE-2"));
        write("UPDATE release SET opens_at = clock_timestamp() WHERE project = '" + office.project
                + "' AND permit = 'PRE-SALE-2'");
        await().until(() -> office.siteManager.get(path).path("state").equals("BLOCKED"));
        assertThat(RestAssured.get("/q/metrics").asString().lines())
                .anyMatch(line -> line.startsWith("anchang_releases_blocked") && !line.endsWith(" 0.0"));
        done(correct(office, path, "PRE_SALE-1"));
        assertThat((String) done(office.siteManager.post(path + "/opening")).path("state"))
                .isEqualTo("OPEN");

        assertThat((String) office.liNa.get("/api/v1/opening-days/" + day).path("state"))
                .isEqualTo("PLANNED");
        assertRefused(ReleasePolicy.RELEASE_IS_NOT_PLANNED, correct(office, path, "PRE-SALE-3"));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> write("UPDATE release SET permit = 'other' WHERE project = '" + office.project + "'"))
                .withMessageContaining("INV-14");
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery("""
                        SELECT string_agg(before ->> 'permit' || '>' || (after ->> 'permit'), ' ' ORDER BY id) FROM audit
                        WHERE relation = 'release' AND row_id = '%s' AND before ->> 'permit' <> after ->> 'permit'""".formatted(planned.<String>path("id")))) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("PRE-SALE-1>PRE_SALE-1 PRE_SALE-1>PRE-SALE-2 PRE-SALE-2>PRE_SALE-1");
        }
    }

    private static Response correct(AnOffice office, String path, String permit) {
        return office.siteManager.post(path + "/permit-corrections", Map.of("permit", permit, "reason", "录入有误"));
    }

    private void write(String statement) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.createStatement().execute(statement);
        }
    }

    @Test
    @DisplayName("INV-14 what was withheld, by whom, why and until when is a record that managers read")
    void withholdingsOnRecord() {
        var office = AnOffice.selling(2);
        var unit = office.units().getFirst();
        done(office.siteManager.post("/api/v1/units/" + unit + "/withholdings", Map.of("reason", "样板间")));
        done(office.siteManager.post("/api/v1/units/" + unit + "/withholdings/end"));
        done(office.siteManager.post("/api/v1/units/" + unit + "/withholdings", Map.of("reason", "抵押")));

        var records = office.siteManager.get("/api/v1/withholdings?project=" + office.project);
        assertThat(records.jsonPath().getList("items.reason", String.class)).containsExactly("抵押", "样板间");
        assertThat((String) records.path("items[1].endedBy")).isEqualTo("chen.jing");
        assertThat((String) records.path("items[0].endedBy")).isNull();
        var first = office.siteManager.get("/api/v1/withholdings?limit=1&project=" + office.project);
        var second = office.siteManager.get(
                "/api/v1/withholdings?limit=1&project=" + office.project + "&cursor=" + first.path("next"));
        assertThat((String) first.path("items[0].reason")).isEqualTo("抵押");
        assertThat((String) second.path("items[0].reason")).isEqualTo("样板间");
        assertThat((String) second.path("next")).isNull();
        assertThat(office.liNa
                        .get("/api/v1/withholdings?project=" + office.project)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("INV-8 a release of nothing, or of another project's unit, is refused")
    void nothing() {
        var office = AnOffice.selling(1);
        var other = AnOffice.with(1);

        assertRefused(ReleasePolicy.RELEASE_NAMES_NO_UNITS, office.releasing(Map.of("everything", true)));
        var building = office.buildings().getFirst();
        assertRefused(
                ReleasePolicy.RELEASE_IS_AMBIGUOUS,
                office.releasing(Map.of("units", office.units(), "building", building)));
        assertRefused(
                ReleasePolicy.RELEASE_IS_AMBIGUOUS, office.releasing(Map.of("everything", true, "building", building)));
        assertThat(office.releasing(Map.of("units", other.units())).statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName(
            "INV-14 INV-16 a withheld unit is not for sale to consultants, never sold; managers see why; then it is offered again")
    void withheld() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        var path = "/api/v1/units/" + unit + "/withholdings";
        assertThat(office.liNa.post(path, Map.of("reason", "x")).statusCode()).isEqualTo(403);

        done(office.siteManager.post(path, Map.of("reason", "样板间")));

        var asConsultant = office.liNa.get("/api/v1/units/" + unit);
        assertThat((String) asConsultant.path("state")).isEqualTo("CLOSED");
        assertThat(asConsultant.asString()).doesNotContain("样板间").doesNotContain("WITHHELD");
        assertThat((List<?>) office.liNa
                        .get("/api/v1/units?state=CLOSED&project=" + office.project)
                        .path("items"))
                .hasSize(1);
        assertThat(done(office.liNa.get("/api/v1/units/" + unit + "/history")).asString())
                .doesNotContain("WITHHOLD");
        assertThat((String) office.siteManager.get("/api/v1/units/" + unit).path("withheldFor"))
                .isEqualTo("样板间");
        var refused = office.liNa.post("/api/v1/holds", holdOf(unit));
        assertRefused(InventoryRefusal.UNIT_NOT_AVAILABLE, refused);
        assertThat(refused.asString()).doesNotContain("WITHHELD");

        done(office.siteManager.post(path + "/end"));
        assertRefused(ReleasePolicy.UNIT_IS_NOT_WITHHELD, office.siteManager.post(path + "/end"));
        done(office.liNa.post("/api/v1/holds", holdOf(unit)));
        assertRefused(InventoryRefusal.UNIT_NOT_AVAILABLE, office.siteManager.post(path, Map.of("reason", "样板间")));
    }
}
