package org.anchang.deal.mortgage;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class MortgageResourceTest {
    private final TestOffice office = new TestOffice();

    @Inject
    AgroalDataSource database;

    @Test
    @DisplayName("CON-3 mortgage: checklist with deadlines, submission, approval, disbursement into the schedule")
    void toTheBanksMoney() {
        var deal = office.mortgaged();
        refused(office.onMortgage(office.liNa, deal, "submission", Map.of()), 409, "DOCUMENTS_INCOMPLETE");
        refused(
                office.onMortgage(office.liNa, deal, "documents", Map.of("name", "passport")),
                422,
                "DOCUMENT_NOT_ON_CHECKLIST");
        ok(office.onMortgage(office.liNa, deal, "documents", Map.of("name", "identity card")), 200);
        refused(
                office.onMortgage(office.liNa, deal, "documents", Map.of("name", "identity card")),
                409,
                "DOCUMENT_ALREADY_SUBMITTED");
        var handed = ok(office.onMortgage(office.liNa, deal, "documents", Map.of("name", "income statement")), 200);
        assertThat(handed.<List<Boolean>>path("documents.late")).containsExactly(false, true);
        ok(office.onMortgage(office.liNa, deal, "submission", Map.of()), 200);
        refused(
                office.onMortgage(office.liNa, deal, "approval", Map.of("amount", "680000.01")),
                422,
                "LOAN_ABOVE_CONTRACT");
        ok(office.onMortgage(office.liNa, deal, "approval", Map.of("amount", "680000.00")), 200);
        var money = Map.of("amount", "680000.00", "slip", "BANK-1");
        refused(office.onMortgage(office.liNa, deal, "disbursement", money), 403, "ROLE_NOT_ALLOWED");

        var disbursed = ok(office.onMortgage(office.finance, deal, "disbursement", money), 200);

        assertThat(disbursed.<String>path("state")).isEqualTo("DISBURSED");
        var schedule = Ask.as(office.liNa).get("/api/v1/deals/" + deal + "/payment-schedule");
        assertThat(schedule.<List<String>>path("lines.paid")).containsExactly("50000.00", "680000.00");
        assertThat(schedule.<String>path("outstanding")).isEqualTo("250000.00");
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            heard.await(deal, DealEvent.MortgageSubmitted.class);
            heard.await(deal, DealEvent.LoanApproved.class);
            var paid = heard.await(deal, DealEvent.LoanDisbursed.class);
            assertThat(paid.entry().postings()).hasSize(2);
            assertThat(paid.payer()).isEqualTo("BANK");
        }
    }

    @Test
    @DisplayName("RFD-2 a deal with the bank's money in it is given up once the mortgage is cancelled, and not before")
    void cancelled() {
        var mortgaged = office.mortgaged();
        var deal = office.disbursed();
        var today = TestOffice.today();
        refused(cancel(mortgaged, today), 409, "MORTGAGE_STATE_DOES_NOT_ALLOW");
        refused(requestRefund(deal, "0.00"), 409, "MORTGAGE_NOT_CANCELLED");
        refused(cancel(deal, today.plusDays(2)), 422, "DATE_NOT_POSSIBLE");
        refused(cancel(deal, today.minusDays(1)), 422, "DATE_NOT_POSSIBLE");

        ok(cancel(deal, today), 200);

        ok(requestRefund(deal, "0.00"), 201);
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            assertThat(heard.await(deal, DealEvent.MortgageCancelled.class).bank())
                    .isEqualTo("Bank of Luoyang");
        }
    }

    @Test
    @DisplayName(
            "CON-3 RFD-2 loan money comes by disbursement only; if it stands in the ledger, the bank is not passed over")
    void loanIsNoPayment() throws SQLException {
        var deal = office.contracted();
        var refused = office.pay(deal, "680000.00", "LOAN");
        refused(refused, 422, "REQUEST_NOT_UNDERSTOOD");
        assertThat(refused.<String>path("violations[0].field")).isEqualTo("nature");

        enterLoan(deal);

        refused(requestRefund(deal, "0.00"), 409, "MORTGAGE_NOT_CANCELLED");
    }

    /// As a payment of that nature was once entered.
    private void enterLoan(UUID deal) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var entry = UUID.randomUUID();
            statement.execute(
                    "INSERT INTO ledger_entry (id, project, deal, what, counts_on, made_at, made_by) VALUES ('%s', '%s', '%s', 'PAYMENT', now(), now(), 'x')"
                            .formatted(entry, office.project, deal));
            statement.execute(
                    "INSERT INTO posting (entry, line, account, deal, nature, debit, credit) VALUES ('%s', 1, 'SUPERVISED_BANK', '%s', 'LOAN', 680000, 0)"
                            .formatted(entry, deal));
            statement.execute(
                    "INSERT INTO posting (entry, line, account, deal, nature, debit, credit) VALUES ('%s', 2, 'PRICE_RECEIVED', '%s', 'LOAN', 0, 680000)"
                            .formatted(entry, deal));
            connection.commit();
        }
    }

    private Response cancel(UUID deal, LocalDate on) {
        return office.onMortgage(
                office.finance, deal, "cancellation", Map.of("cancelledOn", on.toString(), "reason", "loan repaid"));
    }

    private Response requestRefund(UUID deal, String penalty) {
        return Ask.as(office.liNa)
                .post(
                        "/api/v1/deals/" + deal + "/refund-requests",
                        Map.of(
                                "reason", "moves away",
                                "category", "FAMILY",
                                "basis", "AGREED_PENALTY",
                                "penalty", penalty));
    }

    @Test
    @DisplayName("CON-3 a refused loan may be submitted once more; nothing is disbursed before approval")
    void refusedLoan() {
        var deal = office.mortgaged();
        ok(office.onMortgage(office.liNa, deal, "documents", Map.of("name", "identity card")), 200);
        ok(office.onMortgage(office.liNa, deal, "documents", Map.of("name", "income statement")), 200);
        refused(
                office.onMortgage(office.finance, deal, "disbursement", Map.of("amount", "1.00", "slip", "B")),
                409,
                "MORTGAGE_STATE_DOES_NOT_ALLOW");
        ok(office.onMortgage(office.liNa, deal, "submission", Map.of()), 200);
        assertThat(ok(office.onMortgage(office.liNa, deal, "refusal", Map.of("reason", "income too low")), 200)
                        .<String>path("reason"))
                .isEqualTo("income too low");
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            assertThat(heard.await(deal, DealEvent.LoanRefused.class).reason()).isEqualTo("REFUSED_BY_BANK");
        }
        var path = "/api/v1/deals/" + deal + "/mortgage";
        assertThat(Ask.as(office.manager).get(path).asString()).contains("income too low");
        assertThat(Ask.as(office.finance).get(path).asString()).doesNotContain("income too low");

        assertThat(ok(office.onMortgage(office.liNa, deal, "submission", Map.of()), 200)
                        .<String>path("state"))
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
}
