package org.anchang.customer.household;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerArchivedAsBuyer;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.events.CustomerEvent.OwnershipDecided;
import org.anchang.events.CustomerEvent.OwnershipDisputed;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.ContractSigned;
import org.anchang.events.LedgerEntry;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ClosingForFamiliesProcessTest {
    private static final BigDecimal TOTAL = new BigDecimal("1000000.00");

    private final Office office = new Office();

    @Test
    @DisplayName("REC-4 REC-9 the household follows the consultant who closes, with who, how and when, and is told")
    void closing() {
        var husband = office.customerOf("li.na");
        var wife = office.customerOf("wang.lei");
        link(husband, wife);
        try (var deals = new Neighbour(DealEvent.TOPIC);
                var heard = new Overheard(CustomerEvent.TOPIC)) {
            deals.tells(signed(wife, "wang.lei"));

            var told = heard.await(husband, CustomerReassigned.class);
            assertThat(told.to()).isEqualTo("wang.lei");
            assertThat(told.reason()).isEqualTo("HOUSEHOLD");
        }
        var changes = office.siteManager()
                .get("/api/v1/customers/" + husband + "/reassignments")
                .jsonPath();
        assertThat(changes.getList("items.to")).containsExactly("wang.lei");
        assertThat(owner(husband)).isEqualTo("wang.lei");
    }

    @Test
    @DisplayName("REC-9 COM-1 where the first consultant owns households, owner and commission are that one's")
    void first() {
        office.sets("HOUSEHOLD_OWNER", "FIRST_CONSULTANT");
        var husband = office.customerOf("li.na", 3);
        var wife = office.customerOf("wang.lei");
        link(husband, wife);
        try (var deals = new Neighbour(DealEvent.TOPIC);
                var heard = new Overheard(CustomerEvent.TOPIC)) {
            deals.tells(signed(wife, "wang.lei"));

            var decided = heard.await(wife, OwnershipDecided.class);
            assertThat(decided.firstConsultant()).isEqualTo("li.na");
            assertThat(decided.owner()).isEqualTo("li.na");
            assertThat(decided.kind()).isEqualTo("HOUSEHOLD_RULE");
            assertThat(heard.await(wife, CustomerReassigned.class).to()).isEqualTo("li.na");
            heard.await(wife, CustomerArchivedAsBuyer.class);
        }
        var shown = office.siteManager().get("/api/v1/customers/" + wife).jsonPath();
        assertThat(shown.getString("firstConsultant")).isEqualTo("li.na");
    }

    @Test
    @DisplayName(
            "REC-9 REC-6 where it is to be decided, a case opens by itself, and the decision moves the whole family")
    void decision() {
        office.sets("HOUSEHOLD_OWNER", "DECISION");
        var husband = office.customerOf("li.na");
        var wife = office.customerOf("wang.lei");
        link(husband, wife);
        String path;
        try (var deals = new Neighbour(DealEvent.TOPIC);
                var heard = new Overheard(CustomerEvent.TOPIC)) {
            deals.tells(signed(wife, "wang.lei"));

            var disputed = heard.await(wife, OwnershipDisputed.class);
            assertThat(disputed.kind()).isEqualTo("HOUSEHOLD");
            path = "/api/v1/ownership-cases/" + disputed.dispute();
        }
        assertThat(owner(husband)).as("nothing before the decision").isEqualTo("li.na");
        assertThat(office.as("li.na").get(path).jsonPath().getList("parties")).containsExactly("li.na", "wang.lei");

        office.with("sales-supervisor")
                .post(path + "/decision", Map.of("owner", "li.na", "firstConsultant", "li.na", "reason", "先由李娜接待"))
                .then()
                .statusCode(200);

        assertThat(List.of(owner(husband), owner(wife))).containsExactly("li.na", "li.na");
    }

    private String owner(UUID customer) {
        return office.siteManager()
                .get("/api/v1/customers/" + customer)
                .jsonPath()
                .getString("owner");
    }

    private void link(UUID customer, UUID relative) {
        office.siteManager()
                .post(
                        "/api/v1/customers/" + customer + "/household/members",
                        Map.of("customer", relative, "relation", "SPOUSE"))
                .then()
                .statusCode(200);
    }

    private ContractSigned signed(UUID customer, String consultant) {
        return new ContractSigned(
                UUID.randomUUID(),
                office.project,
                Instant.parse("2026-11-02T02:00:00Z"),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "HT-1",
                LocalDate.of(2026, 11, 2),
                "LUMP_SUM",
                new DealEvent.Terms(customer, consultant, "RESIDENCE", new BigDecimal("100.00"), TOTAL, null),
                new LedgerEntry(UUID.randomUUID(), LocalDate.of(2026, 11, 2), List.of()));
    }
}
