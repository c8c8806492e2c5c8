package org.anchang.deal.contract;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
class ContractResourceTest {
    private final TestOffice office = new TestOffice();
    private final String soon = TestOffice.today().plusDays(7).toString();
    private final Map<String, Object> lumpSum = Map.of("type", "LUMP_SUM", "payBy", soon);

    @Inject
    AgroalDataSource database;

    @Test
    @DisplayName(
            "CON-2 CON-3 at signing order form and deposit receipts are taken back and the deposit offset; lump sum")
    void lumpSum() {
        var deal = office.readyToSign();

        var signed = ok(office.signContract(deal, lumpSum), 201);

        assertThat(signed.<String>path("schedule.total")).isEqualTo("980000.00");
        assertThat(signed.<String>path("schedule.paid")).isEqualTo("50000.00");
        assertThat(signed.<String>path("schedule.outstanding")).isEqualTo("930000.00");
        var answer = office.get(deal);
        assertThat(answer.<String>path("stage")).isEqualTo("CONTRACTED");
        assertThat(answer.<String>path("orderForm.state")).isEqualTo("TAKEN_BACK");
        assertThat(answer.<Boolean>path("contract.filingOverdue")).isFalse();
        var receipts = Ask.as(office.finance).get("/api/v1/receipts?deal=" + deal);
        assertThat(receipts.<List<String>>path("items.state")).containsExactly("EXCHANGED", "EXCHANGED", "VALID");
        assertThat(receipts.<List<Boolean>>path("items.collection")).containsExactly(true, true, false);
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            var event = heard.await(deal, DealEvent.ContractSigned.class);
            assertThat(event.entry().postings()).hasSize(2);
            assertThat(event.paymentScheme()).isEqualTo("LUMP_SUM");
            assertThat(heard.await(deal, DealEvent.ReceiptExchanged.class).takenBack())
                    .hasSize(2);
            assertThat(heard.await(deal, DealEvent.PaymentScheduleChanged.class).schedule())
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("DEP-3 CON-2 no contract is signed before the order form's deposit is there, by the database either")
    void depositOfTheForm() throws SQLException {
        var deal = office.subscribed();
        var form = office.orderForm();
        form.put("deposit", "120000.00");
        office.signedForm(deal, form);
        office.checkBuyer(deal);
        var refused = office.signContract(deal, lumpSum);
        refused(refused, 409, "DEPOSIT_BELOW_ORDER_FORM");
        assertThat(refused.<String>path("agreed")).isEqualTo("120000.00");
        assertThat(office.get(deal).<String>path("depositOutstanding")).isEqualTo("70000.00");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(
                            "UPDATE deal SET stage = 'CONTRACTED', deposit_total = 0 WHERE id = '" + deal + "'"))
                    .hasMessageContaining("DEP-3");
        }

        ok(office.deposit(deal, "TOP_UP", "70000.00"), 201);

