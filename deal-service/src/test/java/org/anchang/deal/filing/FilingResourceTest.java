package org.anchang.deal.filing;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
class FilingResourceTest {
    private final TestOffice office = new TestOffice();

    @Test
    @DisplayName(
            "CON-6 a contract is submitted, returned with a reason, submitted again and accepted on a possible day;"
                    + " then it is sold, and every submission can be read")
    void filed() {
        var deal = office.contracted();
        var filings = "/api/v1/deals/" + deal + "/filings";
        var liNa = Ask.as(office.liNa);
        var today = TestOffice.today();
        var registration = registration(deal, today);
        refused(liNa.post(filings + "/acceptance", registration), 409, "FILING_NOT_SUBMITTED");
        ok(liNa.post(filings, Map.of()), 201);
        refused(liNa.post(filings, Map.of()), 409, "FILING_ALREADY_SUBMITTED");
        ok(liNa.post(filings + "/return", Map.of("reason", "signature missing")), 200);
        ok(liNa.post(filings, Map.of()), 201);
        refused(liNa.post(filings + "/acceptance", registration(deal, today.plusDays(2))), 422, "DATE_NOT_POSSIBLE");
        refused(liNa.post(filings + "/acceptance", registration(deal, today.minusDays(1))), 422, "DATE_NOT_POSSIBLE");

        var accepted = ok(liNa.post(filings + "/acceptance", registration), 200);

        assertThat(accepted.<String>path("deal.stage")).isEqualTo("FILED");
        var first = liNa.get(filings + "?limit=1");
        assertThat(first.<List<String>>path("items.state")).containsExactly("RETURNED");
        var second = liNa.get(filings + "?limit=1&cursor=" + first.path("next"));
        assertThat(second.<List<String>>path("items.state")).containsExactly("ACCEPTED");
        assertThat(second.<String>path("next")).isNull();
        assertThat(first.<String>path("items[0].reason")).isEqualTo("signature missing");
        assertThat(Ask.as(office.finance).get(filings + "?limit=1").<String>path("items[0].reason"))
                .as("CUS-6 what was written is for the consultant and the site manager")
                .isNull();
        try (var heard = new Overheard(DealEvent.TOPIC)) {
            assertThat(heard.await(deal, DealEvent.FilingReturned.class).reason())
                    .isEqualTo("RETURNED_BY_AUTHORITY");
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

    @Test
    @DisplayName("INV-17 CON-6 a registration number is taken however it is written")
    void numberTaken() {
        var liNa = Ask.as(office.liNa);
        var today = TestOffice.today().toString();
        var first = "/api/v1/deals/" + office.contracted() + "/filings";
        var second = "/api/v1/deals/" + office.contracted() + "/filings";
        ok(liNa.post(first, Map.of()), 201);
        ok(liNa.post(second, Map.of()), 201);
        ok(liNa.post(first + "/acceptance", Map.of("registrationNumber", "BA-2026-001", "filedOn", today)), 200);

        for (var again : List.of("ba-2026-001", "ＢＡ－２０２６－００１", "BA-2026\u00A0-001", "BA-2026-001\u200B")) {
            refused(
                    liNa.post(second + "/acceptance", Map.of("registrationNumber", again, "filedOn", today)),
                    409,
                    "REGISTRATION_NUMBER_TAKEN");
        }
        ok(liNa.post(second + "/acceptance", Map.of("registrationNumber", "BA-2026-01", "filedOn", today)), 200);
    }

    private static Map<String, String> registration(UUID deal, LocalDate filedOn) {
        return Map.of("registrationNumber", "BA-" + deal.toString().substring(24), "filedOn", filedOn.toString());
    }

    private LocalDate signedOn(UUID deal) {
        return LocalDate.parse(office.get(deal).path("contract.signedOn"));
    }

    private boolean filingOverdueAfter(UUID deal, int days) {
        return Ask.as(office.liNa)
                .request()
                .header("X-Office-Clock", signedOn(deal).plusDays(days) + "T12:00:00+08:00")
                .get("/api/v1/deals/" + deal)
                .path("contract.filingOverdue");
    }
}
