package org.anchang.deal.past;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.deal.Deals;
import org.anchang.deal.past.PastDeals.DealMoved;
import org.anchang.deal.past.PastDeals.DealStood;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.money.Money;
import org.anchang.kit.past.Past;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// AOF-1: a deal as it stood. Whoever may see the deal may see its past.
@Path("/api/v1/deals/{id}")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Deals")
public class PastDealResource {
    /// @param at          the moment that was asked for
    /// @param outstanding what was still to be paid of the price
    public record PastDeal(Instant at, DealStood deal, Money outstanding) {}

    /// @param before absent where there was no such deal yet
    /// @param moves  the stages that it came to in between
    public record DealDifference(@Nullable PastDeal before, PastDeal after, List<DealMoved> moves) {}

    @Inject
    Deals deals;

    @Inject
    PastDeals pastDeals;

    @Inject
    Past past;

    @Inject
    Caller caller;

    @GET
    @Path("/as-of")
    @Snapshot
    @Operation(summary = "AOF-1: the deal and its balance as they stood at a moment of the office")
    public PastDeal asOf(@PathParam("id") UUID id, @QueryParam("at") @NotNull Instant at) {
        deals.get(caller.scope(), id);
        return stood(id, past.at(at));
    }

    @GET
    @Path("/differences")
    @Snapshot
    @Operation(summary = "AOF-1: the deal and its balance at two moments, and the stages that it came to in between")
    public DealDifference differences(
            @PathParam("id") UUID id,
            @QueryParam("from") @NotNull Instant from,
            @QueryParam("to") @NotNull Instant to) {
        deals.get(caller.scope(), id);
        var moments = past.between(from, to);
        var before = pastDeals.at(id, moments.from()).orElse(null);
        return new DealDifference(
                before == null ? null : new PastDeal(moments.from(), before, before.outstanding()),
                stood(id, moments.to()),
                pastDeals.moves(id, moments));
    }

    private PastDeal stood(UUID id, Instant at) {
        var found = pastDeals.at(id, at).stream().toList();
        var deal = Past.begun(found, deals.get(caller.scope(), id).openedAt());
        return new PastDeal(at, deal, deal.outstanding());
    }
}
