package org.anchang.reporting;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.CommissionEvent;
import org.anchang.events.CustomerEvent;
import org.anchang.events.DealEvent;
import org.anchang.events.Event;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.UnitState;
import org.jspecify.annotations.Nullable;

/// RPT-3: the same figures counted plainly, in memory, from the history itself: no table, no SQL, nothing
/// of the service.
final class Recount {
    private static final BigDecimal NONE = BigDecimal.ZERO;

    /// One thing that a figure counts.
    private record Thing(String figure, String part, BigDecimal amount) {}

    private final List<Event> events;
    private final LocalDate from;
    private final LocalDate to;
    private final LocalDate today;
    private final Map<UUID, UUID> standing = new HashMap<>();

    Recount(List<Event> events, LocalDate from, LocalDate to, LocalDate today) {
        this.events = events;
        this.from = from;
        this.to = to;
        this.today = today;
        of(CustomerEvent.CustomerRegistered.class).forEach(it -> standing.put(it.customer(), it.customer()));
        var into = new HashMap<UUID, UUID>();
        for (var event : of(CustomerEvent.class)) {
            if (event instanceof CustomerEvent.CustomersMerged merged) {
                into.put(merged.merged(), merged.customer());
            } else if (event instanceof CustomerEvent.CustomersUnmerged unmerged) {
                into.remove(unmerged.unmerged());
            }
        }
        standing.replaceAll((record, _) -> {
            var at = record;
            while (into.containsKey(at)) {
                at = into.get(at);
            }
            return at;
        });
    }

    /// `figure|part` → `count|amount`, the whole of each figure under `figure|*`.
    Map<String, String> of(String report, String by) {
        var counts = new TreeMap<String, Integer>();
        var amounts = new TreeMap<String, BigDecimal>();
        for (var thing : things(report, by)) {
            for (var key : List.of(thing.figure() + "|*", thing.figure() + "|" + thing.part())) {
                counts.merge(key, 1, Integer::sum);
                amounts.merge(key, thing.amount(), BigDecimal::add);
            }
        }
        var said = new TreeMap<String, String>();
        counts.forEach((key, count) ->
                said.put(key, count + "|" + amounts.get(key).setScale(2).toPlainString()));
        return said;
    }

    private List<Thing> things(String report, String by) {
        return switch (report) {
            case "FUNNEL_COHORT" -> cohort(by);
            case "FUNNEL_CALENDAR" -> calendar(by);
            case "SELL_THROUGH" -> sellThrough(by);
            case "COLLECTIONS" -> collections(by);
            case "FALLING_DUE" -> fallingDue(by);
            case "OVERDUE" -> overdue(by);
            case "RANKING" -> ranking();
            case "NOT_BUYING" -> notBuying();
            case "DOSSIERS" -> dossiers(by);
            case "RECEPTION" -> reception();
            case "ENDINGS" -> endings();
            case "APPROVALS" -> approvals();
            default -> throw new IllegalArgumentException(report);
        };
    }

    // ---- people ---------------------------------------------------------------------------------------------------

    private record Person(UUID id, Instant first, String channel, String consultant, List<Instant> visits) {}

    private List<Person> people() {
        var people = new ArrayList<Person>();
        for (var id : new HashSet<>(standing.values())) {
            var earliest = of(CustomerEvent.CustomerRegistered.class).stream()
                    .filter(it -> id.equals(standing.get(it.customer())))
                    .min(Comparator.comparing(CustomerEvent.CustomerRegistered::at))
                    .orElseThrow();
            var contacts = of(CustomerEvent.OfCustomer.class).stream()
                    .filter(it -> id.equals(standing.get(it.customer())))
                    .filter(it -> it instanceof CustomerEvent.CustomerRegistered
                            || it instanceof CustomerEvent.CallLogged
                            || it instanceof CustomerEvent.VisitReceived)
                    .map(Event::at)
                    .sorted()
                    .toList();
            var visits = of(CustomerEvent.VisitReceived.class).stream()
                    .filter(it -> id.equals(standing.get(it.customer())))
                    .map(Event::at)
                    .sorted()
                    .toList();
            people.add(new Person(id, contacts.getFirst(), earliest.channel(), earliest.owner(), visits));
        }
        return people;
    }

