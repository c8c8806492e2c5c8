package org.anchang.customer.day;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Texts;
import org.anchang.customer.call.message.MessageResource;
import org.anchang.customer.day.DayResource.Day;
import org.anchang.customer.day.DayResource.WaitingItem;
import org.anchang.customer.day.DayResource.WaitingKind;
import org.anchang.customer.day.Neighbours.Thing;
import org.anchang.customer.tracking.FollowUpResource;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.page.Page;
import org.anchang.kit.seal.Place;
import org.anchang.kit.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/// The sheet of a day: what this service has, as of one moment, and what its neighbours have said.
@ApplicationScoped
class ShowingDay {
    private record Shown(DayKind kind, UUID id, WaitingItem item) {}

    private static final Offer READ = Offer.of(CustomerAction.READ, MessageResource.class, "readMessage");
    private static final Offer FOLLOW_UP = Offer.of(CustomerAction.FOLLOW_UP, FollowUpResource.class, "follow");

    @Inject
    Days days;

    @Inject
    Texts texts;

    @Inject
    Looks looks;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @Snapshot
    Day day(String project, Neighbours.Answered asked) {
        var sells = caller.holds(project, Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR);
        var found = days.of(caller.scope(), project, sells);
        var things = asked.waiting().stream().flatMap(waiting -> waiting.things().stream());
        var names = texts.names(Stream.concat(found.stream().map(Days.Item::customer), things.map(Thing::customer))
                .filter(Objects::nonNull)
                .toList());
        var kinds = new ArrayList<>(own(project, found, names));
        asked.waiting().stream()
                .map(waiting -> new WaitingKind(
                        waiting.kind(),
                        waiting.count(),
                        waiting.late(),
                        waiting.things().stream()
                                .map(thing -> shown(thing, names))
                                .toList()))
                .forEach(kinds::add);
        return new Day(
                clock.today(),
                Stream.of(DayKind.values())
                        .flatMap(kind -> kinds.stream().filter(one -> one.kind() == kind && one.count() > 0))
                        .toList(),
                asked.unanswered().stream().sorted().toList());
    }

    private List<WaitingKind> own(String project, List<Days.Item> found, Map<UUID, String> names) {
        looks.keepAll(found.stream()
                .filter(item -> item.kind() == DayKind.MESSAGE)
                .map(item -> new Looks.At("message", item.thing(), project, Looks.Right.OWNER))
                .toList());
        var about = found.stream().filter(item -> item.customer() != null).toList();
        var shown = new ArrayList<>(texts.each(
                        new Page<>(about, null),
                        item -> Objects.requireNonNull(item.customer()),
                        item -> read -> new Shown(item.kind(), item.thing(), shown(project, item, names, read)))
                .items());
        found.stream()
                .filter(item -> item.customer() == null)
                .map(item -> new Shown(item.kind(), item.thing(), shown(project, item, names, texts.written())))
                .forEach(shown::add);
        return Stream.of(DayKind.values())
                .map(kind -> waiting(kind, found, shown))
                .toList();
    }

    private static WaitingKind waiting(DayKind kind, List<Days.Item> found, List<Shown> shown) {
        var first = found.stream().filter(item -> item.kind() == kind).findFirst();
        return new WaitingKind(
                kind,
                first.map(Days.Item::count).orElse(0L),
                first.map(Days.Item::late).orElse(0L),
                shown.stream()
                        .filter(one -> one.kind() == kind)
                        .map(Shown::item)
                        .toList());
    }

    private WaitingItem shown(String project, Days.Item item, Map<UUID, String> names, Texts.Reading read) {
        return new WaitingItem(
                item.thing(),
                item.customer(),
                item.customer() == null ? null : names.get(item.customer()),
                item.person(),
                item.dueOn(),
                item.at(),
                item.dueOn().isBefore(clock.today()),
                texts.together(item.texts(), column -> new Place(item.place(), column, item.thing()), read),
                item.facts(),
                actions(project, item));
    }

    private static WaitingItem shown(Thing thing, Map<UUID, String> names) {
        return new WaitingItem(
                thing.id(),
                thing.customer(),
                name(thing, names),
                thing.of(),
                thing.dueOn(),
                thing.at(),
                thing.late(),
                Map.of(),
                thing.facts(),
                List.of());
    }

    /// In full where the caller reads it so here; the other service shows a mask to everybody.
    private static @Nullable String name(Thing thing, Map<UUID, String> names) {
        var customer = thing.customer();
        var known = customer == null ? null : names.get(customer);
        return known == null ? thing.customerName() : known;
    }

    private List<Action> actions(String project, Days.Item item) {
        return switch (item.kind()) {
            case MESSAGE -> List.of(READ.on(true, item.thing()));
            case PLAN, NEW_CUSTOMER ->
                List.of(FOLLOW_UP.on(caller.name().equals(item.person()) && caller.holds(project, Role.CONSULTANT)));
            case RECEPTION, MISSED_CALL, COMPLAINT, CARE, HOLD, APPROVAL, TOP_UP, SIGNING, TICKET -> List.of();
        };
    }
}
