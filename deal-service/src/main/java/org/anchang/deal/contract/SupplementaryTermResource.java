package org.anchang.deal.contract;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deals;
import org.anchang.deal.answer.DealAction;
import org.anchang.deal.answer.Texts;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// CON-5: supplementary terms (补充条款) of contracts.
@Path("/api/v1/supplementary-terms")
@RunOnVirtualThread
@Tag(name = "Contracts")
public class SupplementaryTermResource {
    private static final String[] APPROVERS = {Role.SALES_MANAGER, Role.GENERAL_MANAGER};
    private static final Offer APPROVE = Offer.of(DealAction.APPROVE_TERM, SupplementaryTermResource.class, "approve");

    public record WriteTerm(
            @NotNull UUID deal, @NotBlank @Size(max = 1000) String text) {}

    /// @param text for the deal's consultant, the managers who approve it, and its author (CUS-6); it
    /// stands on the contract
    @Schema(name = "SupplementaryTerm")
    public record Term(
            UUID id,
            UUID deal,
            int number,
            @Nullable String text,
            String author,
            Instant writtenAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            List<Action> actions) {}

    @Inject
    SupplementaryTerms terms;

    @Inject
    Deals deals;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({
        Role.CONSULTANT,
        Role.SITE_MANAGER,
        Role.SALES_SUPERVISOR,
        Role.SALES_MANAGER,
        Role.FINANCE,
        Role.GENERAL_MANAGER
    })
    @Snapshot
    @Operation(summary = "CON-5: the supplementary terms of a deal, in the order in which they were written")
    public Page<Term> terms(@QueryParam("deal") @NotNull UUID deal) {
        var project = deals.get(caller.scope(), deal).project();
        return new Page<>(
                terms.of(deal).stream()
                        .map(term -> answer(term, project, reads(term, project)))
                        .toList(),
                null);
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "CON-5: write what differs from the contract's template text; it counts once it is approved")
    public Term write(@NotNull @Valid WriteTerm request) {
        return answer(
                terms.write(caller.scope(), request.deal(), request.text()),
                deals.get(caller.scope(), request.deal()).project(),
                false);
    }

    @POST
    @Path("/{id}/approval")
    @Idempotent
    @RolesAllowed({Role.SALES_MANAGER, Role.GENERAL_MANAGER})
    @Operation(summary = "CON-5: approve a supplementary term; not by its author")
    public Term approve(@PathParam("id") UUID id) {
        var term = terms.approve(caller.scope(), id);
        return answer(term, deals.get(caller.scope(), term.deal()).project(), false);
    }

    private boolean reads(SupplementaryTerms.Written term, String project) {
        return texts.isForCaller(project)
                || caller.holds(project, APPROVERS)
                || term.author().equals(caller.name());
    }

    /// @param reads whether the text is shown; answers to commands, which are kept, never show it
    private Term answer(SupplementaryTerms.Written term, String project, boolean reads) {
        var approve =
                APPROVE.on(caller.holds(project, APPROVERS) && !term.author().equals(caller.name()), term.id());
        return new Term(
                term.id(),
                term.deal(),
                term.number(),
                reads ? term.text() : null,
                term.author(),
                term.writtenAt(),
                term.approvedBy(),
                term.approvedAt(),
                term.approvedBy() == null ? List.of(approve) : List.of());
    }
}
