package org.anchang.deal.mortgage;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.events.DealEvent;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class MortgageResourceTest {
    private final TestOffice office = new TestOffice();

    @Test
    @DisplayName("CON-3 mortgage: checklist with deadlines, submission, approval, disbursement into the schedule")
    void toTheBanksMoney() {
        var deal = mortgaged();
        refused(post(office.liNa, deal, "submission", Map.of()), 409, "DOCUMENTS_INCOMPLETE");
        refused(post(office.liNa, deal, "documents", Map.of("name", "passport")), 422, "DOCUMENT_NOT_ON_CHECKLIST");
        ok(post(office.liNa, deal, "documents", Map.of("name", "identity card")), 200);
        refused(
                post(office.liNa, deal, "documents", Map.of("name", "identity card")),
                409,
                "DOCUMENT_ALREADY_SUBMITTED");
        var handed = ok(post(office.liNa, deal, "documents", Map.of("name", "income statement")), 200);
        assertThat(handed.<List<Boolean>>path("documents.late")).containsExactly(false, true);
        ok(post(office.liNa, deal, "submission", Map.of()), 200);
        refused(post(office.liNa, deal, "approval", Map.of("amount", "680000.01")), 422, "LOAN_ABOVE_CONTRACT");
        ok(post(office.liNa, deal, "approval", Map.of("amount", "680000.00")), 200);
        var money = Map.of("amount", "680000.00", "slip", "BANK-1");
        refused(post(office.liNa, deal, "disbursement", money), 403, "ROLE_NOT_ALLOWED");

        var disbursed = ok(post(office.finance, deal, "disbursement", money), 200);

        assertThat(disbursed.<String>path("state")).isEqualTo("DISBURSED");
        var schedule = Ask.as(office.liNa).get("/api/v1/deals/" + deal + "/payment-schedule");
        assertThat(schedule.<List<String>>path("lines.paid")).containsExactly("50000.00", "680000.00");
        assertThat(schedule.<String>path("outstanding")).isEqualTo("250000.00");
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            heard.await(deal, DealEvent.MortgageSubmitted.class);
            heard.await(deal, DealEvent.LoanApproved.class);
            assertThat(heard.await(deal, DealEvent.LoanDisbursed.class).entry().postings())
                    .hasSize(2);
        }
    }

    @Test
    @DisplayName("RFD-2 a deal with the bank's money in it is given up once the mortgage is cancelled, and not before")
    void cancelled() {
        var deal = mortgaged();
        ok(post(office.liNa, deal, "documents", Map.of("name", "identity card")), 200);
        ok(post(office.liNa, deal, "documents", Map.of("name", "income statement")), 200);
        ok(post(office.liNa, deal, "submission", Map.of()), 200);
        ok(post(office.liNa, deal, "approval", Map.of("amount", "680000.00")), 200);
        var cancellation = Map.of("cancelledOn", LocalDate.now().toString(), "reason", "loan repaid");
        refused(post(office.finance, deal, "cancellation", cancellation), 409, "MORTGAGE_STATE_DOES_NOT_ALLOW");
        ok(post(office.finance, deal, "disbursement", Map.of("amount", "680000.00", "slip", "B-1")), 200);
        var refund = Map.of("reason", "moves away", "category", "FAMILY", "basis", "AGREED_PENALTY");
        var requests = "/api/v1/deals/" + deal + "/refund-requests";
        refused(Ask.as(office.liNa).post(requests, refund), 409, "MORTGAGE_NOT_CANCELLED");

        ok(post(office.finance, deal, "cancellation", cancellation), 200);

        ok(Ask.as(office.liNa).post(requests, refund), 201);
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            assertThat(heard.await(deal, DealEvent.MortgageCancelled.class).bank())
                    .isEqualTo("Bank of Luoyang");
        }
    }

    @Test
    @DisplayName("CON-3 a refused loan may be submitted once more; nothing is disbursed before approval")
    void refusedLoan() {
        var deal = mortgaged();
        ok(post(office.liNa, deal, "documents", Map.of("name", "identity card")), 200);
        ok(post(office.liNa, deal, "documents", Map.of("name", "income statement")), 200);
        refused(
                post(office.finance, deal, "disbursement", Map.of("amount", "1.00", "slip", "B")),
                409,
                "MORTGAGE_STATE_DOES_NOT_ALLOW");
        ok(post(office.liNa, deal, "submission", Map.of()), 200);
        ok(post(office.liNa, deal, "refusal", Map.of("reason", "income too low")), 200);

        assertThat(ok(post(office.liNa, deal, "submission", Map.of()), 200).<String>path("state"))
                .isEqualTo("SUBMITTED");
    }

    @Test
    @DisplayName("CON-3 a deal paid at once has no mortgage")
    void noMortgage() {
        var deal = office.contracted();

        refused(Ask.as(office.liNa).get("/api/v1/deals/" + deal + "/mortgage"), 409, "NOT_A_MORTGAGE_DEAL");
    }

    @Test
    @DisplayName("CON-4 the calculator answers anybody of the office, and no rate keeps it busy for long")
    void calculator() {
        assertThat(ok(calculated("3.10"), 200).<String>path("monthly[0]")).isEqualTo("4270.16");
        for (var rate : List.of("1e-600000000", "1e600000000", "3.10001", "100")) {
            assertThat(calculated(rate).statusCode()).isEqualTo(422);
        }
    }

    private Response calculated(String annualRate) {
        return Ask.as(office.liNa)
                .post(
                        "/api/v1/loan-calculations",
                        Map.of(
                                "principal",
                                "1000000.00",
                                "annualRate",
                                annualRate,
                                "months",
                                360,
                                "method",
                                "EQUAL_INSTALMENT"));
    }

    private UUID mortgaged() {
        var deal = office.readyToSign();
        var scheme = Map.of(
                "type",
                "MORTGAGE",
                "downPayment",
                "300000.00",
                "downPaymentBy",
                LocalDate.now().plusDays(3).toString(),
                "loanAmount",
                "680000.00",
                "bank",
                "Bank of Luoyang",
                "documents",
                List.of(
                        Map.of(
                                "name",
                                "identity card",
                                "dueOn",
                                LocalDate.now().plusDays(5).toString()),
                        Map.of(
                                "name",
                                "income statement",
                                "dueOn",
                                LocalDate.now().minusDays(2).toString())));
        ok(office.signContract(deal, scheme), 201);
        return deal;
    }

    private static Response post(Person person, UUID deal, String command, Object body) {
        return Ask.as(person).post("/api/v1/deals/" + deal + "/mortgage/" + command, body);
    }
}