    private Map<UUID, Person> byId() {
        var byId = new HashMap<UUID, Person>();
        people().forEach(it -> byId.put(it.id(), it));
        return byId;
    }

    private List<Thing> cohort(String by) {
        var found = new ArrayList<Thing>();
        for (var person : people()) {
            if (!isIn(person.first())) {
                continue;
            }
            var part = part(by, person.channel(), person.consultant(), person.first());
            found.add(new Thing("CONTACTED", part, NONE));
            if (!person.visits().isEmpty()) {
                found.add(new Thing("VISITED", part, NONE));
            }
            if (person.visits().size() > 1) {
                found.add(new Thing("REVISITED", part, NONE));
            }
            STEPS.forEach((figure, step) -> {
                if (deals().stream()
                        .anyMatch(deal ->
                                person.id().equals(standing.get(deal.customer())) && step.apply(deal) != null)) {
                    found.add(new Thing(figure, part, NONE));
                }
            });
        }
        return found;
    }

    private List<Thing> calendar(String by) {
        var found = new ArrayList<Thing>();
        var people = byId();
        for (var person : people.values()) {
            if (isIn(person.first())) {
                found.add(
                        new Thing("CONTACTED", part(by, person.channel(), person.consultant(), person.first()), NONE));
            }
        }
        for (var visit : of(CustomerEvent.VisitReceived.class)) {
            var person = people.get(standing.get(visit.customer()));
            if (isIn(visit.at())) {
                found.add(new Thing(
                        visit.at().equals(person.visits().getFirst()) ? "VISITED" : "REVISITED",
                        part(by, person.channel(), visit.owner(), visit.at()),
                        NONE));
            }
        }
        for (var deal : deals()) {
            STEPS.forEach((figure, step) -> {
                var at = step.apply(deal);
                if (at != null && isIn(at)) {
                    var channel = people.get(standing.get(deal.customer())).channel();
                    found.add(new Thing(figure, part(by, channel, deal.consultant(), at), deal.total()));
                }
            });
        }
        return found;
    }

    private List<Thing> dossiers(String by) {
        var last = new HashMap<UUID, Integer>();
        of(CustomerEvent.DossierFilled.class).forEach(it -> last.put(it.customer(), it.filled()));
        var most = new HashMap<UUID, Integer>();
        last.forEach((record, filled) -> most.merge(standing.get(record), filled, Math::max));
        return people().stream()
                .filter(person -> isIn(person.first()))
                .map(person -> {
                    int filled = most.getOrDefault(person.id(), 0);
                    var figure = filled == 0 ? "EMPTY" : filled == 42 ? "WHOLE" : filled >= 21 ? "HALF" : "BEGUN";
                    var part = part(by, person.channel(), person.consultant(), person.first());
                    return new Thing("DOSSIER_" + figure, part, NONE);
                })
                .toList();
    }

    // ---- deals ----------------------------------------------------------------------------------------------------

    private record Deal(
            UUID id,
            UUID customer,
            String consultant,
            BigDecimal total,
            @Nullable Instant ticket,
            @Nullable Instant deposit,
            @Nullable Instant contract,
            @Nullable Instant filed) {}

    private static final Map<String, Function<Deal, @Nullable Instant>> STEPS = Map.of(
            "TICKETED", Deal::ticket, "DEPOSITED", Deal::deposit, "CONTRACTED", Deal::contract, "FILED", Deal::filed);

    private List<Deal> deals() {
        return of(DealEvent.TicketIssued.class).stream()
                .map(ticket -> new Deal(
                        ticket.deal(),
                        ticket.customer(),
                        ticket.consultant(),
                        of(DealEvent.OrderFormSigned.class).stream()
                                .filter(it -> it.deal().equals(ticket.deal()))
                                .map(it -> it.terms().total())
                                .findFirst()
                                .orElse(NONE),
                        ticket.at(),
                        at(DealEvent.DepositTaken.class, ticket.deal()),
                        at(DealEvent.ContractSigned.class, ticket.deal()),
                        at(DealEvent.DealFiled.class, ticket.deal())))
                .toList();
    }

