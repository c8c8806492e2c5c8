package org.anchang.customer.overdue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.ContractSigned;
import org.anchang.events.DealEvent.OrderFormSigned;
import org.anchang.events.DealEvent.PaymentReceived;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.events.LedgerEntry;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class OverdueResourceTest {
    private static final BigDecimal TOTAL = new BigDecimal("1000000.00");

    private final Office office = new Office();
    private final String path = "/api/v1/overdue/" + office.project;
    private final LocalDate today = LocalDate.now(OfficeClock.OFFICE_ZONE);

    @Test
    @DisplayName("TRK-1 TRK-4 who was registered and not followed up stands on the list, late by the project's days")
    void firstFollowUp() {
        var late = office.customerOf("li.na", 4);
        var soon = office.customerOf("li.na", 2);
        var fresh = office.customerOf("li.na");
        office.customerOf("wang.lei", 4);

        var shown = list(office.as("li.na"), "?kind=FIRST_FOLLOW_UP");

        assertThat(shown.getList("items.customer")).containsExactly(late.toString(), soon.toString());
        assertThat(shown.getList("items.late")).containsExactly(true, false);
        assertThat(shown.getString("items[0].dueOn"))
                .isEqualTo(today.minusDays(1).toString());
        assertThat(shown.getString("items[0].customerName")).isEqualTo("张三");
        office.sets("FIRST_FOLLOW_UP_WARNING_DAYS", "3");
        assertThat(list(office.as("li.na"), "?kind=FIRST_FOLLOW_UP").getList("items.customer"))
                .contains(fresh.toString());
        var first = list(office.siteManager(), "?kind=FIRST_FOLLOW_UP&late=true&limit=1");
        var rest = list(office.siteManager(), "?kind=FIRST_FOLLOW_UP&late=true&cursor=" + first.getString("next"));
        assertThat(List.of(first.getString("items[0].owner"), rest.getString("items[0].owner")))
                .containsExactlyInAnyOrder("li.na", "wang.lei");
        assertThat(rest.getString("next")).isNull();
        talk(late);
        assertThat(list(office.as("li.na"), "?kind=FIRST_FOLLOW_UP").getList("items.customer"))
                .doesNotContain(late.toString());
    }

    @Test
    @DisplayName("TRK-4 a channel may have days of its own; the others have the project's")
    void byChannel() {
        var walkIn = office.customerOf("li.na", 4);
        var body = office.visitor("张三", Office.freshPhone());
        body.put("channel", "PHONE_IN");
        var phoneIn = Office.at(Instant.now().minus(Duration.ofDays(2)), office.as("li.na"), "/api/v1/customers", body);
        phoneIn.then().statusCode(201);

        office.sets("FIRST_FOLLOW_UP_DAYS_BY_CHANNEL", "PHONE_IN=1 PARTNER=2");

        assertThat(list(office.as("li.na"), "?kind=FIRST_FOLLOW_UP&late=true").getList("items.customer"))
                .containsExactly(walkIn.toString(), phoneIn.jsonPath().getString("id"));
        office.sets("FIRST_FOLLOW_UP_DAYS_BY_CHANNEL", "WALK_IN=0 PHONE_IN=1");
        assertThat(list(office.as("li.na"), "?kind=FIRST_FOLLOW_UP").getList("items.customer"))
                .containsExactly(phoneIn.jsonPath().getString("id"));
        assertThat(office.administrator()
                        .post(
                                "/api/v1/customer-settings/" + office.project + "/MONEY_DAYS_BY_CHANNEL",
                                Map.of("value", "PHONE=1", "validFrom", "2020-01-01", "reason", "test"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("TRK-2 TRK-4 counts per consultant and kind in one answer; a consultant hears of own ones only")
    void counts() {
        office.customerOf("li.na", 4);
        office.customerOf("li.na", 5);
        office.customerOf("wang.lei", 2);

        var all = office.siteManager().get(path + "/counts").jsonPath();
        var own = office.as("wang.lei").get(path + "/counts").jsonPath();

        assertThat(all.getList("items", OverdueCounted.class))
                .containsExactlyInAnyOrder(
                        new OverdueCounted("li.na", "FIRST_FOLLOW_UP", 2, 0),
                        new OverdueCounted("wang.lei", "FIRST_FOLLOW_UP", 0, 1));
        assertThat(own.getList("items.owner")).containsExactly("wang.lei");
        assertThat(office.as("wang.lei").get(path + "?owner=li.na").statusCode())
                .as("SEC-1")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("TRK-4 one tap reminds the owner, once a day; of what is done nobody is reminded")
    void reminded() {
        var customer = office.customerOf("li.na", 4);
        office.customerOf("li.na", 4);
        var one = Map.of("kind", "FIRST_FOLLOW_UP", "owner", "li.na", "thing", customer);
        var all = Map.of("kind", "FIRST_FOLLOW_UP", "owner", "li.na");

        var told = office.siteManager().post(path + "/reminders", one);
        var rest = office.siteManager().post(path + "/reminders", all);
        var shown = list(office.as("li.na"), "?kind=FIRST_FOLLOW_UP");
        talk(customer);
        var nothing = office.siteManager().post(path + "/reminders", one);

        assertThat(told.statusCode()).as(told.asString()).isEqualTo(200);
        assertThat(told.jsonPath().getInt("reminded")).isEqualTo(1);
        assertThat(rest.jsonPath().getInt("reminded")).isEqualTo(1);
        assertThat(shown.getList("items.remindedBy")).containsOnly("chen.jing").hasSize(2);
        assertThat(nothing.jsonPath().getString("code")).isEqualTo("NOTHING_TO_REMIND_OF");
    }

    @Test
    @DisplayName(
            "TRK-4 the next follow-up is due by its plan, or by the project's days after the last where none is planned")
    void nextFollowUp() {
        var unplanned = office.customerOf("li.na", 20);
        var planned = office.customerOf("li.na", 20);
        talk(unplanned, 10);
        talk(planned, 10);
        office.as("li.na")
                .post(
                        "/api/v1/follow-ups/plans",
                        Map.of(
                                "customer",
                                planned,
                                "plan",
                                Map.of("way", "CALL", "dueOn", today.plusDays(5).toString())));

        assertThat(list(office.as("li.na"), "?kind=NEXT_FOLLOW_UP").getList("items.customer"))
                .containsExactly(unplanned.toString());
    }

    @Test
    @DisplayName("TRK-4 visit, subscription, contract and money follow each other, as deal-service tells")
    void deals() {
        var customer = office.customerOf("li.na", 60);
        var began = Instant.now().minus(Duration.ofDays(50));
        Office.at(began, office.as("li.na"), "/api/v1/visits", Map.of("project", office.project, "customer", customer))
                .then()
                .statusCode(201);
        var deal = UUID.randomUUID();
        try (var deals = new Neighbour(DealEvent.TOPIC)) {
            assertThat(kinds()).containsExactly("SUBSCRIPTION");
            deals.tells(new TicketIssued(deal, office.project, began, "T-1", customer, "li.na", UUID.randomUUID()));
            deals.tells(new OrderFormSigned(
                    deal,
                    office.project,
                    began,
                    UUID.randomUUID(),
                    1,
                    UUID.randomUUID(),
                    TOTAL,
                    BigDecimal.ZERO,
                    terms(customer)));
            await().until(() -> kinds().equals(List.of("CONTRACT")));
            deals.tells(new ContractSigned(
                    deal,
                    office.project,
                    began,
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    "HT-1",
                    LocalDate.of(2026, 10, 1),
                    "LUMP_SUM",
                    terms(customer),
                    entry(deal, Account.DEPOSITS, Account.PRICE_RECEIVED)));
            await().until(() -> kinds().equals(List.of("MONEY")));
            deals.tells(new PaymentReceived(
                    deal,
                    office.project,
                    began,
                    TOTAL,
                    Nature.PRICE,
                    "R-1",
                    entry(deal, Account.SUPERVISED_BANK, Account.PRICE_RECEIVED),
                    null,
                    null));
            await().until(() -> kinds().isEmpty());
        }
    }

    @Test
    @DisplayName("TRK-1 REC-3 a substitute finds on the own list the visit that they have not recorded")
    void substitute() {
        var customer = office.customerOf("li.na");
        office.absence("li.na", "LEAVE", Instant.now(), Instant.now().plusSeconds(3600));
        var visit = office.visit("wang.lei", customer).jsonPath().getString("id");

        var waiting = list(office.as("wang.lei"), "?kind=VISIT_RECORD");
        office.as("wang.lei")
                .post(
                        "/api/v1/follow-ups",
                        Map.of("customer", customer, "visit", visit, "said", "看了沙盘", "intentGrade", "B"))
                .then()
                .statusCode(201);

        assertThat(waiting.getList("items.thing")).containsExactly(visit);
        assertThat(waiting.getString("items[0].customerName")).as("SEC-1").isEqualTo("张**");
        assertThat(list(office.as("wang.lei"), "?kind=VISIT_RECORD").getList("items"))
                .isEmpty();
    }

    record OverdueCounted(String owner, String kind, long late, long soon) {}

    private List<String> kinds() {
        return list(office.as("li.na"), "?late=true").<String>getList("items.kind").stream()
                .filter(kind -> !kind.endsWith("FOLLOW_UP"))
                .toList();
    }

    private JsonPath list(Ask who, String query) {
        var shown = who.get(path + query);
        assertThat(shown.statusCode()).as(shown.asString()).isEqualTo(200);
        return shown.jsonPath();
    }

    private void talk(UUID customer) {
        talk(customer, 0);
    }

    private void talk(UUID customer, int daysAgo) {
        Office.at(
                        Instant.now().minus(Duration.ofDays(daysAgo)),
                        office.as("li.na"),
                        "/api/v1/follow-ups",
                        Map.of("customer", customer, "said", "已联系", "intentGrade", "B"))
                .then()
                .statusCode(201);
    }

    private static DealEvent.Terms terms(UUID customer) {
        return new DealEvent.Terms(customer, "li.na", "RESIDENCE", new BigDecimal("100.00"), TOTAL, null);
    }

    private static LedgerEntry entry(UUID deal, Account debit, Account credit) {
        return new LedgerEntry(
                UUID.randomUUID(),
                LocalDate.of(2026, 10, 1),
                List.of(
                        new LedgerEntry.Posting(debit, deal, Nature.PRICE, TOTAL, BigDecimal.ZERO),
                        new LedgerEntry.Posting(credit, deal, Nature.PRICE, BigDecimal.ZERO, TOTAL)));
    }
}
