package org.anchang.deal.refund;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.deal.change.Signers;
import org.anchang.events.ApprovalEvent.RefundApproved;
import org.anchang.events.ApprovalEvent.RefundRefused;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.DealRefunded;
import org.anchang.events.DealEvent.FilingCancelled;
import org.anchang.events.DealEvent.RefundPaid;
import org.anchang.events.DealEvent.RefundRequested;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.events.LedgerEntry.Posting;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class RefundProcessTest {
    private final TestOffice office = new TestOffice();
    private final Signers signers = new Signers(office);
    private final Overheard heard = new Overheard(DealEvent.TOPIC);

    @AfterEach
    void close() {
        signers.close();
        heard.close();
    }

    @Test
    @DisplayName(
            "RFD-1 RFD-2 approved: penalty forfeited, the rest owed, papers taken back; it is paid out on its date,"
                    + " and before it only for a reason")
    void approved() {
        var deal = office.subscribed();
        office.signedForm(deal);
        var request = id(ok(requestRefund(deal, "AGREED_PENALTY", "12345.67"), 201));
        assertThat(heard.await(deal, RefundRequested.class).fields())
                .containsEntry("paidAmount", "50000.00")
                .containsEntry("refundAmount", "37654.33")
                .containsEntry("category", "LOAN");

        var day = TestOffice.today().plusDays(10);
        approve(request, deal, Map.of("payoutOn", day.toString()));

        var refunded = heard.await(deal, DealRefunded.class);
        assertThat(refunded.received()).isEqualByComparingTo("50000.00");
        assertThat(refunded.penalty()).isEqualByComparingTo("12345.67");
        assertThat(refunded.payable()).isEqualByComparingTo("37654.33");
        assertThat(refunded.payable().add(refunded.penalty())).isEqualByComparingTo(refunded.received());
        assertThat(refunded.payoutOn()).isEqualTo(day);
        var seen = office.get(deal).jsonPath();
        assertThat(seen.getString("stage")).isEqualTo("REFUNDED");
        assertThat(seen.getString("depositTotal")).isEqualTo("0.00");
        assertThat(seen.getString("payable")).isEqualTo("37654.33");
        assertThat(seen.getString("payoutOn")).isEqualTo(day.toString());
        assertThat(seen.getList("actions.name")).containsExactly("pay-out-refund");
        var payables = "/api/v1/finance/payables?project=" + office.project;
        refused(Ask.as(office.liNa).get(payables), 403, "ROLE_NOT_ALLOWED");
        var owed = Ask.as(office.finance).get(payables);
        assertThat(owed.<List<String>>path("items.deal")).containsExactly(deal.toString());
        assertThat(owed.<List<String>>path("items.payable")).containsExactly("37654.33");
        assertThat(owed.<List<String>>path("items.payoutOn")).containsExactly(day.toString());
        var early = payOut(deal, day.minusDays(1), Map.of("slip", "P-77"));
        refused(early, 409, "PAYOUT_BEFORE_ITS_DATE");
        assertThat(early.<String>path("payoutOn")).isEqualTo(day.toString());

        ok(payOut(deal, day, Map.of("slip", "P-77")), 201);

        refused(payOut(deal, day, Map.of("slip", "P-77")), 409, "NOTHING_TO_PAY_OUT");
        assertThat(office.get(deal).<List<?>>path("actions")).isEmpty();
        assertThat(Ask.as(office.finance).get(payables).<List<?>>path("items")).isEmpty();
        var paid = heard.await(deal, RefundPaid.class);
        assertThat(paid.amount()).isEqualByComparingTo("37654.33");
        assertThat(paid.payoutRecord()).isEqualTo("P-77");
    }

    @Test
    @DisplayName("RFD-1 a payout date that is none ends the request: no money leaves on a guess; early for a reason")
    void payoutDateIsADate() {
        var deal = office.subscribed();
        var request = id(ok(requestRefund(deal, "AGREED_PENALTY", "0.00"), 201));

        approve(request, deal, Map.of("payoutOn", "soon"));

        signers.awaitOutcome(request, "PAYOUT_DATE_NOT_UNDERSTOOD");
        assertThat(office.get(deal).<String>path("stage")).isEqualTo("SUBSCRIBED");
        var second = id(ok(requestRefund(deal, "AGREED_PENALTY", "0.00"), 201));
        var page = Ask.as(office.liNa).get("/api/v1/deals/" + deal + "/requests?limit=1");
        assertThat(page.<List<String>>path("items.id")).containsExactly(request.toString());
        var next = Ask.as(office.liNa).get("/api/v1/deals/" + deal + "/requests?limit=1&cursor=" + page.path("next"));
        assertThat(next.<List<String>>path("items.id")).containsExactly(second.toString());
        approve(second, deal, Map.of("payoutOn", TestOffice.today().plusDays(1).toString()));
        heard.await(deal, DealRefunded.class);
        ok(payOut(deal, TestOffice.today(), Map.of("slip", "P-79", "earlyReason", "the buyer moves abroad")), 201);
    }

    @Test
    @DisplayName("INV-17 money leaves on a slip once in a project, however it is written, unless somebody says why")
    void slipOfAPayout() {
        var first = refunded();
        var second = refunded();
        var today = TestOffice.today();
        ok(payOut(first, today, Map.of("slip", "Q-001")), 201);

        var again = payOut(second, today, Map.of("slip", " ｑ-001 "));
        refused(again, 409, "PAYOUT_SLIP_USED_ALREADY");
        assertThat(again.<String>path("paidOn")).isEqualTo(today.toString());
        assertThat(payOut(second, today, Map.of("slip", "Q-001", "sameSlipBecause", "\u200B"))
                        .statusCode())
                .isEqualTo(422);

        ok(payOut(second, today, Map.of("slip", "Q-001", "sameSlipBecause", "one transfer to both spouses")), 201);
    }

    @Test
    @DisplayName("RFD-1 a payout date before the request, or beyond ten years, is none")
    void payoutDateIsPossible() {
        var deal = office.subscribed();
        for (var day : List.of(TestOffice.today().minusDays(1).toString(), "2099-01-01", "+999999999-12-31")) {
            var impossible = id(ok(requestRefund(deal, "AGREED_PENALTY", "0.00"), 201));
            approve(impossible, deal, Map.of("payoutOn", day));
            signers.awaitOutcome(impossible, "PAYOUT_DATE_NOT_UNDERSTOOD");
        }

        assertThat(office.get(deal).<String>path("stage")).isEqualTo("SUBSCRIBED");
    }

    @Test
    @DisplayName("RFD-2 the penalty comes out of the buyers' own money; the bank gets its loan back whole")
    void penaltyOfBuyersMoney() {
        var deal = office.disbursed();
        ok(office.pay(deal, "100000.00"), 201);
        var cancelled = Map.of("cancelledOn", TestOffice.today().toString(), "reason", "loan repaid");
        ok(office.onMortgage(office.finance, deal, "cancellation", cancelled), 200);
        var above = requestRefund(deal, "AGREED_PENALTY", "150000.01");
        refused(above, 422, "PENALTY_ABOVE_RECEIVED");
        assertThat(above.<String>path("received")).isEqualTo("150000.00");
        var request = id(ok(requestRefund(deal, "AGREED_PENALTY", "60000.00"), 201));
        assertThat(heard.await(deal, RefundRequested.class).fields())
                .containsEntry("paidAmount", "830000.00")
                .containsEntry("loanAmount", "680000.00");

        approve(request, deal);

        var owed = heard.await(deal, DealRefunded.class).entry().postings().stream()
                .filter(posting -> posting.account() == Account.REFUNDS_PAYABLE)
                .collect(Collectors.toMap(
                        Posting::nature, posting -> posting.credit().toPlainString()));
        assertThat(owed).isEqualTo(Map.of(Nature.LOAN, "680000.00", Nature.PRICE, "90000.00"));
    }

    @Test
    @DisplayName("RFD-1 refused: the deal stands, and its money")
    void refusedStands() {
        var deal = office.subscribed();
        var request = id(ok(requestRefund(deal, "BUYER_FAULT", "50000.00"), 201));

        signers.end(
                request,
                deal,
                (approval, r, d, project) ->
                        new RefundRefused(approval, project, Instant.now(), r, d, "refused by default"));

        signers.awaitOutcome(request, "REFUSED");
        assertThat(office.get(deal).<String>path("stage")).isEqualTo("SUBSCRIBED");
        assertThat(office.get(deal).<String>path("depositTotal")).isEqualTo("50000.00");
    }

    @Test
    @DisplayName("RFD-1 nobody's fault has no penalty; the penalty is at most what was paid in")
    void refusals() {
        var deal = office.subscribed();

        var noLoan = requestRefund(deal, "LOAN_REFUSED", "0.00");
        refused(noLoan, 422, "BASIS_LACKS_ITS_FACT");
        assertThat(noLoan.<String>path("title")).contains("record the bank's refusal");
        refused(requestRefund(deal, "AGREED_PENALTY", "0.01"), 422, "BASIS_LACKS_ITS_FACT");
        refused(requestRefund(deal, "FORCE_MAJEURE", "0.01"), 422, "PENALTY_NOT_ALLOWED");
        refused(requestRefund(deal, "BUYER_FAULT", "50000.01"), 422, "PENALTY_ABOVE_DEPOSIT");
        office.signedForm(deal);
        refused(requestRefund(deal, "AGREED_PENALTY", "50000.01"), 422, "PENALTY_ABOVE_RECEIVED");
        ok(requestRefund(deal, "FORCE_MAJEURE", "0.00"), 201);
    }

    @Test
    @DisplayName("RFD-1 a loan that the bank refused is a basis, with no penalty")
    void loanRefused() {
        var deal = office.mortgaged();
        ok(office.onMortgage(office.liNa, deal, "documents", Map.of("name", "identity card")), 200);
        ok(office.onMortgage(office.liNa, deal, "documents", Map.of("name", "income statement")), 200);
        ok(office.onMortgage(office.liNa, deal, "submission", Map.of()), 200);
        refused(requestRefund(deal, "LOAN_REFUSED", "0.00"), 422, "BASIS_LACKS_ITS_FACT");

        ok(office.onMortgage(office.liNa, deal, "refusal", Map.of("reason", "income too low")), 200);

        refused(requestRefund(deal, "LOAN_REFUSED", "0.01"), 422, "PENALTY_NOT_ALLOWED");
        ok(requestRefund(deal, "LOAN_REFUSED", "0.00"), 201);
    }

    @Test
    @DisplayName("RFD-2 a contracted deal: deposit and price are owed back less the penalty, the contract ends")
    void contracted() {
        var deal = office.contracted();
        ok(office.pay(deal, "200000.00"), 201);
        var request = id(ok(requestRefund(deal, "AGREED_PENALTY", "60000.00"), 201));

        signers.end(
                request,
                deal,
                (approval, r, d, project) -> new RefundApproved(approval, project, Instant.now(), r, d, Map.of()));

        var refunded = heard.await(deal, DealRefunded.class);
        assertThat(refunded.received()).isEqualByComparingTo("250000.00");
        assertThat(refunded.payable()).isEqualByComparingTo("190000.00");
        assertThat(office.get(deal).<String>path("contract")).isNull();
    }

    @Test
    @DisplayName("RFD-2 a contract that lies with the housing authority is not refunded before that is withdrawn")
    void filingRuns() {
        var deal = office.contracted();
        ok(Ask.as(office.liNa).post("/api/v1/deals/" + deal + "/filings", Map.of()), 201);

        refused(requestRefund(deal, "AGREED_PENALTY", "0.00"), 409, "FILING_NOT_CANCELLED");
    }

    @Test
    @DisplayName("RFD-2 the seller at fault gives the deposit back twice (Civil Code 587), and the ledger balances")
    void sellersFault() {
        var deal = office.subscribed();
        var request = id(ok(requestRefund(deal, "SELLER_FAULT", "0.00"), 201));
        assertThat(heard.await(deal, RefundRequested.class).fields())
                .containsEntry("compensation", "50000.00")
                .containsEntry("refundAmount", "100000.00");

        approve(request, deal);

        var refunded = heard.await(deal, DealRefunded.class);
        assertThat(refunded.received()).isEqualByComparingTo("50000.00");
        assertThat(refunded.penalty()).isEqualByComparingTo("0.00");
        assertThat(refunded.payable()).isEqualByComparingTo("100000.00");
        var postings = refunded.entry().postings();
        assertThat(postings.stream().map(p -> p.debit().subtract(p.credit())).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0.00");
        ok(Ask.as(office.finance).post("/api/v1/deals/" + deal + "/refund-payouts", Map.of("slip", "P-78")), 201);
        assertThat(heard.await(deal, RefundPaid.class).amount()).isEqualByComparingTo("100000.00");
    }

    @Test
    @DisplayName("RFD-2 a filed deal is refunded once its filing is cancelled, and not before")
    void filedDeal() {
        var deal = office.contracted();
        var filings = "/api/v1/deals/" + deal + "/filings";
        var today = TestOffice.today();
        var cancellation = Map.of("cancelledOn", today.toString(), "reason", "both sides agree");
        refused(Ask.as(office.manager).post(filings + "/cancellation", cancellation), 409, "FILING_NOT_ACCEPTED");
        ok(Ask.as(office.liNa).post(filings, Map.of()), 201);
        var number = "BA-" + deal.toString().substring(24);
        ok(
                Ask.as(office.liNa)
                        .post(
                                filings + "/acceptance",
                                Map.of("registrationNumber", number, "filedOn", today.toString())),
                200);
        refused(requestRefund(deal, "AGREED_PENALTY", "0.00"), 409, "FILING_NOT_CANCELLED");
        refused(Ask.as(office.liNa).post(filings + "/cancellation", cancellation), 403, "ROLE_NOT_ALLOWED");

        for (var impossible : List.of(today.minusDays(1), today.plusDays(2))) {
            refused(
                    Ask.as(office.manager)
                            .post(
                                    filings + "/cancellation",
                                    Map.of("cancelledOn", impossible.toString(), "reason", "both sides agree")),
                    422,
                    "DATE_NOT_POSSIBLE");
        }

        ok(Ask.as(office.manager).post(filings + "/cancellation", cancellation), 200);

        assertThat(heard.await(deal, FilingCancelled.class).registrationNumber())
                .isEqualTo(number);
        approve(id(ok(requestRefund(deal, "AGREED_PENALTY", "10000.00"), 201)), deal);
        assertThat(heard.await(deal, DealRefunded.class).payable()).isEqualByComparingTo("40000.00");
        assertThat(office.get(deal).<String>path("stage")).isEqualTo("REFUNDED");
    }

    private void approve(UUID request, UUID deal) {
        approve(request, deal, Map.of());
    }

    private void approve(UUID request, UUID deal, Map<String, String> fields) {
        signers.end(
                request,
                deal,
                (approval, r, d, project) -> new RefundApproved(approval, project, Instant.now(), r, d, fields));
    }

    /// A deal given up, whose money is owed back today.
    private UUID refunded() {
        var deal = office.subscribed();
        approve(id(ok(requestRefund(deal, "AGREED_PENALTY", "0.00"), 201)), deal);
        heard.await(deal, DealRefunded.class);
        return deal;
    }

    private Response payOut(UUID deal, LocalDate on, Map<String, String> body) {
        return Ask.as(office.finance)
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Office-Clock", on + "T10:00:00+08:00")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/deals/" + deal + "/refund-payouts");
    }

    private Response requestRefund(UUID deal, String basis, String penalty) {
        return Ask.as(office.liNa)
                .post(
                        "/api/v1/deals/" + deal + "/refund-requests",
                        Map.of(
                                "reason", "the bank said no",
                                "category", "LOAN",
                                "basis", basis,
                                "penalty", penalty,
                                "statement", "visited them twice"));
    }

    private static UUID id(Response answer) {
        return UUID.fromString(answer.path("id"));
    }
}
