package org.anchang.deal.deposit;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.CustomersUnmerged;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class CustomerEventsTest {
    private final TestOffice office = new TestOffice();
    private final UUID stays = UUID.randomUUID();

    @Test
    @DisplayName(
            "CUS-3 a merged record's deals are the customer's, with the customer's owner; the old id finds the new one")
    void merged() {
        var goes = office.customer();
        var ended = office.confirmed(office.home(goes));
        ok(
                Ask.as(office.manager)
                        .post("/api/v1/deals/" + ended + "/lapse", Map.of("reason", "客户放弃", "forfeit", false)),
                200);
        var live = office.confirmed(office.home(goes));
        try (var customers = new Neighbour(CustomerEvent.TOPIC)) {
            // The merge may be read before the record that stays is known, and what happened before it after it.
            customers.tells(new CustomersMerged(stays, office.project, Instant.now(), goes), 2);
            customers.tells(
                    new CustomerRegistered(
                            stays, office.project, Instant.now(), "XLY-ZS002", "wang.wei", "WALK_IN", null, "张**"),
                    1);
            await().until(() -> seen(live).<String>path("customer").equals(stays.toString()));
            customers.tells(received(goes, "zhao.li"), 2);
        }

        assertThat(seen(live).<String>path("consultant")).isEqualTo("wang.wei");
        assertThat(seen(ended).<String>path("customer")).isEqualTo(stays.toString());
        assertThat(seen(ended).<String>path("consultant")).isEqualTo("li.na");
        refused(open(office.liNa, goes), 409, "CUSTOMER_BELONGS_TO_ANOTHER");
        assertThat(ok(open(office.wangWei, goes), 201).<String>path("customer")).isEqualTo(stays.toString());
        await().until(() ->
                open(Person.consultant("zhao.li").in(office.project), stays).statusCode() == 201);
    }

    @Test
    @DisplayName(
            "CUS-1 a deal for a customer of whom nobody has told here yet is opened once somebody has, not refused")
    void registeredJustNow() throws InterruptedException {
        var answer = openedWhileRegistered();
        // Nobody waits for ever: on a machine that has other things to do the event may come too late now and then.
        for (int again = 0; again < 4 && answer.statusCode() != 201; again++) {
            answer = openedWhileRegistered();
        }
        ok(answer, 201);
    }

    private Response openedWhileRegistered() throws InterruptedException {
        var customer = UUID.randomUUID();
        var answer = new AtomicReference<Response>();
        var asking = Thread.startVirtualThread(() -> answer.set(open(office.liNa, customer)));
        // A refusal would have come by then.
        asking.join(Duration.ofMillis(500));
        assertThat(answer.get()).isNull();

        try (var customers = new Neighbour(CustomerEvent.TOPIC)) {
            customers.tells(new CustomerRegistered(
                    customer, office.project, Instant.now(), "XLY-ZS003", "li.na", "WALK_IN", null, "张**"));
        }

        asking.join();
        return answer.get();
    }

    @Test
    @DisplayName("CUS-3 a deal of which nobody had heard when its record's merge was undone goes back with the record")
    void unmerged() {
        var goes = office.customer();
        var deal = office.confirmed(office.home(goes));
        try (var customers = new Neighbour(CustomerEvent.TOPIC)) {
            customers.tells(new CustomerRegistered(
                    stays, office.project, Instant.now(), "XLY-ZS002", "wang.wei", "WALK_IN", null, "张**"));
            customers.tells(new CustomersMerged(stays, office.project, Instant.now(), goes));
            await().until(() -> seen(deal).<String>path("customer").equals(stays.toString()));
            var own = UUID.fromString(ok(open(office.wangWei, stays), 201).path("id"));

            customers.tells(new CustomersUnmerged(
                    stays,
                    office.project,
                    Instant.now(),
                    goes,
                    List.of(),
                    "li.na",
                    "wang.wei",
                    Instant.now(),
                    List.of()));

            await().until(() -> seen(deal).<String>path("customer").equals(goes.toString()));
            assertThat(seen(deal).<String>path("consultant")).isEqualTo("li.na");
            assertThat(seen(own).<String>path("customer")).isEqualTo(stays.toString());
            assertThat(seen(own).<String>path("consultant")).isEqualTo("wang.wei");
        }
    }

    private Response seen(UUID deal) {
        return Ask.as(office.manager).get("/api/v1/deals/" + deal);
    }

    private Response open(Person consultant, UUID customer) {
        var home = new InventoryStandIn.Home(UUID.randomUUID(), UUID.randomUUID(), customer, consultant.name());
        office.put(home, true, true);
        return Ask.as(consultant)
                .post("/api/v1/deals", Map.of("project", office.project, "customer", customer, "hold", home.hold()));
    }

    private VisitReceived received(UUID customer, String receiver) {
        return new VisitReceived(
                customer,
                office.project,
                Instant.now(),
                UUID.randomUUID(),
                receiver,
                "li.na",
                ReceptionReason.OWNER_ON_LEAVE,
                "WALK_IN");
    }
}
