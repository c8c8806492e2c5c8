package org.anchang.inventory.permit;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.events.InventoryEvent.PermitRecorded;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class CertificateResourceTest {
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
