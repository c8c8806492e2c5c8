package org.anchang.customer.day;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Texts;
import org.anchang.kit.Action;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.page.Page;
import org.anchang.kit.seal.Place;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// TRK-1, CAR-1, CAR-2, TEL-1, TEL-2: what waits for somebody today.
@Path("/api/v1/day")
@RunOnVirtualThread
@Tag(name = "Tracking")
@RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR})
public class DayResource {
    /// @param of    the kinds in the order in which one does them
    public record Day(LocalDate on, List<WaitingKind> of) {}

    /// @param count how many there are
    /// @param late  how many of them were due before today
    /// @param items the first of them
    public record WaitingKind(DayKind kind, long count, long late, List<WaitingItem> items) {}

    /// @param id           of the plan, the task, the message …
    /// @param customerName in full for the customer's owner and the site manager, masked for others (SEC-1)
    /// @param of           who is to do it; nobody: whoever is there
    /// @param dueOn        the day, or that since which it waits
    /// @param texts        by the name of the field, for whoever may read them
    /// @param facts        the rest, by name
    public record WaitingItem(
            UUID id,
            @Nullable UUID customer,
            @Nullable String customerName,
            @Nullable String of,
            LocalDate dueOn,
            @Nullable Instant at,
            boolean late,
            Map<String, String> texts,
            Map<String, String> facts,
            List<Action> actions) {}

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

    @GET
    @Snapshot
    @Operation(
            summary =
                    "What waits for the caller today: receptions, messages, calls, plans, complaints, greetings, new ones",
            description =
                    "A few of each kind, what was due first before the others, and how many there are; a superior sees"
                            + " what waits for anybody")
    public Day day(@NotBlank @QueryParam("project") String project) {
        var found = days.of(project);
        var names = texts.names(
                found.stream().map(Days.Item::customer).filter(Objects::nonNull).toList());
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
        return new Day(
                clock.today(),
                List.of(DayKind.values()).stream()
                        .map(kind -> waiting(kind, found, shown))
                        .filter(waiting -> waiting.count() > 0)
                        .toList());
    }

    private record Shown(DayKind kind, UUID id, WaitingItem item) {}

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
                texts.together(item.facts()),
                actions(project, item));
    }

    private List<Action> actions(String project, Days.Item item) {
        return switch (item.kind()) {
            case MESSAGE ->
                List.of(Action.post(CustomerAction.READ, "/api/v1/messages/" + item.thing() + "/read", true));
            case PLAN, NEW_CUSTOMER ->
                List.of(Action.post(
                        CustomerAction.FOLLOW_UP,
                        "/api/v1/follow-ups",
                        caller.name().equals(item.person()) && caller.holds(project, Role.CONSULTANT),
                        Role.CONSULTANT));
            case RECEPTION, MISSED_CALL, COMPLAINT, CARE -> List.of();
        };
    }
}
