package org.anchang.approval.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.anchang.approval.Form;
import org.anchang.approval.Office;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.ApprovalEvent.ApprovalStepSigned;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class DrawnSignatureResourceTest {
    private static final String ADDRESS = "/api/v1/drawn-signatures";
    private static final String STROKES = "M10 90L60 20L110 90M40 60L80 60";

    private final Sealing sealing =
            new Sealing(ConfigProvider.getConfig().getValue("anchang.sealing.key", String.class));
    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName(
            "APR-4 CUS-6 a signature is drawn once, read by its owner alone, and told sealed with what the person signs")
    void drawn() {
        var person = "draws." + office.project;
        var manager = office.as("site-manager", person);
        assertThat(manager.get(ADDRESS).jsonPath().getString("strokes")).isNull();
        assertThat(manager.post(ADDRESS, Map.of("strokes", "M1 1L<script>")).statusCode())
                .isEqualTo(422);
        assertThat(manager.post(ADDRESS, Map.of("strokes", STROKES)).statusCode())
                .isEqualTo(200);
        assertThat(manager.get(ADDRESS).jsonPath().getString("strokes")).isEqualTo(STROKES);
        assertThat(office.the("finance").get(ADDRESS).jsonPath().getString("strokes"))
                .isNull();

        var id = office.opened(Form.VOID, Map.of("reason", "重复")).getString("id");
        var task = office.task(id, "site-manager");
        try (var heard = new Overheard(ApprovalEvent.TOPIC)) {
            assertThat(office.approve(manager, task).statusCode()).isEqualTo(200);
            var told = heard.await(java.util.UUID.fromString(id), ApprovalStepSigned.class);
            assertThat(told.person()).isEqualTo(person);
            assertThat(told.opinion()).isNotNull().doesNotContain("同意");
            assertThat(sealing.open(told.opinion(), new Place("signature", "opinion", told.signature())))
                    .isEqualTo("同意");
            assertThat(sealing.open(told.drawn(), new Place("signature", "drawn", told.signature())))
                    .isEqualTo(STROKES);
        }
    }
}
