package org.anchang.customer.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerArchivedAsBuyer;
import org.anchang.events.CustomerEvent.CustomerLeftBuyers;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.ContractSigned;
import org.anchang.events.DealEvent.DealRefunded;
import org.anchang.events.LedgerEntry;
import org.anchang.test.AuditTrail;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class DealEventsProcessTest {
    private static final BigDecimal TOTAL = new BigDecimal("1000000.00");

    private final Office office = new Office();
    private final UUID deal = UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Test
    @DisplayName("CUS-2 the first signed deal gives the C number; the X number stays as an alias and still finds them")
    void archivedAsBuyer() {
        office.isInRegion("QE");
        var customer = office.customerOf("li.na");
        try (var deals = new Neighbour(DealEvent.TOPIC);
                var heard = new Overheard(CustomerEvent.TOPIC)) {
            deals.tells(signed(deal, customer));

            var archived = heard.await(customer, CustomerArchivedAsBuyer.class);
            assertThat(archived.number()).isEqualTo("CQE-ZS001");
            assertThat(archived.formerNumber()).isEqualTo("XQE-ZS001");
            deals.tells(signed(UUID.randomUUID(), customer));
            var second = office.customerOf("li.na");
            deals.tells(signed(UUID.randomUUID(), second));
            assertThat(heard.await(second, CustomerArchivedAsBuyer.class).number())
                    .isEqualTo("CQE-ZS002");
            assertThat(heard.of(customer))
                    .filteredOn(said -> said.type().equals("CustomerArchivedAsBuyer"))
                    .hasSize(1);
        }
        var shown = office.as("li.na").get("/api/v1/customers/" + customer).jsonPath();
        assertThat(shown.getString("number")).isEqualTo("CQE-ZS001");
        assertThat(shown.getList("formerNumbers")).containsExactly("XQE-ZS001");
        assertThat(office.as("li.na")
                        .get("/api/v1/customers?query=XQE-ZS001")
                        .jsonPath()
                        .getList("items.number"))
                .containsExactly("CQE-ZS001");
    }

    @Test
    @DisplayName("CUS-2 CUS-3 a buyer's record makes a buyer of the one it goes into; later deals of it find that one")
    void mergedBuyer() {
        office.isInRegion("QG");
        var buyer = office.customerOf("li.na");
        var prospect = office.customerOf("li.na");
        try (var deals = new Neighbour(DealEvent.TOPIC);
                var heard = new Overheard(CustomerEvent.TOPIC)) {
            deals.tells(signed(deal, buyer));
            heard.await(buyer, CustomerArchivedAsBuyer.class);

            office.siteManager()
                    .post("/api/v1/customers/" + prospect + "/merges", Map.of("merged", buyer, "reason", "同一人"))
                    .then()
                    .statusCode(200);

            assertThat(heard.await(prospect, CustomerArchivedAsBuyer.class).number())
                    .isEqualTo("CQG-ZS002");
            deals.tells(refunded(buyer));
            await().until(() -> office.as("li.na")
                    .get("/api/v1/follow-ups?customer=" + prospect)
                    .jsonPath()
                    .getList("items.customer")
                    .equals(List.of(prospect.toString())));
        }
        assertThat(office.as("li.na")
                        .get("/api/v1/customers/" + prospect)
                        .jsonPath()
                        .getList("formerNumbers"))
                .as("no buyer any more after the refund of the only deal")
                .containsExactlyInAnyOrder("XQG-ZS001", "CQG-ZS001", "CQG-ZS002");
    }

    @Test
    @DisplayName("CUS-2 after the refund of the last signed deal the customer leaves the buyers, found by both numbers")
    void leavesBuyers() {
        office.isInRegion("QL");
        var customer = office.customerOf("li.na");
        var other = UUID.randomUUID();
        try (var deals = new Neighbour(DealEvent.TOPIC);
                var heard = new Overheard(CustomerEvent.TOPIC)) {
            deals.tells(signed(other, customer));
            // Each deal has a stream of its own.
            heard.await(customer, CustomerArchivedAsBuyer.class);
            deals.tells(signed(deal, customer));
            deals.tells(refunded(customer));
            await().until(() -> office.as("li.na")
                    .get("/api/v1/follow-ups?customer=" + customer)
                    .jsonPath()
                    .getList("items.purpose")
                    .equals(List.of("REFUND")));
            assertThat(numberOf(customer)).as("another goes on").isEqualTo("CQL-ZS001");

            deals.tells(refunded(other, customer));

            var left = heard.await(customer, CustomerLeftBuyers.class);
            assertThat(left.number()).isEqualTo("XQL-ZS001");
            assertThat(left.formerNumber()).isEqualTo("CQL-ZS001");
            assertThat(office.as("li.na")
                            .get("/api/v1/customers?query=CQL-ZS001&bought=false")
                            .jsonPath()
                            .getList("items.number"))
                    .containsExactly("XQL-ZS001");
            deals.tells(signed(UUID.randomUUID(), customer));
            await().until(() -> numberOf(customer).equals("CQL-ZS001"));
        }
    }

    private String numberOf(UUID customer) {
        return office.as("li.na")
                .get("/api/v1/customers/" + customer)
                .jsonPath()
                .getString("number");
    }

    @Test
    @DisplayName("RFD-3 after a refund the customer stays a customer, with a follow-up planned")
    void followUpAfterRefund() {
        var customer = office.customerOf("li.na");
        try (var deals = new Neighbour(DealEvent.TOPIC)) {
            deals.tells(refunded(customer));

            await().until(() -> office.as("li.na")
                    .get("/api/v1/follow-ups?customer=" + customer)
                    .jsonPath()
                    .getList("items.purpose")
                    .equals(List.of("REFUND")));
        }
        var planned = office.as("li.na")
                .get("/api/v1/follow-ups?customer=" + customer)
                .jsonPath();
        assertThat(planned.getString("items[0].state")).isEqualTo("PLANNED");
        assertThat(planned.getString("items[0].dueOn")).isEqualTo("2026-10-08");
    }

    @Test
    @DisplayName(
            "SEC-2 SEC-5 what an event does stands in the audit in the name of the person behind it, with the event")
    void audited() {
        var customer = office.customerOf("li.na");
        try (var deals = new Neighbour(DealEvent.TOPIC)) {
            deals.tells(refunded(customer), "wen.shu");

            await().until(() -> office.as("li.na")
                    .get("/api/v1/follow-ups?customer=" + customer)
                    .jsonPath()
                    .getList("items.purpose")
                    .equals(List.of("REFUND")));
        }
        var planned = office.as("li.na")
                .get("/api/v1/follow-ups?customer=" + customer)
                .jsonPath()
                .getString("items[0].id");
        new AuditTrail(database, "follow_up", planned).isAllOf("wen.shu", DealRefunded.class);
    }

    private ContractSigned signed(UUID deal, UUID customer) {
        return new ContractSigned(
                deal,
                office.project,
                Instant.parse("2026-10-01T02:00:00Z"),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "HT-1",
                LocalDate.of(2026, 10, 1),
                "LUMP_SUM",
                new DealEvent.Terms(customer, "li.na", "RESIDENCE", new BigDecimal("100.00"), TOTAL, null),
                entry());
    }

    private DealRefunded refunded(UUID customer) {
        return refunded(deal, customer);
    }

    private DealRefunded refunded(UUID ended, UUID customer) {
        return new DealRefunded(
                ended,
                office.project,
                Instant.parse("2026-10-01T02:00:00Z"),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "AGREED_PENALTY",
                TOTAL,
                BigDecimal.ZERO,
                TOTAL,
                LocalDate.of(2026, 10, 15),
                customer,
                entry());
    }

    private LedgerEntry entry() {
        return new LedgerEntry(
                UUID.randomUUID(),
                LocalDate.of(2026, 10, 1),
                List.of(
                        posting(LedgerEntry.Account.DEPOSITS, TOTAL, BigDecimal.ZERO),
                        posting(LedgerEntry.Account.PRICE_RECEIVED, BigDecimal.ZERO, TOTAL)));
    }

    private LedgerEntry.Posting posting(LedgerEntry.Account account, BigDecimal debit, BigDecimal credit) {
        return new LedgerEntry.Posting(account, deal, LedgerEntry.Nature.PRICE, debit, credit);
    }
}
