package org.anchang.inventory.neighbour.deal;

import static org.anchang.inventory.AnOffice.claimOf;
import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.ContractSigned;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.events.DealEvent.DealLapsed;
import org.anchang.events.DealEvent.DealRefunded;
import org.anchang.events.DealEvent.DealSucceeded;
import org.anchang.events.DealEvent.DealVoided;
import org.anchang.events.DealEvent.DepositTaken;
import org.anchang.events.DealEvent.RequestEnded;
import org.anchang.events.DealEvent.SwapRequested;
import org.anchang.events.DealEvent.Terms;
import org.anchang.events.DealEvent.UnitClaimAbandoned;
import org.anchang.events.DealEvent.UnitSwapped;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.HoldReleased;
import org.anchang.events.InventoryEvent.UnitStateChanged;
import org.anchang.events.LedgerEntry;
import org.anchang.inventory.AnOffice;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class DealEventsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final Neighbour deals = new Neighbour(DealEvent.TOPIC);
    private final Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /// A unit that a deal has claimed.
    private record Claimed(AnOffice office, UUID unit, UUID hold, UUID deal) {
        String state() {
            return office.state(unit.toString());
        }

        void becomes(String state) {
            await().untilAsserted(() -> assertThat(state()).isEqualTo(state));
        }
    }

    @AfterEach
    void silence() {
        deals.close();
    }

    @Test
    @DisplayName(
            "INV-3 INV-5 small deposit, full deposit, contract and filing move the unit, each told with its deal; with the"
                    + " filing whoever waits for the unit waits no longer")
    void soldStepByStep() {
        var home = claimed(AnOffice.selling(1), 0, UUID.randomUUID());

        deals.tells(deposit(home, false), "zheng.yun");
        home.becomes("RESERVED");
        deals.tells(deposit(home, false));
        deals.tells(deposit(home, true));
        home.becomes("SUBSCRIBED");
        deals.tells(signed(home));
        home.becomes("CONTRACTED");
        var wangLei = home.office.consultant("wang.lei");
        String place = done(wangLei.post("/api/v1/waiting-places", Map.of("unit", home.unit, "customer", id())))
                .path("id");
        deals.tells(new DealFiled(home.deal, home.office.project, at, home.unit, "BA-1", DAY, terms()));
        home.becomes("FILED");
        var ended = wangLei.get("/api/v1/waiting-places/" + place);
        assertThat((String) ended.path("endReason")).isEqualTo("FILED");
        assertThat((String) ended.path("endedAt")).isNotNull();
        assertThat((List<?>) ended.path("actions")).isEmpty();

        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            assertThat(heard.await(home.unit, UnitStateChanged.class)).isNotNull();
            await().untilAsserted(() -> assertThat(heard.of(home.unit).stream()
                            .filter(said -> said.type().equals("UnitStateChanged"))
                            .map(said -> said.as(UnitStateChanged.class).to().name()))
                    .containsExactly("AVAILABLE", "RESERVED", "SUBSCRIBED", "CONTRACTED", "FILED"));
        }
        var history = home.office
                .siteManager
                .get("/api/v1/units/" + home.unit + "/history")
                .jsonPath();
        assertThat(history.getString("items.find { it.what == 'RESERVE' }.person"))
                .as("SEC-2 who took the deposit, not the event that told of it")
                .isEqualTo("zheng.yun");
        assertThat(history.getString("items.find { it.what == 'SIGN' }.person")).startsWith("event ContractSigned");
        assertThat(history.getList("items.what", String.class))
                .containsExactly(
                        "LISTED",
                        "RELEASE",
                        "HOLD",
                        "HOLD_CLAIMED",
                        "RESERVE",
                        "SUBSCRIBE",
                        "SIGN",
                        "LINE_JOINED",
                        "FILE");
    }

    @Test
    @DisplayName("INV-3 void, refund and lapse put the unit back on sale and end the hold")
    void backOnSale() {
        var office = AnOffice.selling(3);
        var voided = claimed(office, 0, UUID.randomUUID());
        var refunded = claimed(office, 1, UUID.randomUUID());
        var lapsed = claimed(office, 2, UUID.randomUUID());

        deals.tells(deposit(voided, false));
        deals.tells(new DealVoided(
                voided.deal, office.project, at, id(), id(), voided.unit, "填写有误", BigDecimal.TEN, entry()));
        deals.tells(deposit(refunded, true));
        deals.tells(signed(refunded));
        deals.tells(refunded(refunded));
        deals.tells(deposit(lapsed, false));
        deals.tells(new DealLapsed(lapsed.deal, office.project, at, lapsed.unit, "逾期", BigDecimal.TEN, entry()));

        for (var home : List.of(voided, refunded, lapsed)) {
            home.becomes("AVAILABLE");
            assertThat((boolean)
                            office.siteManager.get("/api/v1/holds/" + home.hold).path("live"))
                    .isFalse();
        }
        done(office.consultant("wang.lei").post("/api/v1/holds", holdOf(voided.unit.toString())));
    }

    @Test
    @DisplayName("SWP-3 INV-4 a swap frees the old unit and takes the new one, which is its successor's from then on")
    void swapped() {
        var office = AnOffice.selling(2);
        var home = claimed(office, 0, UUID.randomUUID());
        var next = claimed(office, 1, home.deal);
        var successor = UUID.randomUUID();
        deals.tells(deposit(home, true));

        // The successor speaks first: it waits for the swap that makes the unit its own.
        var itsOwn = new Claimed(office, next.unit, next.hold, successor);
        deals.tells(new DealSucceeded(successor, office.project, at, home.deal, next.unit, terms()));
        deals.tells(signed(itsOwn));
        home.becomes("SUBSCRIBED");
        assertThat(next.state()).isEqualTo("HELD");
        deals.tells(new UnitSwapped(
                home.deal,
                office.project,
                at,
                id(),
                id(),
                home.unit,
                next.unit,
                next.hold,
                successor,
                true,
                terms(),
                entry()));

        home.becomes("AVAILABLE");
        next.becomes("CONTRACTED");
        assertThat((String) office.siteManager.get("/api/v1/units/" + next.unit).path("deal"))
                .isEqualTo(successor.toString());
    }

    @Test
    @DisplayName("INV-5 a deal that did not come about lets go of the unit; a unit that went further stays")
    void abandoned() {
        var office = AnOffice.selling(2);
        var held = claimed(office, 0, UUID.randomUUID());
        var reserved = claimed(office, 1, UUID.randomUUID());
        deals.tells(deposit(reserved, false));
        reserved.becomes("RESERVED");

        deals.tells(abandoned(reserved));
        deals.tells(abandoned(held));

        held.becomes("AVAILABLE");
        assertThat(reserved.state()).isEqualTo("RESERVED");
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            assertThat(heard.await(held.unit, HoldReleased.class).hold()).isEqualTo(held.hold);
        }
    }

    @Test
    @DisplayName("INV-15 a change in progress shows on the unit until it is decided")
    void openChange() {
        var home = claimed(AnOffice.selling(1), 0, UUID.randomUUID());
        var request = id();
        deals.tells(deposit(home, true));

        deals.tells(new SwapRequested(home.deal, home.office.project, at, request, "li.na", Map.of()));
        await().until(() -> "SWAP".equals(change(home)));
        deals.tells(new RequestEnded(home.deal, home.office.project, at, request, home.unit, "SWAP", "REFUSED"));

        await().until(() -> change(home) == null);
    }

    @Test
    @DisplayName("INV-4 a deal that does not have the unit moves nothing")
    void strangersMoveNothing() {
        var home = claimed(AnOffice.selling(1), 0, UUID.randomUUID());
        var stranger = new Claimed(home.office, home.unit, home.hold, UUID.randomUUID());

        deals.tells(signed(stranger));
        deals.tells(deposit(stranger, true));
        deals.tells(deposit(home, false));

        home.becomes("RESERVED");
        assertThat((String) home.office
                        .siteManager
                        .get("/api/v1/units/" + home.unit)
                        .path("deal"))
                .isEqualTo(home.deal.toString());
    }

    private static String change(Claimed home) {
        return home.office.liNa.get("/api/v1/units/" + home.unit).path("change");
    }

    private static Claimed claimed(AnOffice office, int index, UUID deal) {
        var unit = office.units().get(index);
        String hold = done(office.liNa.post("/api/v1/holds", holdOf(unit))).path("id");
        done(office.liNa.post("/api/v1/holds/" + hold + "/claims", claimOf(hold, deal)));
        return new Claimed(office, UUID.fromString(unit), UUID.fromString(hold), deal);
    }

    private DepositTaken deposit(Claimed home, boolean full) {
        return new DepositTaken(
                home.deal,
                home.office.project,
                at,
                home.unit,
                home.hold,
                full,
                BigDecimal.TEN,
                "0001",
                entry(),
                null,
                null,
                null,
                null,
                null);
    }

    private ContractSigned signed(Claimed home) {
        return new ContractSigned(
                home.deal, home.office.project, at, home.unit, id(), "HT-1", DAY, "LUMP_SUM", terms(), entry());
    }

    private DealRefunded refunded(Claimed home) {
        return new DealRefunded(
                home.deal,
                home.office.project,
                at,
                id(),
                id(),
                home.unit,
                "AGREED_PENALTY",
                BigDecimal.TEN,
                BigDecimal.ONE,
                BigDecimal.TWO,
                DAY,
                id(),
                entry());
    }

    private UnitClaimAbandoned abandoned(Claimed home) {
        return new UnitClaimAbandoned(home.deal, home.office.project, at, home.unit, home.hold, "COMMAND_FAILED");
    }

    private static Terms terms() {
        return new Terms(id(), "li.na", "RESIDENCE", BigDecimal.TEN, BigDecimal.TEN, null);
    }

    private static LedgerEntry entry() {
        return new LedgerEntry(id(), DAY, List.of());
    }

    private static UUID id() {
        return UUID.randomUUID();
    }
}
