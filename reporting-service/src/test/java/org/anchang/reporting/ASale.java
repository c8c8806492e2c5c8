package org.anchang.reporting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.CommissionEvent;
import org.anchang.events.CustomerEvent;
import org.anchang.events.DealEvent;
import org.anchang.events.Event;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.UnitState;
import org.anchang.events.LedgerEntry;
import org.anchang.events.LedgerEntry.Account;
import org.anchang.events.LedgerEntry.Nature;
import org.anchang.events.LedgerEntry.Posting;
import org.anchang.test.Neighbour;

/// A project's history, made by chance: people come, come again, buy, pay, give up; in the order in which
/// it happened.
public final class ASale {
    public static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    public static final LocalDate LAST = LocalDate.of(2026, 5, 31);
    private static final List<String> CONSULTANTS = List.of("li.na", "wang.lei", "zhao.yan");
    private static final List<String> CHANNELS = List.of("WALK_IN", "CALL", "REFERRAL");
    private static final List<String> OBJECTIONS = List.of("TOTAL_PRICE", "LAYOUT", "LOCATION");

    public final String project = "p" + UUID.randomUUID().toString().substring(0, 8);
    public final List<Event> events = new ArrayList<>();
    private final Random chance;

    public ASale(long seed, int people) {
        chance = new Random(seed);
        var known = new ArrayList<UUID>();
        for (int i = 0; i < people; i++) {
            known.add(person(i));
        }
        merge(known.get(0), known.get(1));
        merge(known.get(2), known.get(0));
        merge(known.get(3), known.get(4));
        tell(new CustomerEvent.CustomersUnmerged(
                known.get(3), project, at(LAST), known.get(4), List.of(), "li.na", "li.na", at(FIRST), List.of()));
        tell(new CustomerEvent.CustomerCorrected(known.get(5), project, at(LAST), "赵**", null, null, null));
        for (int i = 0; i < 5; i++) {
            release(UUID.randomUUID(), i);
        }
    }

    private final Map<String, Neighbour> neighbours = new HashMap<>();
    private final Map<UUID, Long> told = new HashMap<>();

    /// Each stream in its order, all of them in any; some of it twice.
    public void tell() {
        tellTheRest(events);
    }

    /// The same with what was not told yet.
    public void tellTheRest(List<Event> some) {
        var streams = new HashMap<UUID, ArrayList<Event>>();
        some.forEach(event -> streams.computeIfAbsent(event.aggregate(), _ -> new ArrayList<>())
                .add(event));
        var waiting = new ArrayList<>(streams.values());
        while (!waiting.isEmpty()) {
            var stream = waiting.get(chance.nextInt(waiting.size()));
            var event = stream.removeFirst();
            if (stream.isEmpty()) {
                waiting.remove(stream);
            }
            var sequence = told.merge(event.aggregate(), 1L, Long::sum);
            var neighbour = neighbours.computeIfAbsent(topic(event), Neighbour::new);
            neighbour.tellsAll(List.of(event), "somebody");
            if (chance.nextInt(20) == 0) {
                neighbour.tells(event, sequence);
            }
        }
    }

    private static String topic(Event event) {
        return switch (event) {
            case CustomerEvent _ -> CustomerEvent.TOPIC;
            case InventoryEvent _ -> InventoryEvent.TOPIC;
            case DealEvent _ -> DealEvent.TOPIC;
            case ApprovalEvent _ -> ApprovalEvent.TOPIC;
            default -> CommissionEvent.TOPIC;
        };
    }

    private void tell(Event event) {
        events.add(event);
    }

