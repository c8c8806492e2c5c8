package org.anchang.inventory.unit.attachment;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.claimOf;
import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.DealRefunded;
import org.anchang.events.DealEvent.DepositTaken;
import org.anchang.events.DealEvent.SwapRequested;
import org.anchang.events.DealEvent.Terms;
import org.anchang.events.DealEvent.UnitSwapped;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.UnitStateChanged;
import org.anchang.events.LedgerEntry;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.hold.HoldPolicy;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class AttachedUnitsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final String LIST = """
            项目,楼栋,单元,楼层,房号,建筑面积,预售单价,物业类型
            松风,3栋,1单元,1,01,110.00,10000.00,住宅
            松风,3栋,1单元,1,02,120.00,10000.00,住宅
            松风,车库,1,-1,P1,12.00,8000.00,车位
            松风,车库,1,-1,S1,6.00,5000.00,储藏室
            """;

    @Inject
    AgroalDataSource database;

    private final Instant at = Instant.now();

    private record Place(AnOffice office, String home, String other, String parking, String storage) {
        static Place onSale() {
            var office = AnOffice.empty();
            done(office.importing(LIST));
            office.certified().released();
            var units = office.units();
            return new Place(office, units.get(0), units.get(1), units.get(2), units.get(3));
        }

        Place attached() {
            done(attach(home, parking, true));
            done(attach(home, storage, false));
            return this;
        }

        io.restassured.response.Response attach(String toHome, String unit, boolean apart) {
            return office.siteManager.post(
                    "/api/v1/units/" + toHome + "/attached-units", Map.of("unit", unit, "pricedApart", apart));
        }

        List<String> states() {
            return List.of(office.state(home), office.state(parking), office.state(storage));
        }

        void become(String state) {
            await().untilAsserted(() -> assertThat(states()).containsOnly(state));
        }

        String claimed(String unit, UUID deal) {
            String hold = done(office.liNa.post("/api/v1/holds", holdOf(unit))).path("id");
            done(office.liNa.post("/api/v1/holds/" + hold + "/claims", claimOf(hold, deal)));
            return hold;
        }
    }

    @Test
    @DisplayName("INV-11 attached units are held and freed with their home, at the prices that the hold froze")
    void heldTogether() {
        var place = Place.onSale().attached();
        var office = place.office;

        var hold = done(office.liNa.post("/api/v1/holds", holdOf(place.home)));

        assertThat(place.states()).containsOnly("HELD");
        assertThat(hold.jsonPath().getList("unit.attached.unit", String.class))
                .containsExactly(place.parking, place.storage);
        assertThat(hold.jsonPath().getList("unit.attached.pricedApart", Boolean.class))
                .containsExactly(true, false);
        assertThat(office.importing(LIST.replace("8000.00", "9000.00")).statusCode())
                .isEqualTo(201);
        var again = office.liNa.get("/api/v1/holds/" + hold.path("id"));
        assertThat((String) again.path("unit.attached[0].listTotal")).isEqualTo("96000.00");
        assertThat((String) office.liNa.get("/api/v1/units/" + place.home).path("attached[0].listTotal"))
                .isEqualTo("108000.00");
        assertThat((String)
                        office.siteManager.get("/api/v1/units/" + place.parking).path("hold.id"))
                .isEqualTo(hold.path("id"));
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            var parking = UUID.fromString(place.parking);
            await().until(() -> heard.of(parking).stream()
                    .anyMatch(said -> said.type().equals("UnitStateChanged")
                            && said.as(UnitStateChanged.class).reason().equals("HOLD")));
        }

        done(office.liNa.post("/api/v1/holds/" + hold.path("id") + "/release", Map.of("reason", "changed mind")));
        assertThat(place.states()).containsOnly("AVAILABLE");
    }

    @Test
    @DisplayName("INV-11 an attached unit is not held by itself, nor its home while one of them is not free")
    void notByItself() {
        var place = Place.onSale().attached();
        var office = place.office;

        assertRefused(InventoryRefusal.UNIT_IS_ATTACHED, office.liNa.post("/api/v1/holds", holdOf(place.parking)));
        done(office.siteManager.post("/api/v1/units/" + place.storage + "/withholdings", Map.of("reason", "leak")));
        assertRefused(HoldPolicy.ATTACHED_UNIT_NOT_AVAILABLE, office.liNa.post("/api/v1/holds", holdOf(place.home)));
        assertThat(office.state(place.home)).isEqualTo("AVAILABLE");
    }

    @Test
    @DisplayName("INV-11 a parking space is attached once, to a home of the project, while neither is held or sold")
    void whatMayBeAttached() {
        var place = Place.onSale().attached();
        var office = place.office;

        assertRefused(InventoryRefusal.UNIT_IS_ATTACHED, place.attach(place.other, place.parking, true));
        assertRefused(InventoryRefusal.CANNOT_BE_ATTACHED, place.attach(place.home, place.other, true));
        assertThat(place.attach(place.home, AnOffice.selling(1).units().getFirst(), true)
                        .statusCode())
                .isEqualTo(404);
        var hold = done(office.liNa.post("/api/v1/holds", holdOf(place.home)));
        assertRefused(InventoryRefusal.UNIT_NOT_AVAILABLE, detach(place, place.parking));
        done(office.liNa.post("/api/v1/holds/" + hold.path("id") + "/release", Map.of("reason", "no")));
        done(detach(place, place.parking));
        assertRefused(InventoryRefusal.UNIT_IS_NOT_ATTACHED, detach(place, place.parking));
        done(office.liNa.post("/api/v1/holds", holdOf(place.parking)));
        assertRefused(InventoryRefusal.UNIT_NOT_AVAILABLE, place.attach(place.home, place.parking, true));
    }

    @Test
    @DisplayName("INV-11 attached units follow the deal of their home: sold, swapped away and refunded with it")
    void followTheDeal() {
        var place = Place.onSale().attached();
        var deal = UUID.randomUUID();
        var successor = UUID.randomUUID();
        var hold = UUID.fromString(place.claimed(place.home, deal));
        var home = UUID.fromString(place.home);
        var project = place.office.project;
        try (var deals = new Neighbour(DealEvent.TOPIC)) {
            deals.tells(new DepositTaken(
                    deal,
                    project,
                    at,
                    home,
                    hold,
                    true,
                    BigDecimal.TEN,
                    "0001",
                    entry(),
                    null,
                    null,
                    null,
                    null,
                    null));
            place.become("SUBSCRIBED");
            var request = UUID.randomUUID();
            deals.tells(new SwapRequested(deal, project, at, request, "li.na", Map.of()));
            await().untilAsserted(() -> assertThat((String) place.office
                            .liNa
                            .get("/api/v1/units/" + place.parking)
                            .path("change"))
                    .isEqualTo("SWAP"));

            var next = UUID.fromString(place.claimed(place.other, successor));
            deals.tells(new UnitSwapped(
                    deal,
                    project,
                    at,
                    request,
                    UUID.randomUUID(),
                    home,
                    UUID.fromString(place.other),
                    next,
                    successor,
                    true,
                    terms(),
                    entry()));
            place.become("AVAILABLE");

            done(place.office.siteManager.post(
                    "/api/v1/units/" + place.home + "/attached-units/detachments", Map.of("unit", place.storage)));
            var back = UUID.randomUUID();
            var backHold = UUID.fromString(place.claimed(place.home, back));
            deals.tells(new DepositTaken(
                    back,
                    project,
                    at,
                    home,
                    backHold,
                    false,
                    BigDecimal.TEN,
                    "0002",
                    entry(),
                    null,
                    null,
                    null,
                    null,
                    null));
            await().untilAsserted(
                            () -> assertThat(place.office.state(place.parking)).isEqualTo("RESERVED"));
            assertThat(place.office.state(place.storage)).isEqualTo("AVAILABLE");
            deals.tells(new DealRefunded(
                    back,
                    project,
                    at,
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    home,
                    "AGREED_PENALTY",
                    BigDecimal.TEN,
                    BigDecimal.ONE,
                    BigDecimal.TWO,
                    DAY,
                    UUID.randomUUID(),
                    entry()));
            place.become("AVAILABLE");
        }
    }

    @Test
    @DisplayName("INV-11 the database lets no home and attached unit go different ways")
    void databaseGuards() {
        var place = Place.onSale().attached();
        assertThatThrownBy(() -> sql("UPDATE unit SET state = 'HELD' WHERE id = '" + place.parking + "'"))
                .hasMessageContaining("INV-11");
        assertThatThrownBy(() -> sql("UPDATE unit SET state = 'HELD' WHERE id = '" + place.home + "'"))
                .hasMessageContaining("INV-11");
        assertThatThrownBy(() -> sql("UPDATE unit SET attached_to = '%s', attached_apart = true WHERE id = '%s'"
                        .formatted(place.home, place.other)))
                .hasMessageContaining("unit_attached_kind");
    }

    @Test
    @DisplayName("INV-4 INV-11 of many who want a home with parking space one gets both, nobody waits for a deadlock")
    void manyAtOnce() throws Exception {
        var place = Place.onSale().attached();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            // Told to ask again while somebody detaches, they do.
            Callable<Integer> holding = () -> await().pollInSameThread()
                    .until(
                            () -> place.office.liNa.post("/api/v1/holds", holdOf(place.home)),
                            answer -> !KitRefusal.CONFLICT_TRY_AGAIN.name().equals(answer.path("code")))
                    .statusCode();
            Callable<Integer> detaching = () -> detach(place, place.parking).statusCode();
            var answers = pool.invokeAll(java.util.stream.IntStream.range(0, 24)
                    .mapToObj(i -> i % 6 == 0 ? detaching : holding)
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isIn(200, 201, 409);
            }
        }
        assertThat(place.office.state(place.home)).isEqualTo("HELD");
        var attached = place.office.liNa.get("/api/v1/units/" + place.home).asString();
        assertThat(place.office.state(place.parking))
                .isEqualTo(attached.contains(place.parking) ? "HELD" : "AVAILABLE");
    }

    private static io.restassured.response.Response detach(Place place, String unit) {
        return place.office.siteManager.post(
                "/api/v1/units/" + place.home + "/attached-units/detachments", Map.of("unit", unit));
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            prepared.executeUpdate();
        }
    }

    private static Terms terms() {
        return new Terms(UUID.randomUUID(), "li.na", "RESIDENCE", BigDecimal.TEN, BigDecimal.TEN, null);
    }

    private static LedgerEntry entry() {
        return new LedgerEntry(UUID.randomUUID(), DAY, List.of());
    }
}
