package org.anchang.deal.payment;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
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
class PaymentResourceTest {
    private final TestOffice office = new TestOffice();

    @Inject
    OverduePayments overduePayments;

    @Test
    @DisplayName(
            "COL-1 COL-2 each overdue line is told once, with what is outstanding; CON-3 none is due before signing")
    void overdueToldOnce() {
        var deal = office.readyToSign();
        var yesterday = TestOffice.today().minusDays(1);
        var lines = List.of(
                Map.of("label", "FIRST", "dueOn", yesterday.minusDays(1).toString(), "amount", "50000.00"),
                Map.of("label", "SECOND", "dueOn", yesterday.toString(), "amount", "430000.00"),
                Map.of("label", "THIRD", "dueOn", yesterday.plusDays(90).toString(), "amount", "500000.00"));
        var scheme = Map.of("type", "INSTALMENTS", "lines", lines);
        refused(office.signContract(deal, scheme), 422, "DATE_IS_PAST");
        var tenDaysAgo = Ask.as(office.liNa)
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Office-Clock", OffsetDateTime.now().minusDays(10).toString())
                .contentType("application/json")
                .body(Map.of("number", "HT-" + deal.toString().substring(24), "scheme", scheme))
                .post("/api/v1/deals/" + deal + "/contracts");
        ok(tenDaysAgo, 201);

        try (var heard = new Overheard(DealEvent.TOPIC)) {
            var overdue = heard.await(deal, DealEvent.PaymentOverdue.class);
            assertThat(overdue.label()).isEqualTo("SECOND");
            assertThat(overdue.dueOn()).isEqualTo(yesterday);
            assertThat(overdue.outstanding()).isEqualByComparingTo("430000.00");

            // A second look finds nothing new: what it told would come before the payment.
            overduePayments.run();
            ok(office.pay(deal, "430000.00"), 201);
            await().until(() -> heard.of(deal).getLast().type().equals("PaymentReceived"));
            assertThat(heard.of(deal))
                    .filteredOn(said -> said.type().equals("PaymentOverdue"))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("COL-1 payments go to what falls due first; due, overdue, paid and outstanding are exact")
    void payments() {
        var deal = office.contracted();
        var schedule = "/api/v1/deals/" + deal + "/payment-schedule";

        ok(office.pay(deal, "430000.00"), 201);

        var standing = Ask.as(office.liNa).get(schedule);
        assertThat(standing.<String>path("paid")).isEqualTo("480000.00");
        assertThat(standing.<String>path("outstanding")).isEqualTo("500000.00");
        assertThat(standing.<String>path("due")).isEqualTo("0.00");
        var later = Ask.as(office.liNa)
                .request()
                .header("X-Office-Clock", OffsetDateTime.now().plusDays(8).toString())
                .get(schedule);
        assertThat(later.<String>path("due")).isEqualTo("500000.00");
        assertThat(later.<String>path("overdue")).isEqualTo("500000.00");
        refused(office.pay(deal, "500000.01"), 422, "PAYMENT_EXCEEDS_OUTSTANDING");
        ok(office.pay(deal, "500000.00"), 201);
        refused(office.pay(deal, "0.01"), 422, "PAYMENT_EXCEEDS_OUTSTANDING");
    }

    @Test
    @DisplayName("COL-1 no payment before signing, and none of zero")
    void noPaymentBeforeSigning() {
        refused(office.pay(office.subscribed(), "1.00"), 409, "STAGE_DOES_NOT_ALLOW");
        refused(office.pay(office.contracted(), "0.00"), 422, "AMOUNT_IS_NOT_POSITIVE");
    }
}
