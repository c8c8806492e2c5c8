package org.anchang.deal.neighbour;

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
import org.anchang.events.CustomerEvent.CustomerCorrected;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.CustomersUnmerged;
import org.anchang.events.CustomerEvent.PostsChanged;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.DepositTaken;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.anchang.test.Person;
import org.jspecify.annotations.Nullable;
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
                            stays,
                            office.project,
                            Instant.now(),
                            "XLY-ZS002",
                            "wang.wei",
                            "WALK_IN",
                            null,
                            "张**",
                            null,
                            null),
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
                    customer, office.project, Instant.now(), "XLY-ZS003", "li.na", "WALK_IN", null, "张**", null, null));
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
                    stays, office.project, Instant.now(), "XLY-ZS002", "wang.wei", "WALK_IN", null, "张**", null, null));
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

    @Test
    @DisplayName(
            "TRK-7 REC-3 a leaver's live deals go along with the customers: an own customer's is the successor's, one that"
                    + " was begun in the owner's place is the owner's")
    void leaver() {
        var leaver = Person.consultant("leaver." + office.project).in(office.project);
        var own = UUID.randomUUID();
        var received = UUID.randomUUID();
        try (var customers = new Neighbour(CustomerEvent.TOPIC)) {
            customers.tells(registered(own, leaver.name()));
            customers.tells(registered(received, "wang.wei"));
            customers.tells(received(received, leaver.name()));
            var ownDeal = awaitOpen(leaver, own);
            var begun = awaitOpen(leaver, received);

            customers.tells(handedOver(own, leaver.name(), "zhao.li"), "chen.jing");
            customers.tells(handedOver(received, leaver.name(), "wang.wei"), "chen.jing");

            await().until(() -> seen(ownDeal).<String>path("consultant").equals("zhao.li"));
            await().until(() -> seen(begun).<String>path("consultant").equals("wang.wei"));
            refused(open(leaver, received), 409, "CUSTOMER_BELONGS_TO_ANOTHER");
        }
    }

    @Test
    @DisplayName(
            "TRK-7 no live deal stays with who has left, whichever is told first: it is the owner's, or the successor's"
                    + " where the customer is nobody's")
    void leftBehind() {
        var leaver = Person.consultant("leaver." + office.project).in(office.project);
        var owned = UUID.randomUUID();
        var pooled = UUID.randomUUID();
        var later = UUID.randomUUID();
        try (var customers = new Neighbour(CustomerEvent.TOPIC)) {
            for (var customer : List.of(owned, pooled)) {
                customers.tells(registered(customer, "wang.wei"));
                customers.tells(received(customer, leaver.name()));
            }
            customers.tells(registered(later, leaver.name()));
            var ofOwned = awaitOpen(leaver, owned);
            var ofPooled = awaitOpen(leaver, pooled);
            var ofLater = awaitOpen(leaver, later);
            customers.tells(handedOver(pooled, "wang.wei", "*"), "chen.jing");
            await().until(() -> open(office.wangWei, pooled).statusCode() == 409);

            customers.tells(
                    new PostsChanged(
                            UUID.randomUUID(),
                            "*",
                            Instant.now(),
                            leaver.name(),
                            List.of("elsewhere"),
                            new PostsChanged.Successor("zhao.li", List.of(office.project))),
                    "chen.jing");

            await().until(() -> seen(ofOwned).<String>path("consultant").equals("wang.wei"));
            await().until(() -> seen(ofPooled).<String>path("consultant").equals("zhao.li"));
            assertThat(seen(ofLater).<String>path("consultant"))
                    .as("goes along with its customer")
                    .isEqualTo(leaver.name());
            customers.tells(handedOver(later, leaver.name(), "zhao.li"), "chen.jing");
            await().until(() -> seen(ofLater).<String>path("consultant").equals("zhao.li"));
        }
    }

    @Test
    @DisplayName(
            "CUS-1 channel, broker and registration stand on the deal from its first deposit, as they were told by then,"
                    + " and are told with each deposit")
    void brought() {
        var customer = UUID.randomUUID();
        try (var customers = new Neighbour(CustomerEvent.TOPIC)) {
            customers.tells(new CustomerRegistered(
                    customer,
                    office.project,
                    Instant.now(),
                    "XLY-ZS005",
                    "li.na",
                    "PARTNER",
                    null,
                    "张**",
                    "王经纪",
                    "BB-7"));
            var deal = office.confirmed(office.home(customer));
            assertThat(seen(deal).<String>path("channel")).isNull();
            correct(customers, customer, deal, "李**", "李经纪");

            ok(office.deposit(deal, "SMALL", "5000.00"), 201);
            correct(customers, customer, deal, "王**", null);
            ok(office.deposit(deal, "TOP_UP", "45000.00"), 201);

            assertThat(seen(deal).<String>path("channel")).isEqualTo("PARTNER");
            assertThat(seen(deal).<String>path("broker")).isEqualTo("李经纪");
            assertThat(seen(deal).<String>path("registration")).isEqualTo("LJ-9");
            try (var heard = new Overheard(DealEvent.TOPIC)) {
                await().until(() -> deposits(heard, deal).size() == 2);
                assertThat(deposits(heard, deal))
                        .extracting(DepositTaken::broker)
                        .containsOnly("李经纪");
                assertThat(deposits(heard, deal))
                        .extracting(DepositTaken::registration)
                        .containsOnly("LJ-9");
            }
        }
    }

    /// Tells how the customer came, and waits until it was read.
    private void correct(Neighbour customers, UUID customer, UUID deal, String name, @Nullable String broker) {
        customers.tells(new CustomerCorrected(
                customer, office.project, Instant.now(), name, "PARTNER", broker, broker == null ? null : "LJ-9"));
        await().until(() -> seen(deal).<String>path("customerName").equals(name));
    }

    private static List<DepositTaken> deposits(Overheard heard, UUID deal) {
        return heard.of(deal).stream()
                .filter(said -> said.type().equals(DepositTaken.class.getSimpleName()))
                .map(said -> said.as(DepositTaken.class))
                .toList();
    }

    private UUID awaitOpen(Person consultant, UUID customer) {
        var opened = await().until(() -> open(consultant, customer), answer -> answer.statusCode() == 201);
        return UUID.fromString(opened.path("id"));
    }

    private CustomerRegistered registered(UUID customer, String owner) {
        return new CustomerRegistered(
                customer, office.project, Instant.now(), "XLY-ZS004", owner, "WALK_IN", null, "张**", null, null);
    }

    private CustomerReassigned handedOver(UUID customer, String from, String to) {
        return new CustomerReassigned(customer, office.project, Instant.now(), from, to, "HANDED_OVER", "chen.jing");
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
                "WALK_IN",
                null,
                null);
    }
}
