package org.anchang.customer.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.HoldExpired;
import org.anchang.events.InventoryEvent.ProjectOpened;
import org.anchang.events.InventoryEvent.UnitState;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class RegionProcessTest {
    private final Office office = new Office().withoutRegion();

    @Inject
    EntityManager database;

    @Test
    @DisplayName(
            "CUS-2 a number begins with the region in which the project was opened; one that is set goes before it")
    void toldRegion() {
        var before = register();
        assertThat(before.statusCode()).isEqualTo(409);
        assertThat(before.jsonPath().getString("code")).isEqualTo("PROJECT_NOT_KNOWN_YET");

        var unit = UUID.randomUUID();
        try (var inventory = new Neighbour(InventoryEvent.TOPIC)) {
            // Units are not this reader's: no number of theirs is missed.
            inventory.tells(
                    new HoldExpired(unit, office.project, Instant.now(), UnitState.HELD, UnitState.AVAILABLE, unit), 7);
            inventory.tells(opened("郑州"));
        }

        await().until(() -> register().statusCode() == 201);
        assertThat(register().jsonPath().getString("number")).matches("XZZ-ZS\\d{3,}");
        assertThat(database.createNativeQuery("SELECT count(*) FROM inbox_parked WHERE aggregate = ?1", Long.class)
                        .setParameter(1, unit)
                        .getSingleResult())
                .isEqualTo(0L);
        office.isInRegion("QF");
        assertThat(register().jsonPath().getString("number")).isEqualTo("XQF-ZS001");
    }

    private Response register() {
        return office.as("li.na").post("/api/v1/customers", office.visitor("张三", Office.freshPhone()));
    }

    private ProjectOpened opened(String region) {
        return new ProjectOpened(UUID.randomUUID(), office.project, Instant.now(), "松风", region, null, false);
    }
}