    private @Nullable Instant at(Class<? extends DealEvent> type, UUID deal) {
        return of(type).stream()
                .filter(it -> it.deal().equals(deal))
                .map(Event::at)
                .findFirst()
                .orElse(null);
    }

    private Deal deal(UUID id) {
        return deals().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    private List<Thing> sellThrough(String by) {
        var found = new ArrayList<Thing>();
        var released = of(InventoryEvent.UnitStateChanged.class).stream()
                .filter(it -> it.described() != null)
                .toList();
        for (var unit : released) {
            var last = of(InventoryEvent.UnitStateChanged.class).stream()
                    .filter(it -> it.unit().equals(unit.unit()))
                    .toList()
                    .getLast()
                    .to();
            var part =
                    switch (by) {
                        case "BUILDING" -> unit.described().building();
                        default ->
                            unit.described().layout() == null
                                    ? ""
                                    : unit.described().layout();
                    };
            var isSold = last != UnitState.AVAILABLE && last != UnitState.HELD;
            found.add(new Thing("RELEASED", part, NONE));
            found.add(new Thing(isSold ? "SOLD" : "LEFT", part, NONE));
        }
        return found;
    }

    private List<Thing> collections(String by) {
        var found = new ArrayList<Thing>();
        for (var event : of(DealEvent.Money.class)) {
            var what =
                    switch (event) {
                        case DealEvent.DepositTaken _ -> "DEPOSIT";
                        case DealEvent.PaymentReceived _ -> "PAYMENT";
                        case DealEvent.ReceiptVoided _ -> "REVERSAL";
                        default -> null;
                    };
            var on = event.entry().countsOn();
            if (what != null && !on.isBefore(from) && !on.isAfter(to)) {
                found.add(new Thing(
                        "COLLECTED",
                        by.equals("WEEK") ? monday(on).toString() : what,
                        event.entry().postings().getFirst().debit()));
            }
        }
        return found;
    }

    private record Due(UUID deal, String label, LocalDate on, BigDecimal amount, BigDecimal paid) {}

    /// What came in, poured over the lines in the order of their dates; only the last payment is ever
    /// voided.
    private List<Due> dues() {
        var dues = new ArrayList<Due>();
        for (var schedule : of(DealEvent.PaymentScheduleChanged.class)) {
            var rest = new BigDecimal("50000.00");
            for (var paid : of(DealEvent.PaymentReceived.class)) {
                var isVoid = of(DealEvent.ReceiptVoided.class).stream()
                        .anyMatch(it ->
                                it.deal().equals(paid.deal()) && it.receipt().equals(paid.receipt()));
                if (paid.deal().equals(schedule.deal()) && !isVoid) {
                    rest = rest.add(paid.amount());
                }
            }
            for (var line : schedule.schedule()) {
                var part = rest.min(line.amount());
                rest = rest.subtract(part);
                dues.add(new Due(schedule.deal(), line.label(), line.on(), line.amount(), part));
            }
        }
        return dues;
    }

    private List<Thing> fallingDue(String by) {
        var found = new ArrayList<Thing>();
        for (var due : dues()) {
            if (due.on().isBefore(from) || due.on().isAfter(to)) {
                continue;
            }
            var part = by.equals("WEEK") ? monday(due.on()).toString() : due.label();
            found.add(new Thing("PLANNED", part, due.amount()));
            if (due.paid().signum() > 0) {
                found.add(new Thing("PAID", part, due.paid()));
            }
            if (due.amount().compareTo(due.paid()) > 0) {
                found.add(new Thing("OPEN", part, due.amount().subtract(due.paid())));
            }
        }
        return found;
    }

    private List<Thing> overdue(String by) {
        var found = new ArrayList<Thing>();
        for (var due : dues()) {
            var days = today.toEpochDay() - due.on().toEpochDay();
            if (days > 0 && due.amount().compareTo(due.paid()) > 0) {
                var age = days <= 30 ? "1-30" : days <= 60 ? "31-60" : days <= 90 ? "61-90" : "91-";
                found.add(new Thing(
                        "OVERDUE",
                        by.equals("AGE") ? age : deal(due.deal()).consultant(),
                        due.amount().subtract(due.paid())));
            }
        }
        return found;
    }

    private List<Thing> ranking() {
        var found = new ArrayList<Thing>();
        people().stream()
                .filter(it -> isIn(it.first()))
                .forEach(it -> found.add(new Thing("NEW_CUSTOMERS", it.consultant(), NONE)));
        of(CustomerEvent.VisitReceived.class).stream()
                .filter(it -> isIn(it.at()))
                .forEach(it -> found.add(new Thing("RECEPTIONS", it.receiver(), NONE)));
        Map.of("DEPOSITS", "DEPOSITED", "CONTRACTS", "CONTRACTED", "FILINGS", "FILED")
                .forEach((figure, step) -> deals().forEach(deal -> {
                    var at = STEPS.get(step).apply(deal);
                    if (at != null && isIn(at)) {
                        found.add(new Thing(figure, deal.consultant(), deal.total()));
                    }
                }));
        of(DealEvent.DealRefunded.class).stream()
                .filter(it -> isIn(it.at()))
                .forEach(it -> found.add(new Thing(
                        "REFUNDS", deal(it.deal()).consultant(), deal(it.deal()).total())));
        for (var event : of(DealEvent.Money.class)) {
            var on = event.entry().countsOn();
            var isMoney = event instanceof DealEvent.DepositTaken
                    || event instanceof DealEvent.PaymentReceived
                    || event instanceof DealEvent.ReceiptVoided;
            if (isMoney && !on.isBefore(from) && !on.isAfter(to)) {
                found.add(new Thing(
                        "COLLECTED",
                        deal(event.deal()).consultant(),
                        event.entry().postings().getFirst().debit()));
            }
        }
        of(CommissionEvent.CommissionEarned.class).stream()
                .filter(it -> isIn(it.at()))
                .forEach(it -> it.shares()
                        .forEach(share -> found.add(new Thing("COMMISSION", share.consultant(), share.amount()))));
        return found;
    }

    private List<Thing> notBuying() {
        return of(CustomerEvent.CustomerGivenUp.class).stream()
                .filter(it -> isIn(it.at()))
                .map(it -> new Thing("GIVEN_UP", it.objection(), NONE))
                .toList();
    }

    private List<Thing> reception() {
        return of(CustomerEvent.VisitReceived.class).stream()
                .filter(it -> isIn(it.at()))
                .map(it -> new Thing(it.reason().name(), it.receiver(), NONE))
                .toList();
    }

    private List<Thing> endings() {
        var found = new ArrayList<Thing>();
        for (var event : of(DealEvent.class)) {
            if (!isIn(event.at())) {
                continue;
            }
            if (event instanceof DealEvent.DealRefunded refund) {
                var category = of(DealEvent.RefundRequested.class).stream()
                        .filter(it -> it.request().equals(refund.request()))
                        .findFirst()
                        .orElseThrow()
                        .fields()
                        .get("category");
                found.add(new Thing("REFUNDED", category, refund.penalty()));
            } else if (event instanceof DealEvent.DealLapsed lapsed) {
                found.add(new Thing("LAPSED", "DECIDED", lapsed.forfeited()));
            } else if (event instanceof DealEvent.TicketReturned) {
                found.add(new Thing("RETURNED", "DECIDED", NONE));
            }
        }
        return found;
    }

    private List<Thing> approvals() {
        return of(ApprovalEvent.RefundApproved.class).stream()
                .filter(it -> isIn(it.at()))
                .map(_ -> new Thing("APPROVED", "REFUND", NONE))
                .toList();
    }

    // ---- time -----------------------------------------------------------------------------------------------------

    private String part(String by, String channel, String consultant, Instant at) {
        return switch (by) {
            case "CHANNEL" -> channel;
            case "CONSULTANT" -> consultant;
            case "WEEK" -> monday(day(at)).toString();
            default -> "";
        };
    }

    private boolean isIn(Instant at) {
        return !day(at).isBefore(from) && !day(at).isAfter(to);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneId.of("Asia/Shanghai"));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private <E> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
