package org.anchang.deal.swap;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.InventoryStandIn.Home;
import org.anchang.deal.TestOffice;
import org.anchang.deal.change.Signers;
import org.anchang.events.ApprovalEvent.SwapApproved;
import org.anchang.events.ApprovalEvent.SwapRefused;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.DealSucceeded;
import org.anchang.events.DealEvent.ReceiptExchanged;
import org.anchang.events.DealEvent.RequestEnded;
import org.anchang.events.DealEvent.SwapRequested;
import org.anchang.events.DealEvent.UnitClaimAbandoned;
import org.anchang.events.DealEvent.UnitSwapped;
import org.anchang.events.LedgerEntry;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class SwapProcessTest {
    private static final Signers.End APPROVED = (approval, request, deal, project) ->
            new SwapApproved(approval, project, Instant.now(), request, deal, Map.of());

    @Inject
    AgroalDataSource database;

    private final TestOffice office = new TestOffice();
    private final Signers signers = new Signers(office);
    private final Overheard heard = new Overheard(DealEvent.TOPIC);

    @AfterEach
    void close() {
        signers.close();
        heard.close();
    }

    @Test
    @DisplayName("SWP-3 approved: the old deal ends, the successor has unit, buyers, stage, money and a new order form")
    void approved() {
        var deal = office.subscribed();
        var oldForm = office.signedForm(deal);
        var next = anotherHome(deal);
        var request = id(ok(requestSwap(deal, next), 201));
        var asked = heard.await(deal, SwapRequested.class);
        assertThat(asked.fields())
                .containsEntry("originalTotal", "980000.00")
                .containsEntry("newTotal", "990000.00")
                .containsEntry("depositCarriedOver", "50000.00");

        signers.end(request, deal, APPROVED);

        signers.awaitOutcome(request, "APPROVED");
        var swapped = heard.await(deal, UnitSwapped.class);
        var successor = swapped.successor();
        assertThat(swapped.unit()).isEqualTo(next.unit());
        assertThat(swapped.hold()).isEqualTo(next.hold());
        assertThat(swapped.full()).isTrue();
        assertThat(swapped.terms().total()).isEqualByComparingTo("990000.00");
        assertThat(swapped.entry().postings()).hasSize(2).allSatisfy(posting -> assertThat(posting.account())
                .isEqualTo(LedgerEntry.Account.DEPOSITS));
        assertThat(heard.of(successor).getFirst().type()).isEqualTo("DealSucceeded");
        assertThat(heard.await(successor, DealSucceeded.class).predecessor()).isEqualTo(deal);
        assertThat(heard.await(successor, ReceiptExchanged.class).takenBack()).hasSize(2);

        var before = office.get(deal).jsonPath();
        assertThat(before.getString("stage")).isEqualTo("SWAPPED");
        assertThat(before.getString("successor")).isEqualTo(successor.toString());
        assertThat(before.getString("depositTotal")).isEqualTo("0.00");
        assertThat(Ask.as(office.liNa)
                        .get("/api/v1/order-forms/" + oldForm)
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("VOIDED");
        var after = office.get(successor).jsonPath();
        assertThat(after.getString("stage")).isEqualTo("SUBSCRIBED");
        assertThat(after.getString("lines[0].unit")).isEqualTo(next.unit().toString());
        assertThat(after.getString("depositTotal")).isEqualTo("50000.00");
        assertThat(after.getString("total")).isEqualTo("990000.00");
        assertThat(after.getString("buyers[0].name")).isEqualTo("张三");
        assertThat(after.getString("orderForm.state")).isEqualTo("DRAFT");
    }

    @Test
    @DisplayName("SWP-3 a swap is carried out once, however often the approval is told")
    void once() {
        var deal = office.reserved();
        var request = id(ok(requestSwap(deal, anotherHome(deal)), 201));

        signers.end(request, deal, APPROVED);
        signers.end(request, deal, APPROVED);
        signers.awaitOutcome(request, "APPROVED");
        var other = office.reserved();
        var last = id(ok(requestSwap(other, anotherHome(other)), 201));
        signers.end(last, other, APPROVED);
        signers.awaitOutcome(last, "APPROVED");

        assertThat(heard.of(deal).stream().filter(said -> said.type().equals("UnitSwapped")))
                .hasSize(1);
    }

    @Test
    @DisplayName("SWP-3 refused: the new unit is let go, the deal goes on as it was")
    void refusedLetsGo() {
        var deal = office.subscribed();
        var next = anotherHome(deal);
        var request = id(ok(requestSwap(deal, next), 201));
        var successor = UUID.fromString(signersSee(request).get("successor").toString());

        signers.end(
                request,
                deal,
                (approval, r, d, project) -> new SwapRefused(approval, project, Instant.now(), r, d, "no reason to"));

        signers.awaitOutcome(request, "REFUSED");
        var abandoned = heard.await(successor, UnitClaimAbandoned.class);
        assertThat(abandoned.unit()).isEqualTo(next.unit());
        assertThat(abandoned.hold()).isEqualTo(next.hold());
        assertThat(heard.await(deal, RequestEnded.class).outcome()).isEqualTo("REFUSED");
        var after = office.get(deal).jsonPath();
        assertThat(after.getString("stage")).isEqualTo("SUBSCRIBED");
        assertThat(after.getString("openChange")).isNull();
    }

    @Test
    @DisplayName("SWP-3 withdrawn by the applicant: the new unit is let go, and another change may be asked for")
    void withdrawn() {
        var deal = office.subscribed();
        var request = id(ok(requestSwap(deal, anotherHome(deal)), 201));

        signers.withdrawn(request, deal);

        signers.awaitOutcome(request, "WITHDRAWN");
        ok(requestSwap(deal, anotherHome(deal)), 201);
    }

    @Test
    @DisplayName("SWP-3 while a change waits, no second one is opened and no deposit taken")
    void oneOpenChange() {
        var deal = office.reserved();
        ok(requestSwap(deal, anotherHome(deal)), 201);

        refused(requestSwap(deal, anotherHome(deal)), 409, "CHANGE_ALREADY_OPEN");
        refused(office.deposit(deal, "TOP_UP", "45000.00"), 409, "CHANGE_ALREADY_OPEN");
    }

    @Test
    @DisplayName("SWP-3 the same request sent twice holds one unit, by one claim, and opens one request")
    void sentTwice() throws SQLException {
        var deal = office.reserved();
        var hold = anotherHome(deal).hold();
        var body = Map.of("hold", hold, "reason", "higher floor");
        var key = UUID.randomUUID().toString();
        var path = "/api/v1/deals/" + deal + "/swap-requests";

        var first = ok(Ask.as(office.liNa).post(path, body, key), 201);
        var second = ok(Ask.as(office.liNa).post(path, body, key), 201);

        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        refused(Ask.as(office.liNa).post(path, body), 409, "CHANGE_ALREADY_OPEN");
        assertThat(openClaims(hold)).isZero();
    }

    @Test
    @DisplayName(
            "SWP-2 a swap is refused before any money and for a hold that ended, INV-5 and for another customer's hold")
    void refusals() {
        var queued = office.confirmed();
        refused(requestSwap(queued, anotherHome(queued)), 409, "STAGE_DOES_NOT_ALLOW");

        var deal = office.reserved();
        refused(requestSwap(deal, office.home(UUID.randomUUID())), 409, "HOLD_IS_NOT_YOURS");
        var ended = anotherHome(deal);
        office.put(ended, false, true);
        refused(requestSwap(deal, ended), 409, "HOLD_IS_NOT_LIVE");
    }

    @Test
    @DisplayName("SWP-2 a swap is refused once the contract is signed")
    void refusedOnceSigned() {
        var deal = office.contracted();

        refused(requestSwap(deal, anotherHome(deal)), 409, "STAGE_DOES_NOT_ALLOW");
    }

    @Test
    @DisplayName("DEP-4 the deposits stay under the cap of the new price")
    void capOfNewPrice() {
        var deal = office.subscribed();
        var body = Map.of("hold", anotherHome(deal).hold(), "reason", "smaller", "unitPrice", "2000.00");

        refused(Ask.as(office.liNa).post("/api/v1/deals/" + deal + "/swap-requests", body), 422, "DEPOSIT_ABOVE_CAP");
    }

    @Test
    @DisplayName("FIN-2 a swap moves the deposits between two deals and collects nothing")
    void collectsNothing() {
        var deal = office.subscribed();
        var request = id(ok(requestSwap(deal, anotherHome(deal)), 201));

        signers.end(request, deal, APPROVED);

        var entry = heard.await(deal, UnitSwapped.class).entry();
        assertThat(entry.postings()).noneMatch(posting -> switch (posting.account()) {
            case CASH, POS, SUPERVISED_BANK -> true;
            case DEPOSITS, PRICE_RECEIVED, REFUNDS_PAYABLE, PENALTIES -> false;
        });
        assertThat(entry.postings().stream()
                        .map(posting -> posting.debit().subtract(posting.credit()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0");
    }

    /// Claims that would be swept, and their unit let go.
    private int openClaims(UUID hold) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "SELECT count(*) FROM unit_claim WHERE hold = ? AND settled_at IS NULL")) {
            statement.setObject(1, hold);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private Map<String, Object> signersSee(UUID request) {
        return Ask.as(office.manager)
                .get("/api/v1/requests/" + request)
                .jsonPath()
                .get("$");
    }

    private Home anotherHome(UUID deal) {
        return office.home(UUID.fromString(office.get(deal).path("customer")));
    }

    private Response requestSwap(UUID deal, Home next) {
        return Ask.as(office.liNa)
                .post(
                        "/api/v1/deals/" + deal + "/swap-requests",
                        Map.of("hold", next.hold(), "reason", "higher floor", "discount", "10000.00"));
    }

    private static UUID id(Response answer) {
        return UUID.fromString(answer.path("id"));
    }
}
