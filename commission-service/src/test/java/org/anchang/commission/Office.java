package org.anchang.commission;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.CustomersUnmerged;
import org.anchang.events.CustomerEvent.OwnershipDecided;
import org.anchang.events.CustomerEvent.OwnershipDisputed;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.events.CustomerEvent.VisitReceived;
import org.anchang.events.DealEvent;
import org.anchang.events.DealEvent.ContractSigned;
import org.anchang.events.DealEvent.DealFiled;
import org.anchang.events.DealEvent.DealRefunded;
import org.anchang.events.DealEvent.DealSucceeded;
import org.anchang.events.DealEvent.DepositTaken;
import org.anchang.events.DealEvent.DiscountGranted;
import org.anchang.events.DealEvent.OrderFormSigned;
import org.anchang.events.DealEvent.PaymentReceived;
import org.anchang.events.DealEvent.Terms;
import org.anchang.events.DealEvent.UnitSwapped;
import org.anchang.events.LedgerEntry;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.events.LedgerEntry.Posting;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.anchang.test.Person;

/// A project of its own for each test, with what customer-service and deal-service tell about it.
public final class Office implements AutoCloseable {
    public static final Instant MONDAY = Instant.parse("2026-11-02T02:00:00Z");

    public final String project = "p" + UUID.randomUUID().toString().substring(0, 8);
    public final UUID customer = UUID.randomUUID();
    private final Neighbour customers = new Neighbour(CustomerEvent.TOPIC);
    private final Neighbour deals = new Neighbour(DealEvent.TOPIC);
    private Instant now = MONDAY;

    public Ask as(String consultant) {
        return Ask.as(Person.consultant(consultant).in(project));
    }

    public Ask siteManager() {
        return Ask.as(Person.siteManager("zhang.lei").in(project));
    }

    public Ask supervisor(String name) {
        return Ask.as(Person.withRole(name, "sales-supervisor").in(project));
    }

    public Ask with(String role) {
        return Ask.as(Person.withRole("somebody.else", role).in(project));
    }

    public UUID publishPlan(String earnedAt, String rate) {
        return publishPlan(earnedAt, rate, Map.of("atEarning", "60.00", "withFiling", "40.00"));
    }

