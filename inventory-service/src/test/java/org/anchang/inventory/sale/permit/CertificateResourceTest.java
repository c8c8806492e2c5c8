package org.anchang.inventory.sale.permit;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.claimOf;
import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.events.InventoryEvent.PermitRecorded;
import org.anchang.events.InventoryEvent.PermitRevoked;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class CertificateResourceTest {
    @Inject
    DataSource database;

    @Test
    @DisplayName("INV-6 a certificate is put on record, and the building says which it still lacks")
    void records() {
        var office = AnOffice.with(1);
        var building = office.buildings().getFirst();
        var path = "/api/v1/buildings/" + building + "/certificates";

        var recorded = done(office.administrator.post(
                path, Map.of("certificate", "PRE_SALE", "number", "洛预字001", "validFrom", "2020-01-01")));

        assertThat(recorded.statusCode()).isEqualTo(201);
        assertThat(recorded.jsonPath().getList("missing", String.class))
                .containsExactly("LAND_USE", "LAND_PLANNING", "WORKS_PLANNING", "CONSTRUCTION");
        assertThat(office.liNa.get(path).jsonPath().getList("items.number", String.class))
                .containsExactly("洛预字001");
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            assertThat(heard.await(UUID.fromString(building), PermitRecorded.class)
                            .certificate())
                    .isEqualTo(Certificate.PRE_SALE);
        }
    }

    @Test
    @DisplayName(
            "INV-6 a revoked certificate counts no longer from its day on: nothing is held, claimed or opened; it stays on"
                    + " record, and the right one is recorded beside it")
    void revoked() throws SQLException {
        var office = AnOffice.with(4).certified();
        var units = office.units();
        done(office.releasing(Map.of("units", units.subList(0, 3))));
        var planned = "/api/v1/releases/"
                + done(office.releasing(Map.of("units", units.subList(3, 4), "opensAt", "2098-01-01T02:00:00Z")))
                        .<String>path("id");
        var building = office.buildings().getFirst();
        var path = "/api/v1/buildings/" + building + "/certificates";
        String id = office.liNa.get(path).path("items.find { it.certificate == 'CONSTRUCTION' }.id");
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

        assertThat(office.siteManager
                        .post(path + "/" + id + "/revocation", Map.of("from", today.toString(), "reason", "-"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(office.administrator
                        .post(path + "/" + building + "/revocation", Map.of("from", today.toString(), "reason", "-"))
                        .statusCode())
                .isEqualTo(404);
        assertThat((List<?>)
                        done(revoke(office, path + "/" + id, today.plusDays(9))).path("missing"))
                .as("it still counts today")
                .isEmpty();
        String hold = done(office.liNa.post("/api/v1/holds", holdOf(units.getFirst())))
                .path("id");
        assertThat(office.siteManager.get(planned).<List<String>>path("obstacles[0].missing"))
                .containsExactly("CONSTRUCTION");

        var revoked = done(revoke(office, path + "/" + id, today));

        assertThat(revoked.<List<String>>path("missing")).containsExactly("CONSTRUCTION");
        assertThat((String) revoked.path("revocation.by")).isEqualTo("admin.office");
        var refused = office.liNa.post("/api/v1/holds", holdOf(units.get(1)));
        assertRefused(InventoryRefusal.CERTIFICATES_INCOMPLETE, refused);
        assertThat(refused.<List<String>>path("missing")).containsExactly("CONSTRUCTION");
        assertRefused(
                InventoryRefusal.CERTIFICATES_INCOMPLETE,
                office.liNa.post("/api/v1/holds/" + hold + "/claims", claimOf(hold, UUID.randomUUID())));
        assertRefused(InventoryRefusal.CERTIFICATES_INCOMPLETE, office.siteManager.post(planned + "/opening"));
        assertThat(office.liNa.get("/api/v1/buildings/" + building).<List<String>>path("missingCertificates"))
                .containsExactly("CONSTRUCTION");
        assertThat((String) office.liNa.get(path).path("items.find { it.id == '" + id + "' }.revocation.reason"))
                .isEqualTo("主管部门撤销");
        assertRefused(InventoryRefusal.CERTIFICATE_IS_REVOKED, revoke(office, path + "/" + id, today));
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> {
            try (var connection = database.getConnection()) {
                connection
                        .createStatement()
                        .execute("DELETE FROM certificate_revocation WHERE certificate = '" + id + "'");
            }
        });
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            var told = heard.await(UUID.fromString(building), PermitRevoked.class);
            assertThat(told.certificate()).isEqualTo(Certificate.CONSTRUCTION);
            assertThat(told.from()).isEqualTo(today.plusDays(9));
        }

        office.certify(building, Certificate.CONSTRUCTION, Map.of("validFrom", "2020-01-01"));
        done(office.liNa.post("/api/v1/holds", holdOf(units.get(1))));
    }

    private static Response revoke(AnOffice office, String certificate, LocalDate from) {
        return office.administrator.post(
                certificate + "/revocation", Map.of("from", from.toString(), "reason", "主管部门撤销"));
    }

    @Test
    @DisplayName("INV-6 a certificate does not end before it begins, and only an administrator records one")
    void refusals() {
        var office = AnOffice.with(1);
        var path = "/api/v1/buildings/" + office.buildings().getFirst() + "/certificates";
        var body =
                Map.of("certificate", "PRE_SALE", "number", "1", "validFrom", "2020-01-02", "validUntil", "2020-01-01");

        assertRefused(InventoryRefusal.CERTIFICATE_PERIOD_ENDS_BEFORE_IT_BEGINS, office.administrator.post(path, body));
        assertThat(office.siteManager.post(path, body).statusCode()).isEqualTo(403);
        assertThat(AnOffice.empty().liNa.get(path).statusCode()).isEqualTo(404);
    }
}
