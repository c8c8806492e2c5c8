package org.anchang.approval.chain;

import static org.anchang.kit.problem.Refused.refuse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anchang.approval.ApprovalAction;
import org.anchang.approval.ApprovalRefusal;
import org.anchang.approval.Form;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// APR-1: the chains of a project.
@Path("/api/v1/approval-chains")
@RunOnVirtualThread
@Tag(name = "Approval chains")
public class ChainResource {
    /// @param validFrom left out: today
    public record WriteChain(
            @NotBlank String project,
            @NotNull Form form,
            @NotEmpty @Size(max = 20) List<Course.@NotNull @Valid Stage> stages,
            @Nullable LocalDate validFrom,
            @NotBlank @Size(max = 2000) String reason) {}

    /// @param current     whether a form that is asked for today is signed by it
    /// @param confirmed   whether it counts from its date on; the chain of the printed form needs nobody's
    ///     word
    /// @param confirmedBy who said so, never its author
    public record WrittenChain(
            UUID id,
            String project,
            Form form,
            int version,
            boolean current,
            List<Course.Stage> stages,
            LocalDate validFrom,
            String author,
            String reason,
            Instant writtenAt,
            boolean confirmed,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            List<Action> actions) {}

    private static final Offer WRITE = Offer.of(ApprovalAction.WRITE_NEXT_VERSION, ChainResource.class, "write");
    private static final Offer CONFIRM = Offer.of(ApprovalAction.CONFIRM, ChainResource.class, "confirm");

    @Inject
    Chains chains;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            summary = "Write the next version of a form's chain; running approvals keep theirs",
            description = "It counts once a second person has confirmed it, an administrator or general manager who is"
                    + " not its author; until then forms go by the version before. Administrators and its author sign"
                    + " nothing under it. Discount, swap, rename and refund keep a step of the general manager or"
                    + " finance, a layout change one of them or the cost auditor, a void one of the site manager, sales"
                    + " manager or general manager, each without a condition.")
    public WrittenChain write(@NotNull @Valid WriteChain request) {
        caller.mustBeBoundTo(request.project());
        var from = beginning(request.validFrom());
        var subject = new Chain.Subject(request.project(), request.form());
        var text = new Chain.Text(new Course(request.stages()), from, request.reason());
        return answer(List.of(chains.write(subject, text, caller.name()))).getFirst();
    }

    /// @param from      the project whose chains are taken, as forms are signed by them today
    /// @param validFrom left out: today
    public record CopyChains(
            @NotBlank String project,
            @NotBlank String from,
            @Nullable LocalDate validFrom,
            @NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Path("/copies")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            summary = "Write another project's chains as the next versions here, where they differ",
            description = "Each waits for a second person's word like any other (APR-7); none for a form that is signed"
                    + " alike in both, or for which the same chain was written here last")
    public Page<WrittenChain> copy(@NotNull @Valid CopyChains wish) {
        caller.mustBeBoundTo(wish.project());
        caller.mustBeBoundTo(wish.from());
        var from = beginning(wish.validFrom());
        var written = chains.copy(wish.from(), wish.project(), new Chains.Copy(from, wish.reason(), caller.name()));
        return new Page<>(answer(written), null);
    }

    private LocalDate beginning(@Nullable LocalDate validFrom) {
        var from = Objects.requireNonNullElse(validFrom, clock.today());
        if (from.isBefore(clock.today())) {
            throw refuse(ApprovalRefusal.CHAIN_IS_NOT_LATER).with("earliest", clock.today());
        }
        return from;
    }

    @POST
    @Path("/{id}/confirm")
    @Idempotent
    @RolesAllowed({Role.ADMINISTRATOR, Role.GENERAL_MANAGER})
    @Operation(
            summary = "Say that a chain counts; never its author",
            description = "From its date on, forms that are asked for go by it, if no later version counts.")
    public WrittenChain confirm(@PathParam("id") UUID id) {
        var hand = new Chain.Hand(caller.name(), clock.instant());
        return answer(List.of(chains.confirm(caller.scope(), id, hand))).getFirst();
    }

    @GET
    @Snapshot
    @RolesAllowed({Role.SALES, Role.FINANCE, Role.ENGINEERING, Role.COST_AUDITOR, Role.ADMINISTRATOR})
    @Operation(summary = "All versions of a project's chains, the newest of each form first")
    public Page<WrittenChain> list(
            @NotNull @QueryParam("project") String project, @QueryParam("form") @Nullable Form form) {
        caller.mustBeBoundTo(project);
        return new Page<>(answer(chains.of(project, form)), null);
    }

    /// @param written all of one project
    private List<WrittenChain> answer(List<Chain> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        var confirmations = chains.confirmations(written);
        var inForce = chains.inForce(written.getFirst().project());
        return written.stream()
                .map(chain -> {
                    var isCurrent =
                            inForce.getOrDefault(chain.form(), chain.id()).equals(chain.id());
                    return answer(chain, isCurrent, confirmations.get(chain.id()));
                })
                .toList();
    }

    private WrittenChain answer(Chain chain, boolean isCurrent, Chains.@Nullable Confirmation confirmation) {
        var confirmed = chain.isDefault() || confirmation != null;
        var mayConfirm = !confirmed
                && caller.holds(chain.project(), Role.ADMINISTRATOR, Role.GENERAL_MANAGER)
                && !chain.author().equals(caller.name());
        return new WrittenChain(
                chain.id(),
                chain.project(),
                chain.form(),
                chain.version(),
                isCurrent,
                chain.course().stages(),
                chain.validFrom(),
                chain.author(),
                chain.reason(),
                chain.writtenAt(),
                confirmed,
                confirmation == null ? null : confirmation.by(),
                confirmation == null ? null : confirmation.at(),
                List.of(WRITE.to(caller, chain.project()), CONFIRM.on(mayConfirm, chain.id())));
    }
}