    private UUID person(int nth) {
        var customer = UUID.randomUUID();
        var owner = any(CONSULTANTS);
        var day = FIRST.plusDays(chance.nextInt(60));
        tell(new CustomerEvent.CustomerRegistered(
                customer, project, at(day), "XLY-" + nth, owner, any(CHANNELS), null, "张**", null, null));
        if (chance.nextInt(4) == 0) {
            tell(new CustomerEvent.CallLogged(customer, project, at(day.minusDays(3)), UUID.randomUUID(), owner));
        }
        for (int fillings = chance.nextInt(3); fillings > 0; fillings--) {
            tell(new CustomerEvent.DossierFilled(customer, project, at(day), chance.nextInt(43), 42));
        }
        for (int visits = chance.nextInt(4); visits > 0; visits--) {
            var own = chance.nextInt(4) > 0;
            tell(new CustomerEvent.VisitReceived(
                    customer,
                    project,
                    at(day.plusDays(visits)),
                    UUID.randomUUID(),
                    own ? owner : any(CONSULTANTS),
                    owner,
                    own ? CustomerEvent.ReceptionReason.OWN_CUSTOMER : CustomerEvent.ReceptionReason.OWNER_ON_ERRAND,
                    "WALK_IN",
                    null,
                    null));
        }
        if (nth > 5 && chance.nextInt(3) > 0) {
            buy(customer, owner, day.plusDays(5), nth);
        } else if (nth > 5) {
            tell(new CustomerEvent.CustomerGivenUp(
                    customer, project, at(day.plusDays(6)), UUID.randomUUID(), any(OBJECTIONS), owner));
        }
        return customer;
    }

    private void merge(UUID stays, UUID goes) {
        tell(new CustomerEvent.CustomersMerged(stays, project, at(LAST), goes));
    }

    private void release(UUID unit, int nth) {
        tell(new InventoryEvent.UnitStateChanged(
                unit,
                project,
                at(FIRST),
                UnitState.CLOSED,
                UnitState.AVAILABLE,
                null,
                "RELEASE",
                new InventoryEvent.Described(
                        "1栋-" + nth, nth % 2 == 0 ? "1栋" : "2栋", nth % 3 == 0 ? null : "A户型", "RESIDENCE")));
    }

    private void move(UUID unit, UnitState from, UnitState to, LocalDate day) {
        tell(new InventoryEvent.UnitStateChanged(unit, project, at(day), from, to, null, "MOVE", null));
    }

    private void buy(UUID customer, String owner, LocalDate day, int nth) {
        var deal = UUID.randomUUID();
        var unit = UUID.randomUUID();
        var total = new BigDecimal(800_000 + 1_000 * chance.nextInt(400) + ".37");
        var terms =
                new DealEvent.Terms(customer, owner, "RESIDENCE", new BigDecimal("100.00"), total, "1栋-" + (100 + nth));
        release(unit, 100 + nth);
        tell(new DealEvent.TicketIssued(deal, project, at(day), "T-" + nth, customer, owner, unit));
        if (chance.nextInt(6) == 0) {
            tell(new DealEvent.TicketReturned(deal, project, at(day.plusDays(1)), unit, "DECIDED"));
            return;
        }
        move(unit, UnitState.AVAILABLE, UnitState.SUBSCRIBED, day);
        take(deal, day, "50000.00", "R-" + nth, unit);
        tell(new DealEvent.OrderFormSigned(
                deal,
                project,
                at(day.plusDays(1)),
                UUID.randomUUID(),
                1,
                unit,
                new BigDecimal("8000.00"),
                BigDecimal.ZERO,
                terms));
        switch (chance.nextInt(5)) {
            case 0 -> lapse(deal, unit, day.plusDays(3));
            case 1 -> refund(deal, unit, customer, owner, day.plusDays(4));
            default -> sign(deal, unit, terms, day.plusDays(3), nth);
        }
    }

    private void take(UUID deal, LocalDate day, String amount, String receipt, UUID unit) {
        var money = new BigDecimal(amount);
        tell(new DealEvent.DepositTaken(
                deal,
                project,
                at(day),
                unit,
                UUID.randomUUID(),
                true,
                money,
                receipt,
                cameIn(deal, day, money),
                null,
                null,
                null,
                null,
                null));
    }

    private LedgerEntry cameIn(UUID deal, LocalDate day, BigDecimal money) {
        return new LedgerEntry(
                UUID.randomUUID(),
                day,
                List.of(
                        new Posting(Account.POS, deal, Nature.PRICE, money, BigDecimal.ZERO),
                        new Posting(Account.PRICE_RECEIVED, deal, Nature.PRICE, BigDecimal.ZERO, money)));
    }

    private static LedgerEntry nothing(LocalDate day) {
        return new LedgerEntry(UUID.randomUUID(), day, List.of());
    }

