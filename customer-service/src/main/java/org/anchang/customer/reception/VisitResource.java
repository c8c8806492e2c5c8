package org.anchang.customer.reception;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.anchang.customer.Channel;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.CustomerPrinting;
import org.anchang.customer.Customers;
import org.anchang.customer.Partner;
import org.anchang.customer.Texts;
import org.anchang.events.CustomerEvent.ReceptionReason;
import org.anchang.kit.Action;
import org.anchang.kit.OffersByName;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// REC-2, REC-3: visits.
@Path("/api/v1/visits")
@RunOnVirtualThread
@Tag(name = "Reception")
public class VisitResource {
    /// @param broker       who of a partner brought them this time; left out, with `registration`: who brought the
    ///                     customer
    /// @param registration the partner's registration of them (报备)
    public record ReceiveVisitor(
            @NotBlank String project,
            @NotNull UUID customer,
            @Nullable @Size(max = 2000) String note,
            @Nullable @OneLine @Size(max = 100) String broker,
            @Nullable @OneLine @Size(max = 100) String registration) {}

    /// @param customerName in full for the customer's owner and the site manager, masked for others (SEC-1)
    /// @param absence what kept the owner away, where somebody else received
    /// @param note    for the customer's owner and the site manager alone
    /// @param arrival REC-10: the turn in which they were received; none where it was recorded without the queue
    /// @param rule    the rule that decided who receives
    /// @param channel by which they came; absent of a visit that another system recorded
    /// @param broker  who of a partner brought them, and the partner's `registration` of them (报备)
    public record ShownVisit(
            UUID id,
            String project,
            UUID customer,
            String customerName,
            String receiver,
            String owner,
            ReceptionReason reason,
            @Nullable UUID absence,
            @Nullable String note,
            Instant receivedAt,
            @Nullable UUID arrival,
            @Nullable ReceptionRule rule,
            @Nullable Channel channel,
            @Nullable String broker,
            @Nullable String registration,
            List<Action> actions) {}

    @Inject
    OffersByName offers;

    @Inject
    Visits visits;

    @Inject
    ReceivingVisitors receiving;

    @Inject
    Customers customers;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.CONSULTANT)
    @Operation(summary = "Receive a visitor: an own customer, or another's while that consultant is out")
    public ShownVisit receive(@NotNull @Valid ReceiveVisitor request) {
        var received = receiving.receive(request);
        return shown(received, texts.names(List.of(received.customer()))).apply(texts.written());
    }

    @GET
    @Snapshot
    @RolesAllowed(Role.SALES)
    @Operation(summary = "Visits in the order in which they were recorded; consultants see own ones only")
    public Page<ShownVisit> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("customer") @Nullable UUID customer,
            @Valid @BeanParam PageRequest page) {
        var found = visits.list(caller.scope(), new Visits.VisitFilter(project, customers.present(customer)), page);
        var names = texts.names(found.items().stream().map(Visit::customer).toList());
        return texts.each(found, Visit::customer, visit -> shown(visit, names));
    }

    private Function<Texts.Reading, ShownVisit> shown(Visit visit, Map<UUID, String> names) {
        return read -> new ShownVisit(
                visit.id(),
                visit.project(),
                visit.customer(),
                requireNonNull(names.get(visit.customer())),
                visit.receiver(),
                visit.owner(),
                visit.reason(),
                visit.absence(),
                read.of(visit.note(), Visit.noteOf(visit.id())),
                visit.receivedAt(),
                visit.arrival(),
                visit.rule(),
                visit.channel(),
                Partner.broker(visit.partner()),
                Partner.registration(visit.partner()),
                List.of(
                        offers.of(CustomerAction.FOLLOW_UP).on(visit.owner().equals(caller.name())),
                        CustomerPrinting.of(Visit.CONFIRMATION, visit.id(), visit.project(), caller)));
    }
}
