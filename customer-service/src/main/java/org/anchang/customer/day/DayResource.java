package org.anchang.customer.day;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// TRK-1, CAR-1, CAR-2, TEL-1, TEL-2, APR-2, INV-5, DEP-2: what waits for somebody today.
@Path("/api/v1/day")
@RunOnVirtualThread
@Tag(name = "Tracking")
@Authenticated
public class DayResource {
    /// @param of         the kinds in the order in which one does them
    /// @param unanswered the services that did not answer in time: what waits there is not in the answer
    public record Day(LocalDate on, List<WaitingKind> of, List<Neighbour> unanswered) {}

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
    Neighbours neighbours;

    @Inject
    ShowingDay showing;

    @Inject
    Caller caller;

    @GET
    @Operation(
            summary = "What waits for the caller today, here and in other services: receptions, holds, messages, calls,"
                    + " signatures, plans, complaints, greetings, new ones, top-ups and contracts",
            description =
                    "A few of each kind, what was due first before the others, and how many there are; a superior sees"
                            + " what waits for anybody, of holds and signatures the own. `unanswered`: whose part is"
                            + " missing, because that service did not answer in time")
    public Day day(@NotBlank @QueryParam("project") String project) {
        caller.mustBeBoundTo(project);
        // Before anything is read here: nobody waits for a neighbour in a transaction.
        var asked = neighbours.asked(project, Days.MOST, caller.holds(project, Role.CONSULTANT));
        return showing.day(project, asked);
    }
}
