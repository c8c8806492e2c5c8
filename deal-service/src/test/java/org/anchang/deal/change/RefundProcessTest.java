package org.anchang.deal.change;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.events.ApprovalEvent.RefundApproved;
import org.anchang.events.ApprovalEvent.RefundRefused;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.DealRefunded;
import org.anchang.events.DealEvent.FilingCancelled;
import org.anchang.events.DealEvent.RefundPaid;
import org.anchang.events.DealEvent.RefundRequested;
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
    @DisplayName("RFD-2 approved: penalty forfeited, the rest owed, papers taken back; finance pays it out on its date")
    void approved() {
        var deal = office.subscribed();
        office.signedForm(deal);
        var request = id(ok(requestRefund(deal, "AGREED_PENALTY", "12345.67"), 201));
        assertThat(heard.await(deal, RefundRequested.class).fields())
                .containsEntry("paidAmount", "50000.00")
                .containsEntry("refundAmount", "37654.33")
                .containsEntry("category", "LOAN");

        signers.end(
                request,
                deal,
                (approval, r, d, project) ->
                        new RefundApproved(approval, project, Instant.now(), r, d, Map.of("payoutOn", "2026-12-24")));

        var refunded = heard.await(deal, DealRefunded.class);
        assertThat(refunded.received()).isEqualByComparingTo("50000.00");
        assertThat(refunded.penalty()).isEqualByComparingTo("12345.67");
        assertThat(refunded.payable()).isEqualByComparingTo("37654.33");
        assertThat(refunded.payable().add(refunded.penalty())).isEqualByComparingTo(refunded.received());
        assertThat(refunded.payoutOn()).isEqualTo(LocalDate.of(2026, 12, 24));
        var seen = office.get(deal).jsonPath();
        assertThat(seen.getString("stage")).isEqualTo("REFUNDED");
        assertThat(seen.getString("depositTotal")).isEqualTo("0.00");
        ok(Ask.as(office.finance).post("/api/v1/deals/" + deal + "/refund-payouts", Map.of("slip", "P-77")), 201);
        var paid = heard.await(deal, RefundPaid.class);
        assertThat(paid.amount()).isEqualByComparingTo("37654.33");
        assertThat(paid.payoutRecord()).isEqualTo("P-77");
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

        refused(requestRefund(deal, "LOAN_REFUSED", "0.01"), 422, "PENALTY_NOT_ALLOWED");
        refused(requestRefund(deal, "FORCE_MAJEURE", "0.01"), 422, "PENALTY_NOT_ALLOWED");
        refused(requestRefund(deal, "BUYER_FAULT", "50000.01"), 422, "PENALTY_ABOVE_DEPOSIT");
        refused(requestRefund(deal, "AGREED_PENALTY", "50000.01"), 422, "PENALTY_ABOVE_RECEIVED");
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
        var cancellation = Map.of("cancelledOn", LocalDate.now().toString(), "reason", "both sides agree");
        refused(Ask.as(office.manager).post(filings + "/cancellation", cancellation), 409, "FILING_NOT_ACCEPTED");
        ok(Ask.as(office.liNa).post(filings, Map.of()), 201);
        var number = "BA-" + deal.toString().substring(24);
        ok(
                Ask.as(office.liNa)
                        .post(
                                filings + "/acceptance",
                                Map.of(
                                        "registrationNumber",
                                        number,
                                        "filedOn",
                                        LocalDate.now().toString())),
                200);
        refused(requestRefund(deal, "AGREED_PENALTY", "0.00"), 409, "FILING_NOT_CANCELLED");
        refused(Ask.as(office.liNa).post(filings + "/cancellation", cancellation), 403, "ROLE_NOT_ALLOWED");

        ok(Ask.as(office.manager).post(filings + "/cancellation", cancellation), 200);

        assertThat(heard.await(deal, FilingCancelled.class).registrationNumber())
                .isEqualTo(number);
        approve(id(ok(requestRefund(deal, "AGREED_PENALTY", "10000.00"), 201)), deal);
        assertThat(heard.await(deal, DealRefunded.class).payable()).isEqualByComparingTo("40000.00");
        assertThat(office.get(deal).<String>path("stage")).isEqualTo("REFUNDED");
    }

    private void approve(UUID request, UUID deal) {
        signers.end(
                request,
                deal,
                (approval, r, d, project) -> new RefundApproved(approval, project, Instant.now(), r, d, Map.of()));
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