    private void lapse(UUID deal, UUID unit, LocalDate day) {
        tell(new DealEvent.DealLapsed(
                deal, project, at(day), unit, "DECIDED", new BigDecimal("50000.00"), nothing(day)));
        move(unit, UnitState.SUBSCRIBED, UnitState.AVAILABLE, day);
    }

    private void refund(UUID deal, UUID unit, UUID customer, String owner, LocalDate day) {
        var request = UUID.randomUUID();
        var approval = UUID.randomUUID();
        tell(new DealEvent.RefundRequested(
                deal, project, at(day), request, owner, Map.of("category", any(List.of("LOAN", "FAMILY")))));
        tell(new ApprovalEvent.ApprovalOpened(
                approval, project, at(day), "REFUND", request, deal, owner, 1, List.of("FINANCE")));
        tell(new ApprovalEvent.RefundApproved(approval, project, at(day.plusDays(2)), request, deal, Map.of()));
        tell(new DealEvent.DealRefunded(
                deal,
                project,
                at(day.plusDays(2)),
                request,
                approval,
                unit,
                "AGREED_PENALTY",
                new BigDecimal("50000.00"),
                new BigDecimal("8000.00"),
                new BigDecimal("42000.00"),
                day.plusDays(9),
                customer,
                nothing(day)));
        move(unit, UnitState.SUBSCRIBED, UnitState.AVAILABLE, day.plusDays(2));
    }

    private void sign(UUID deal, UUID unit, DealEvent.Terms terms, LocalDate day, int nth) {
        var half = terms.total().divide(new BigDecimal(2)).setScale(2, java.math.RoundingMode.DOWN);
        tell(new DealEvent.ContractSigned(
                deal, project, at(day), unit, UUID.randomUUID(), "HT-" + nth, day, "INSTALMENTS", terms, nothing(day)));
        tell(new DealEvent.ReceiptExchanged(
                deal, project, at(day), List.of("R-" + nth), "P-" + nth, new BigDecimal("50000.00")));
        tell(new DealEvent.PaymentScheduleChanged(
                deal,
                project,
                at(day),
                List.of(
                        new DealEvent.PaymentScheduleChanged.Due("INSTALMENT_1", day.plusDays(7), half),
                        new DealEvent.PaymentScheduleChanged.Due(
                                "INSTALMENT_2", day.plusDays(60), terms.total().subtract(half)))));
        move(unit, UnitState.SUBSCRIBED, UnitState.CONTRACTED, day);
        for (int payments = chance.nextInt(3); payments > 0; payments--) {
            var money = new BigDecimal(100_000 + chance.nextInt(90_000) + ".55");
            var receipt = "P-" + nth + "-" + payments;
            var entry = cameIn(deal, day.plusDays(3), money);
            tell(new DealEvent.PaymentReceived(
                    deal, project, at(day.plusDays(3)), money, Nature.PRICE, receipt, entry, null, null));
            if (payments == 1 && chance.nextInt(3) == 0) {
                tell(new DealEvent.ReceiptVoided(
                        deal,
                        project,
                        at(day.plusDays(4)),
                        receipt,
                        money,
                        "typed wrongly",
                        cameIn(deal, day.plusDays(4), money.negate())));
            }
        }
        if (chance.nextInt(2) == 0) {
            tell(new DealEvent.DealFiled(deal, project, at(day.plusDays(9)), unit, "BA-" + nth, day, terms));
            move(unit, UnitState.CONTRACTED, UnitState.FILED, day.plusDays(9));
        }
        tell(new CommissionEvent.CommissionEarned(
                UUID.randomUUID(),
                project,
                at(day),
                deal,
                1,
                new BigDecimal("1000.01"),
                List.of(
                        new CommissionEvent.Share(terms.consultant(), new BigDecimal("600.01"), "FIRST"),
                        new CommissionEvent.Share("wang.lei", new BigDecimal("400.00"), "SUBSTITUTE"))));
    }

    private Instant at(LocalDate day) {
        return day.atStartOfDay(java.time.ZoneId.of("Asia/Shanghai"))
                .toInstant()
                .plus(Duration.ofMillis(chance.nextInt(86_000_000)));
    }

    private String any(List<String> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
