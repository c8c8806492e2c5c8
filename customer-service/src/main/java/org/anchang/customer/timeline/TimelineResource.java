package org.anchang.customer.timeline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.CustomerPrinting;
import org.anchang.customer.Customers;
import org.anchang.customer.Texts;
import org.anchang.customer.merging.MergeResource;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Place;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CUS-9: one timeline of all that happened with a customer.
@Path("/api/v1/customers/{id}/timeline")
@RunOnVirtualThread
@Tag(name = "Customers")
@RolesAllowed({Role.CONSULTANT, Role.SALES_SUPERVISOR, Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
public class TimelineResource {
    /// @param id    of the visit, the follow-up, the event …
    /// @param what  more exactly, e.g. `MISSED_CALL`, `CLAIMED`, `DepositTaken`
    /// @param at    of what is only planned: its day
    /// @param by    who did, decided or planned it
    /// @param texts what was written about it, by the name of the field; for the customer's owner and the site
    ///     manager alone
    /// @param facts the rest, by name, e.g. `grade`, `amount`, `dueOn`
    public record ShownEntry(
            UUID id,
            EntryKind kind,
            String what,
            Instant at,
            @Nullable String by,
            Map<String, String> texts,
            Map<String, String> facts,
            List<Action> actions) {}

    private static final Offer UNMERGE = Offer.of(CustomerAction.UNMERGE, MergeResource.class, "unmerge");

    @Inject
    Timeline timeline;

    @Inject
    Customers customers;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(
            summary = "All that happened with a customer, the latest first",
            description = "`kind`, once or several times: only such entries")
    public Page<ShownEntry> list(
            @PathParam("id") UUID id,
            @QueryParam("kind") Set<@NotNull EntryKind> kinds,
            @Valid @BeanParam PageRequest page) {
        var customer = customers.get(caller.scope(), id);
        var some = kinds.isEmpty() ? EnumSet.noneOf(EntryKind.class) : EnumSet.copyOf(kinds);
        var found = timeline.of(customer, some, page);
        var read = texts.of(customer);
        return found.map(entry -> shown(customer, entry, read));
    }

    private ShownEntry shown(Customer customer, Timeline.TimelineEntry entry, Texts.Reading read) {
        return new ShownEntry(
                entry.entry(),
                entry.kind(),
                entry.what(),
                entry.at(),
                entry.person(),
                texts.together(entry.texts(), column -> new Place(entry.place(), column, entry.entry()), read),
                entry.facts(),
                actions(customer, entry, entry.facts().containsKey("undoneBy")));
    }

    private List<Action> actions(Customer customer, Timeline.TimelineEntry entry, boolean isUndone) {
        if (entry.kind() == EntryKind.VISIT) {
            return List.of(CustomerPrinting.of("visit-confirmation", entry.entry(), customer.project(), caller));
        }
        return entry.what().equals("MERGED") && entry.kind() == EntryKind.MERGE && !isUndone
                ? List.of(UNMERGE.to(caller, customer.project(), customer.id(), entry.entry()))
                : List.of();
    }
}
