package org.anchang.deal.deposit;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.DepositTaken;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.HoldExpired;
import org.anchang.events.InventoryEvent.UnitState;
import org.anchang.events.LedgerEntry;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class DepositResourceTest {
    private final TestOffice office = new TestOffice();

    @Inject
    AbandonedClaims sweeping;

    @Inject
    AgroalDataSource database;

    private final Crash taking = new Crash();

    /// A deposit that got no further than its claim, long ago.
    private final class Crash {
        void claimUnit(UUID deal, UUID unit, UUID hold, String project) throws SQLException {
            write("""
                    INSERT INTO unit_claim (id, deal, project, unit, hold, asked_at)
                    VALUES (gen_random_uuid(), ?, '%s', '%s', '%s', clock_timestamp() - interval '3 minutes')""".formatted(project, unit, hold), deal);
        }

        void age(UUID deal) throws SQLException {
            write("UPDATE unit_claim SET asked_at = asked_at - interval '3 minutes' WHERE deal = ?", deal);
        }

        private void write(String sql, UUID deal) throws SQLException {
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, deal);
                statement.executeUpdate();
            }
        }
    }

    @Test
    @DisplayName("DEP-2 what does not reach the project's full deposit is a small one")
    void fullDepositIsFull() {
        var deal = office.confirmed();

        refused(office.deposit(deal, "FULL", "49999.99"), 422, "FULL_DEPOSIT_NOT_REACHED");
        ok(office.deposit(deal, "SMALL", "20000.00"), 201);
        refused(office.deposit(deal, "TOP_UP", "29999.99"), 422, "FULL_DEPOSIT_NOT_REACHED");
        ok(office.deposit(deal, "TOP_UP", "30000.00"), 201);
        assertThat(office.get(deal).<String>path("stage")).isEqualTo("SUBSCRIBED");
    }

    @Test
    @DisplayName(
            "DEP-1 a ticket is issued for the held unit, confirmed by the site manager, and reserved by a small deposit")
    void fromTicketToReservation() {
        var home = office.home(office.customer());
        var opened = ok(office.open(home), 201);
        var deal = UUID.fromString(opened.path("id"));
        assertThat(opened.<String>path("stage")).isEqualTo("QUEUED");
        assertThat(opened.<String>path("lines[0].label")).isEqualTo("3栋-1单元-3101");
        refused(office.deposit(deal, "SMALL", "5000.00"), 409, "UNIT_NOT_CONFIRMED");
        ok(Ask.as(office.manager).post("/api/v1/deals/" + deal + "/unit-confirmation", Map.of()), 200);

        var taken = ok(office.deposit(deal, "SMALL", "5000.00"), 201);

        assertThat(taken.<String>path("deal.stage")).isEqualTo("RESERVED");
        assertThat(taken.<String>path("receipt.amount")).isEqualTo("5000.00");
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            heard.await(deal, TicketIssued.class);
            var event = heard.await(deal, DepositTaken.class);
            assertThat(event.full()).isFalse();
            assertThat(event.unit()).isEqualTo(home.unit());
            assertThat(event.hold()).isEqualTo(home.hold());
            assertThat(event.entry().postings()).hasSize(2);
        }
    }

    @Test
    @DisplayName(
            "SEC-3 the same deposit sent twice is taken once and answered alike; another body under its key is refused")
    void sameDepositTwice() {
        var deal = office.confirmed();
        var key = UUID.randomUUID().toString();

        var first = ok(office.deposit(deal, "SMALL", "5000.00", key), 201);
        var second = ok(office.deposit(deal, "SMALL", "5000.00", key), 201);

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        refused(office.deposit(deal, "SMALL", "5000.01", key), 422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(office.get(deal).<String>path("depositTotal")).isEqualTo("5000.00");
        refused(
                Ask.as(office.liNa)
                        .request()
                        .contentType("application/json")
                        .body("{\"amount\":\"1.00\",\"kind\":\"SMALL\",\"method\":{\"type\":\"CASH\"}}")
                        .post("/api/v1/deals/" + deal + "/deposits"),
                400,
                "IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    @DisplayName(
            "SEC-3 DEP-1 a deposit whose claim failed at inventory succeeds when it is sent again under the same key")
    void againAfterInventoryFailed() {
        var home = office.home(office.customer());
        var deal = office.confirmed(home);
        var key = UUID.randomUUID().toString();
        office.put(home, true, true, true);
        refused(office.deposit(deal, "SMALL", "5000.00", key), 503, "INVENTORY_DOES_NOT_ANSWER");
        assertThat(office.get(deal).<String>path("stage")).isEqualTo("QUEUED");

        office.put(home, true, true);

        ok(office.deposit(deal, "SMALL", "5000.00", key), 201);
    }

    @Test
    @DisplayName("DEP-1 inventory's no to a claim passes through with its code, and no money is taken")
    void holdHasEnded() {
        var home = office.home(office.customer());
        var deal = office.confirmed(home);
        office.put(home, false, true);

        refused(office.deposit(deal, "SMALL", "5000.00"), 409, "HOLD_HAS_ENDED");

        assertThat(office.get(deal).<String>path("stage")).isEqualTo("QUEUED");
        assertThat(office.get(deal).<String>path("depositTotal")).isEqualTo("0.00");
    }

    @Test
    @DisplayName(
            "DEP-1 a unit that was asked for and never paid is let go: the claim is abandoned, the ticket returned")
    void abandonedClaim() throws SQLException {
        var home = office.home(office.customer());
        var deal = office.confirmed(home);
        taking.claimUnit(deal, home.unit(), home.hold(), office.project);

        sweeping.run();

        try (var heard = new Overheard(DealEvent.TOPIC)) {
            var abandoned = heard.await(deal, DealEvent.UnitClaimAbandoned.class);
            assertThat(abandoned.hold()).isEqualTo(home.hold());
            heard.await(deal, DealEvent.TicketReturned.class);
        }
        assertThat(office.get(deal).<String>path("stage")).isEqualTo("LAPSED");
        refused(office.deposit(deal, "SMALL", "5000.00"), 409, "STAGE_DOES_NOT_ALLOW");
    }

    @Test
    @DisplayName("DEP-2 a settled claim is never abandoned")
    void settledClaimStays() throws SQLException {
        var deal = office.reserved();
        taking.age(deal);

        sweeping.run();

        assertThat(office.get(deal).<String>path("stage")).isEqualTo("RESERVED");
    }

    @Test
    @DisplayName("DEP-4 DEP-5 deposits above 20 % and transfers without slip are refused before the unit is bound")
    void refusedBeforeClaim() {
        var deal = office.confirmed();

        refused(office.deposit(deal, "FULL", "200000.01"), 422, "DEPOSIT_ABOVE_CAP");
        refused(
                Ask.as(office.finance)
                        .post(
                                "/api/v1/deals/" + deal + "/deposits",
                                Map.of(
                                        "amount",
                                        "5000.00",
                                        "kind",
                                        "SMALL",
                                        "method",
                                        Map.of("type", "BANK_TRANSFER"))),
                422,
                "SLIP_NUMBER_MISSING");
        ok(office.deposit(deal, "FULL", "200000.00"), 201);
    }

    @Test
    @DisplayName("DEP-1 a hold that is over, or somebody else's, opens no deal; a unit has one live deal")
    void holdsThatOpenNoDeal() {
        var over = office.home(office.customer());
        office.put(over, false, true);
        refused(office.open(over), 409, "HOLD_IS_NOT_LIVE");
        var wangs = new InventoryStandIn.Home(UUID.randomUUID(), UUID.randomUUID(), over.customer(), "wang.wei");
        office.put(wangs, true, true);
        refused(office.open(wangs), 409, "HOLD_IS_NOT_YOURS");

        var home = office.home(office.customer());
        ok(office.open(home), 201);

        refused(office.open(home), 409, "UNIT_HAS_A_LIVE_DEAL");
    }

    @Test
    @DisplayName("SEC-1 another consultant's customer is refused, and another's deal does not exist")
    void othersDeals() {
        var home = office.home(office.customer());
        var deal = UUID.fromString(ok(office.open(home), 201).path("id"));

        var wang = Ask.as(office.wangWei);
        refused(
                wang.post(
                        "/api/v1/deals",
                        Map.of("project", office.project, "customer", home.customer(), "hold", home.hold())),
                409,
                "CUSTOMER_BELONGS_TO_ANOTHER");
        refused(wang.get("/api/v1/deals/" + deal), 404, "NOT_FOUND");
        assertThat(wang.get("/api/v1/deals?project=" + office.project).<Integer>path("items.size()"))
                .isZero();
        refused(Ask.as(Person.siteManager("zhao.min").in("elsewhere")).get("/api/v1/deals/" + deal), 404, "NOT_FOUND");
        ok(Ask.as(office.manager).get("/api/v1/deals/" + deal), 200);
        refused(wang.post("/api/v1/deals/" + deal + "/unit-confirmation", Map.of()), 403, "ROLE_NOT_ALLOWED");
    }

    @Test
    @DisplayName("INV-5 a ticket whose hold ran out is returned; a reserved deal is not")
    void holdRanOut() {
        var home = office.home(office.customer());
        var queued = office.confirmed(home);
        try (var inventory = new Neighbour(InventoryEvent.TOPIC)) {
            inventory.tells(new HoldExpired(
                    home.unit(), office.project, Instant.now(), UnitState.HELD, UnitState.AVAILABLE, home.hold()));
        }

        try (var heard = new Overheard(DealEvent.TOPIC)) {
            assertThat(heard.await(queued, DealEvent.TicketReturned.class).reason())
                    .isEqualTo("HOLD_EXPIRED");
        }
        assertThat(office.get(queued).<String>path("stage")).isEqualTo("LAPSED");
    }

    @Test
    @DisplayName("DEP-2 only a site manager lets a deal lapse; deposits are forfeited only once its date is past")
    void lapse() {
        var deal = office.reserved();
        var path = "/api/v1/deals/" + deal + "/lapse";
        var decision = Map.of("reason", "no word from the buyer", "forfeit", true);

        refused(Ask.as(office.liNa).post(path, decision), 403, "ROLE_NOT_ALLOWED");
        refused(Ask.as(office.manager).post(path, decision), 409, "DEADLINE_NOT_PAST");
        var lapsed = Ask.as(office.manager)
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Office-Clock", OffsetDateTime.now().plusDays(40).toString())
                .contentType("application/json")
                .body(decision)
                .post(path);

        assertThat(ok(lapsed, 200).<String>path("stage")).isEqualTo("LAPSED");
        assertThat(lapsed.<String>path("endReason")).isEqualTo("DECIDED");
        assertThat(lapsed.<String>path("endNote")).isEqualTo("no word from the buyer");
        assertThat(Ask.as(office.finance).get("/api/v1/deals/" + deal).<String>path("endNote"))
                .as("CUS-6 what was written is for the consultant and the site manager")
                .isNull();
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            var event = heard.await(deal, DealEvent.DealLapsed.class);
            assertThat(event.reason()).isEqualTo("DECIDED");
            assertThat(event.forfeited()).isEqualByComparingTo("5000.00");
            assertThat(event.entry().postings())
                    .extracting(LedgerEntry.Posting::account)
                    .containsExactly(LedgerEntry.Account.DEPOSITS, LedgerEntry.Account.PENALTIES);
        }
    }
}
