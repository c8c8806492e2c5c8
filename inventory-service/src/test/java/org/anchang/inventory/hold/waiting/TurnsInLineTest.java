package org.anchang.inventory.hold.waiting;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.anchang.inventory.hold.waiting.WaitingPlaceResourceTest.giveBack;
import static org.anchang.inventory.hold.waiting.WaitingPlaceResourceTest.held;
import static org.anchang.inventory.hold.waiting.WaitingPlaceResourceTest.join;
import static org.anchang.inventory.hold.waiting.WaitingPlaceResourceTest.place;
import static org.anchang.inventory.hold.waiting.WaitingPlaceResourceTest.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class TurnsInLineTest {
    @Inject
    DataSource database;

    @Inject
    PassingTurns passing;

    @Test
    @DisplayName(
            "INV-5 a head start that is over unused, let pass or given up with the place goes on to the next in line, and"
                    + " nobody else slips in; nobody is told twice before the unit is taken")
    void turnPassesOn() throws SQLException {
        var office = AnOffice.selling(1);
        office.set(InventorySetting.WAITING_HEAD_START_MINUTES, 5);
        var unit = office.units().getFirst();
        String hold = held(office.liNa, unit);
        var places = IntStream.range(0, 3)
                .mapToObj(i -> done(join(office.consultant("consultant." + i), unit, UUID.randomUUID()))
                        .<String>path("id"))
                .toList();
        var second = office.consultant("consultant.1");
        var pass = "/api/v1/waiting-places/" + places.get(1) + "/pass";
        assertRefused(InventoryRefusal.PLACE_DOES_NOT_HAVE_THE_TURN, second.post(pass));
        giveBack(office.liNa, hold);
        assertThat(told(office, places)).containsExactly(1, 0, 0);
        assertThat((boolean) place(office.siteManager, places.getFirst()).path("hasTurn"))
                .isTrue();
        assertThat(office.consultant("consultant.0").post(pass).statusCode()).isEqualTo(404);

        endTurn(unit);
        becomes(office, places, List.of(1, 1, 0));
        assertThat((boolean) place(office.siteManager, places.getFirst()).path("hasTurn"))
                .isFalse();
        var turn = place(second, places.get(1));
        assertThat((String) turn.path("headStartUntil")).isNotNull();
        assertThat(turn.jsonPath().getList("actions.name", String.class)).contains("pass");

        done(second.post(pass));
        becomes(office, places, List.of(1, 1, 1));
        assertRefused(InventoryRefusal.PLACE_DOES_NOT_HAVE_THE_TURN, second.post(pass));

        leave(office, places.get(2));
        var again = heldOnceFree(office, unit);
        assertThat(told(office, places)).as("everybody had a turn").containsExactly(1, 1, 1);

        giveBack(office.liNa, again);
        assertThat(told(office, places)).containsExactly(2, 1, 1);
        leave(office, places.getFirst());
        becomes(office, places, List.of(2, 2, 1));
        done(office.siteManager.post("/api/v1/units/" + unit + "/withholdings", Map.of("reason", "样板间")));
        assertThat((boolean) place(second, places.get(1)).path("hasTurn")).isFalse();
        done(office.siteManager.post("/api/v1/units/" + unit + "/withholdings/end"));
        assertThat(told(office, places)).as("free again, and told").containsExactly(2, 3, 1);
        assertThat(office.siteManager
                        .get("/api/v1/units/" + unit + "/history")
                        .jsonPath()
                        .getList("items.what", String.class))
                .containsSubsequence("NEXT_IN_LINE_TOLD", "NEXT_IN_LINE_TOLD", "TURN_LET_PASS", "NEXT_IN_LINE_TOLD");
    }

    @Test
    @DisplayName(
            "INV-5 turns that were over during an outage pass on once each, with several replicas at it; a unit has one turn")
    void turnsAfterAnOutage() throws Exception {
        var office = AnOffice.selling(40);
        // Two in line for each unit, the first told; its turn was over an hour ago.
        sql("""
                INSERT INTO waiting_place (id, unit, project, customer, consultant, joined_at)
                SELECT gen_random_uuid(), id, project, gen_random_uuid(), 'zhao.min', now() FROM unit WHERE project = '%1$s';
                INSERT INTO waiting_place (id, unit, project, customer, consultant, joined_at, told, told_at, told_in, turn_until)
                SELECT gen_random_uuid(), id, project, gen_random_uuid(), 'wang.lei', now(), 1, now(), gen_random_uuid(),
                       clock_timestamp() - interval '1 hour' FROM unit WHERE project = '%1$s'""".formatted(office.project));

        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (var look : replicas.invokeAll(IntStream.range(0, 4)
                    .mapToObj(_ -> Executors.callable(this::look))
                    .toList())) {
                look.get();
            }
        }

        await().until(() -> count("waiting_place WHERE told = 1 AND turn_until = 'infinity' AND consultant = 'zhao.min'"
                        + " AND project = '" + office.project + "'")
                == 40);
        assertThat(count("outbox WHERE type LIKE '%NextInLineTold' AND project = '" + office.project + "'"))
                .isEqualTo(40);
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> sql("UPDATE waiting_place SET turn_until = 'infinity' WHERE project = '"
                        + office.project + "' AND consultant = 'wang.lei'"))
                .withMessageContaining("waiting_place_one_turn");
    }

    private void endTurn(String unit) throws SQLException {
        sql("UPDATE waiting_place SET turn_until = clock_timestamp() WHERE turn_until IS NOT NULL AND unit = '" + unit
                + "'");
    }

    private static void leave(AnOffice office, String place) {
        done(office.siteManager.post("/api/v1/waiting-places/" + place + "/leave", Map.of("reason", "另选一套")));
    }

    /// @return the hold of somebody who is not in line
    private String heldOnceFree(AnOffice office, String unit) {
        return await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .until(
                        () -> {
                            look();
                            return office.liNa.post("/api/v1/holds", holdOf(unit));
                        },
                        answer -> answer.statusCode() == 201)
                .path("id");
    }

    /// As every replica does.
    private void look() {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            passing.run();
        } finally {
            context.terminate();
        }
    }

    /// How often they were told; until then somebody who is not in line asks for the unit in vain.
    private void becomes(AnOffice office, List<String> places, List<Integer> told) {
        var unit = office.units().getFirst();
        await().pollInSameThread().pollDelay(Duration.ZERO).until(() -> {
            look();
            assertThat(office.liNa.post("/api/v1/holds", holdOf(unit)).statusCode())
                    .isEqualTo(409);
            return told(office, places).equals(told);
        });
    }

    private int count(String what) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery("SELECT count(*) FROM " + what)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            prepared.executeUpdate();
        }
    }
}