        refused(office.deposit(deal, "TOP_UP", "0.01"), 409, "STAGE_DOES_NOT_ALLOW");
        var signed = ok(office.signContract(deal, lumpSum), 201);
        assertThat(signed.<String>path("schedule.paid")).isEqualTo("120000.00");
    }

    @Test
    @DisplayName("INV-17 CON-2 a contract's number is taken however it is written, and one that nobody sees is none")
    void numberTaken() {
        var number = "HT-2026-" + UUID.randomUUID();
        ok(sign(office.readyToSign(), number), 201);
        var deal = office.readyToSign();

        for (var unseen : List.of("\u200B\u200B", "\u00A0", "\uFEFF", "\u3164", "\n")) {
            assertThat(sign(deal, unseen).statusCode()).isEqualTo(422);
        }
        for (var again : List.of(
                number.toLowerCase(Locale.ROOT), "ＨＴ" + number.substring(2), " " + number + "\n", number.replace('-', '–'))) {
            refused(sign(deal, again), 409, "CONTRACT_NUMBER_TAKEN");
        }
        ok(sign(deal, number + "-1"), 201);
    }

    private Response sign(UUID deal, String number) {
        return Ask.as(office.liNa)
                .post("/api/v1/deals/" + deal + "/contracts", Map.of("number", number, "scheme", lumpSum));
    }

    @Test
    @DisplayName("SEC-3 the same signing sent again is answered alike, whatever has become of the certificates since")
    void signedTwice() {
        var home = office.home(office.customer());
        var deal = office.confirmed(home);
        ok(office.deposit(deal, "FULL", "50000.00"), 201);
        office.signedForm(deal);
        office.checkBuyer(deal);
        var path = "/api/v1/deals/" + deal + "/contracts";
        var body = Map.of("number", "HT-" + deal.toString().substring(24), "scheme", lumpSum);
        var key = UUID.randomUUID().toString();

        var first = ok(Ask.as(office.liNa).post(path, body, key), 201);
        office.put(home, true, false);
        var second = ok(Ask.as(office.liNa).post(path, body, key), 201);

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        refused(
                Ask.as(office.liNa)
                        .request()
                        .contentType("application/json")
                        .body(body)
                        .post(path),
                400,
                "IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    @DisplayName("CON-3 instalments add up to the price, or are refused; nothing falls due before the signing")
    void instalments() {
        var deal = office.readyToSign();

        refused(office.signContract(deal, instalments("480000.01")), 422, "SCHEDULE_DOES_NOT_ADD_UP");
        refused(office.signContract(deal, instalments("479999.99")), 422, "SCHEDULE_DOES_NOT_ADD_UP");

        var zero = office.signContract(deal, instalments("0.00"));
        refused(zero, 422, "REQUEST_NOT_UNDERSTOOD");
        assertThat(zero.<List<String>>path("violations.field")).containsExactly("scheme.lines[1].amount");
        var twins = office.signContract(
                deal,
                Map.of(
                        "type", "MORTGAGE",
                        "downPayment", "300000.00",
                        "downPaymentBy", TestOffice.today().plusDays(3).toString(),
                        "loanAmount", "680000.00",
                        "bank", "工行",
                        "documents", List.of(Map.of("name", "收入证明"), Map.of("name", " 收入证明"))));
        refused(twins, 422, "DOCUMENT_STANDS_TWICE");
        assertThat(twins.<String>path("field")).isEqualTo("scheme.documents[1].name");

        var yesterday = Map.of(
                "type", "LUMP_SUM", "payBy", TestOffice.today().minusDays(1).toString());
        var past = office.signContract(deal, new HashMap<>(yesterday));
        refused(past, 422, "DATE_IS_PAST");
        assertThat(past.<String>path("rule")).isEqualTo("CON-3");
        ok(office.signContract(deal, instalments("480000.00")), 201);
    }

    @Test
    @DisplayName("CON-1 nothing is signed without a signed order form, checked buyers and valid certificates")
    void checksBeforeSigning() {
        var home = office.home(office.customer());
        var deal = office.confirmed(home);
        ok(office.deposit(deal, "FULL", "50000.00"), 201);
        refused(office.signContract(deal, lumpSum), 409, "ORDER_FORM_NOT_SIGNED");
        office.signedForm(deal);
        refused(office.signContract(deal, lumpSum), 409, "BUYERS_NOT_CHECKED");
        var checks = "/api/v1/deals/" + deal + "/buyer-checks";
        var liNa = Ask.as(office.liNa);
        refused(
                liNa.post(checks, Map.of("buyer", "0", "identityChecked", false, "qualification", "x")),
                422,
                "IDENTITY_NOT_CHECKED");
        refused(
                liNa.post(checks, Map.of("buyer", "7", "identityChecked", true, "qualification", "x")),
                422,
                "BUYER_NOT_FOUND");
        refused(
                liNa.post(
                        checks,
                        Map.of(
                                "buyer",
                                "0",
                                "identityChecked",
                                true,
                                "qualification",
                                "x",
                                "proxy",
                                Map.of("name", "李四", "notarised", false))),
                422,
                "PROXY_WITHOUT_POWER_OF_ATTORNEY");
        ok(liNa.post(checks, Map.of("buyer", 0, "identityChecked", true, "qualification", "local")), 200);
        office.put(home, true, false);
        refused(office.signContract(deal, lumpSum), 409, "CERTIFICATES_INCOMPLETE");

        office.put(home, true, true);

        ok(office.signContract(deal, lumpSum), 201);
        refused(office.signContract(deal, lumpSum), 409, "STAGE_DOES_NOT_ALLOW");
    }

    private Map<String, Object> instalments(String second) {
        return Map.of(
                "type",
                "INSTALMENTS",
                "lines",
                List.of(
                        Map.of("label", "first", "dueOn", soon, "amount", "500000.00"),
                        Map.of("label", "second", "dueOn", soon, "amount", second)));
    }
}