    public UUID publishPlan(String earnedAt, String rate, Map<String, String> payout) {
        var answer = with("general-manager")
                .post(
                        "/api/v1/commission-plans",
                        Map.of(
                                "project",
                                project,
                                "validFrom",
                                "2026-11-01",
                                "earnedAt",
                                earnedAt,
                                "lines",
                                List.of(Map.of("rate", rate)),
                                "payout",
                                payout));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.asString());
        }
        return UUID.fromString(answer.jsonPath().getString("id"));
    }

    public void registered(UUID somebody, String owner) {
        customers.tells(new CustomerRegistered(
                somebody, project, tick(), "XLY-ZS002", owner, "WALK_IN", null, "张**", null, null));
    }

    /// `goes` was the same person as [#customer].
    public void merged(UUID goes) {
        merged(customer, goes);
    }

    public void merged(UUID stays, UUID goes) {
        customers.tells(new CustomersMerged(stays, project, tick(), goes));
    }

    /// REC-6: it is not settled whose [#customer] is.
    public void disputed(UUID dispute) {
        customers.tells(new OwnershipDisputed(customer, project, tick(), dispute, "DISPUTE", "wang.lei"));
    }

    public void decided(UUID dispute, String first) {
        customers.tells(new OwnershipDecided(customer, project, tick(), dispute, "DISPUTE", first, first, "zhou.min"));
    }

    /// The record that had gone into the customer is `owner`'s own person again, whose first consultant is `first`.
    public void unmerged(UUID record, String owner, String first) {
        unmerged(customer, record, owner, first);
    }

    public void unmerged(UUID stood, UUID record, String owner, String first) {
        customers.tells(
                new CustomersUnmerged(stood, project, tick(), record, List.of(), owner, first, tick(), List.of()));
    }

    public void orderFormSigned(UUID deal, UUID by, String total) {
        deals.tells(orderForm(
                deal, new Terms(by, "li.na", "RESIDENCE", new BigDecimal("100.00"), new BigDecimal(total), null)));
    }

    public void registered(String owner) {
        customers.tells(new CustomerRegistered(
                customer, project, tick(), "XLY-ZS001", owner, "WALK_IN", null, "张**", null, null));
    }

    public void received(String receiver, String owner, ReceptionReason reason) {
        received(receiver, owner, reason, tick());
    }

    public void received(String receiver, String owner, ReceptionReason reason, Instant at) {
        customers.tells(new VisitReceived(
                customer, project, at, UUID.randomUUID(), receiver, owner, reason, "WALK_IN", null, null));
    }

    public void orderFormSigned(UUID deal, String total) {
        deals.tells(orderForm(deal, terms(total)));
    }

    private OrderFormSigned orderForm(UUID deal, Terms terms) {
        return new OrderFormSigned(
                deal,
                project,
                tick(),
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                new BigDecimal("10000.00"),
                BigDecimal.ZERO,
                terms);
    }

    public void contractSigned(UUID deal, String total) {
        deals.tells(new ContractSigned(
                deal,
                project,
                tick(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "HT-1",
                LocalDate.of(2026, 11, 2),
                "LUMP_SUM",
                terms(total),
                entry()));
    }

    public void deposited(UUID deal, String amount) {
        deals.tells(new DepositTaken(
                deal,
                project,
                tick(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                true,
                new BigDecimal(amount),
                "R-1",
                received(deal, Nature.DEPOSIT, amount),
                null,
                null,
                null,
                null,
                null));
    }

    public void paid(UUID deal, Nature nature, String amount) {
        deals.tells(new PaymentReceived(
                deal,
                project,
                tick(),
                new BigDecimal(amount),
                nature,
                "R-2",
                received(deal, nature, amount),
                null,
                null));
    }

    private static LedgerEntry received(UUID deal, Nature nature, String amount) {
        var money = new BigDecimal(amount);
        return new LedgerEntry(
                UUID.randomUUID(),
                LocalDate.of(2026, 11, 2),
                List.of(
                        new Posting(Account.POS, deal, nature, money, BigDecimal.ZERO),
                        new Posting(Account.PRICE_RECEIVED, deal, nature, BigDecimal.ZERO, money)));
    }

    public void filed(UUID deal, String total) {
        deals.tells(new DealFiled(
                deal, project, tick(), UUID.randomUUID(), "BA-1", LocalDate.of(2026, 11, 2), terms(total)));
    }

    public void discounted(UUID deal, String before, String after) {
        deals.tells(new DiscountGranted(
                deal,
                project,
                tick(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                new BigDecimal(before),
                terms(after)));
    }

    public void renamed(UUID deal) {
        deals.tells(new DealEvent.PurchaserRenamed(
                deal, project, tick(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
    }

    public void swapped(UUID deal, UUID successor, String total) {
        deals.tells(new UnitSwapped(
                deal,
                project,
                tick(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                successor,
                true,
                terms(total),
                entry()));
    }

    public void succeeded(UUID deal, UUID predecessor, String total) {
        deals.tells(new DealSucceeded(deal, project, tick(), predecessor, UUID.randomUUID(), terms(total)));
    }

    public void refunded(UUID deal) {
        deals.tells(new DealRefunded(
                deal,
                project,
                tick(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "AGREED_PENALTY",
                new BigDecimal("50000.00"),
                BigDecimal.ZERO,
                new BigDecimal("50000.00"),
                LocalDate.of(2026, 12, 1),
                customer,
                entry()));
    }

    public Instant now() {
        return now;
    }

    private Instant tick() {
        now = now.plus(Duration.ofMinutes(1));
        return now;
    }

    private Terms terms(String total) {
        return new Terms(
                customer, "li.na", "RESIDENCE", new BigDecimal("100.00"), new BigDecimal(total), "3栋-1单元-3101");
    }

    private static LedgerEntry entry() {
        return new LedgerEntry(UUID.randomUUID(), LocalDate.of(2026, 11, 2), List.of());
    }

    @Override
    public void close() {
        customers.close();
        deals.close();
    }
}
