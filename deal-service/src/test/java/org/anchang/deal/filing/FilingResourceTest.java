package org.anchang.deal.filing;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
class FilingResourceTest {
    private final TestOffice office = new TestOffice();

    @Test
    @DisplayName("CON-6 a contract is submitted, returned with a reason, submitted again and accepted; then it is sold")
    void filed() {
        var deal = office.contracted();
        var filings = "/api/v1/deals/" + deal + "/filings";
        var liNa = Ask.as(office.liNa);
        var registration = Map.of(
                "registrationNumber",
                "BA-" + deal.toString().substring(24),
                "filedOn",
                LocalDate.now().toString());
        refused(liNa.post(filings + "/acceptance", registration), 409, "FILING_NOT_SUBMITTED");
        ok(liNa.post(filings, Map.of()), 201);
        refused(liNa.post(filings, Map.of()), 409, "FILING_ALREADY_SUBMITTED");
        ok(liNa.post(filings + "/return", Map.of("reason", "signature missing")), 200);
        ok(liNa.post(filings, Map.of()), 201);

        var accepted = ok(liNa.post(filings + "/acceptance", registration), 200);

        assertThat(accepted.<String>path("deal.stage")).isEqualTo("FILED");
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            assertThat(heard.await(deal, DealEvent.FilingReturned.class).reason())
                    .isEqualTo("signature missing");
            heard.await(deal, DealEvent.DealFiled.class);
        }
    }

    @Test
    @DisplayName("CON-6 only a signed contract is filed; 30 days after signing the filing is overdue")
    void overdue() {
        refused(
                Ask.as(office.liNa).post("/api/v1/deals/" + office.subscribed() + "/filings", Map.of()),
                409,
                "STAGE_DOES_NOT_ALLOW");
        var deal = office.contracted();

        assertThat(filingOverdueAfter(deal, 30)).isFalse();
        assertThat(filingOverdueAfter(deal, 31)).isTrue();
    }

    private boolean filingOverdueAfter(UUID deal, int days) {
        return Ask.as(office.liNa)
                .request()
                .header("X-Office-Clock", OffsetDateTime.now().plusDays(days).toString())
                .get("/api/v1/deals/" + deal)
                .path("contract.filingOverdue");
    }
}
