package org.anchang.customer.loss;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.Texts;
import org.anchang.kit.Action;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Place;
import org.anchang.kit.snapshot.Snapshot;
import org.anchang.kit.sql.Database;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// TRK-3, TRK-6: customers who did not buy.
@Path("/api/v1/losses")
@RunOnVirtualThread
@Tag(name = "Losses")
public class LossResource {
    /// @param units that the customer has asked about
    public record GiveUp(
            @NotNull UUID customer,
            @NotNull Objection objection,
            @NotBlank @Size(max = 1000) String reason,
            @Nullable @Size(max = 500) String units) {}

    /// @param pool whether the customer goes to the public pool (TRK-5)
    public record ConfirmLoss(
            boolean pool, @Nullable @Size(max = 500) String word) {}

    /// @param word what the consultant is to try yet
    public record ReturnLoss(@NotBlank @Size(max = 500) String word) {}

    /// @param content what was noted; for the customer's owner and the site manager alone
    public record VisitOfLoss(LocalDate on, String receiver, @Nullable String content) {}

    /// A row of the report on customers who did not buy.
    ///
    /// @param reason      for the customer's owner and the site manager alone, as are the other texts
    /// @param viewedFirst the day of the first visit
    /// @param days        from then until the customer was given up
    /// @param visits      the last ones, twenty at most
    public record ShownLoss(
            UUID id,
            String project,
            UUID customer,
            String customerName,
            Loss.State state,
            Objection objection,
            @Nullable String reason,
            @Nullable String units,
            @Nullable LocalDate viewedFirst,
            @Nullable Integer days,
            List<VisitOfLoss> visits,
            String appliedBy,
            Instant appliedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String word,
            List<Action> actions) {}

    record Visited(UUID visit, UUID customer, Instant receivedAt, String receiver, @Nullable String note) {}

    private static final String VISITS = """
            SELECT last.visit, r.customer, last.received_at, last.receiver, last.note
            FROM customer_record r
            CROSS JOIN LATERAL (
                SELECT v.visit, v.received_at, v.receiver, v.note FROM received_visit v WHERE v.customer = r.record
                ORDER BY v.received_at DESC LIMIT 20) last
            WHERE r.customer = ANY (:customers) ORDER BY last.received_at DESC""";

    @Inject
    Losses losses;

    @Inject
    GivingUp givingUp;

    @Inject
    Customers customers;

    @Inject
    Database database;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.CONSULTANT)
    @Operation(summary = "Apply for giving up an own customer, with what kept them from buying")
    public ShownLoss apply(@NotNull @Valid GiveUp wish) {
        return written(givingUp.apply(wish));
    }

    @POST
    @Path("/{id}/confirmation")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Confirm that the customer is given up")
    public ShownLoss confirm(@PathParam("id") UUID id, @NotNull @Valid ConfirmLoss wish) {
        return written(givingUp.confirm(id, wish));
    }

    @POST
    @Path("/{id}/return")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Return the application: the consultant goes on with the customer")
    public ShownLoss giveBack(@PathParam("id") UUID id, @NotNull @Valid ReturnLoss wish) {
        return written(givingUp.giveBack(id, wish));
    }

    @GET
    @Snapshot
    @RolesAllowed({
        Role.CONSULTANT,
        Role.SITE_MANAGER,
        Role.SALES_SUPERVISOR,
        Role.SALES_MANAGER,
        Role.SALES_STATISTICIAN,
        Role.GENERAL_MANAGER
    })
    @Operation(summary = "Customers who did not buy, applied for last first; consultants see those of own customers")
    public Page<ShownLoss> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("customer") @Nullable UUID customer,
            @QueryParam("state") Loss.@Nullable State state,
            @QueryParam("objection") @Nullable Objection objection,
            @Valid @BeanParam PageRequest page) {
        var found = losses.list(
                caller.scope(), new Losses.Filter(project, customers.present(customer), state, objection), page);
        return texts.each(found, Loss::customer, shown(found.items()));
    }

    private ShownLoss written(Loss loss) {
        return requireNonNull(shown(List.of(loss)).apply(loss)).apply(texts.written());
    }

    private Function<Loss, Function<Texts.Reading, ShownLoss>> shown(List<Loss> all) {
        var about = all.stream().map(Loss::customer).toList();
        var names = texts.names(about);
        var visits = visits(about);
        return loss -> read -> shown(loss, names, visits.getOrDefault(loss.customer(), List.of()), read);
    }

    private Map<UUID, List<Visited>> visits(List<UUID> about) {
        return about.isEmpty()
                ? Map.of()
                : database.sql(VISITS).with("customers", about).rows(Visited.class).stream()
                        .collect(Collectors.groupingBy(Visited::customer));
    }

    private ShownLoss shown(Loss loss, Map<UUID, String> names, List<Visited> visits, Texts.Reading read) {
        var open = loss.state() == Loss.State.APPLIED;
        var decides = open
                && caller.holds(loss.project(), Role.SITE_MANAGER)
                && !loss.appliedBy().equals(caller.name());
        var viewed = loss.viewedFirst();
        return new ShownLoss(
                loss.id(),
                loss.project(),
                loss.customer(),
                requireNonNull(names.get(loss.customer())),
                loss.state(),
                loss.objection(),
                read.of(loss.reason(), loss.place("reason")),
                read.of(loss.units(), loss.place("units")),
                viewed,
                viewed == null
                        ? null
                        : Math.toIntExact(ChronoUnit.DAYS.between(viewed, OfficeClock.dateOf(loss.appliedAt()))),
                visits.stream()
                        .map(visit -> new VisitOfLoss(
                                OfficeClock.dateOf(visit.receivedAt()),
                                visit.receiver(),
                                read.of(visit.note(), new Place("visit", "note", visit.visit()))))
                        .toList(),
                loss.appliedBy(),
                loss.appliedAt(),
                loss.decidedBy(),
                loss.decidedAt(),
                read.of(loss.word(), loss.place("word")),
                open
                        ? List.of(
                                Action.post(
                                        CustomerAction.CONFIRM,
                                        "/api/v1/losses/" + loss.id() + "/confirmation",
                                        decides,
                                        Role.SITE_MANAGER),
                                Action.post(
                                        CustomerAction.RETURN,
                                        "/api/v1/losses/" + loss.id() + "/return",
                                        decides,
                                        Role.SITE_MANAGER))
                        : List.of());
    }
}
