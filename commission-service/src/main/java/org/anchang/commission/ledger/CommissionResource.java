package org.anchang.commission.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.commission.Commission;
import org.anchang.commission.CommissionAction;
import org.anchang.commission.CommissionState;
import org.anchang.commission.Commissions;
import org.anchang.commission.DealHomes;
import org.anchang.commission.EarnedWhen;
import org.anchang.commission.Payout;
import org.anchang.commission.PayoutPart;
import org.anchang.commission.Share;
import org.anchang.commission.Tariff;
import org.anchang.commission.attribution.AgreementResource;
import org.anchang.commission.dispute.DisputeResource;
import org.anchang.commission.dispute.Disputes;
import org.anchang.commission.plan.Plans;
import org.anchang.events.ProductType;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.people.People;
import org.anchang.kit.problem.Rule;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Commissions as people read them: how much, whose, since when, and why. A consultant sees the own part only.
@Path("/api/v1/commissions")
@RunOnVirtualThread
@Tag(name = "Commissions")
@RolesAllowed({Role.SALES, Role.FINANCE})
public class CommissionResource {
    /// @param part COM-3: of the plan, where the line is about money that is paid out
    public record CommissionLine(
            UUID id,
            EntryKind kind,
            String consultant,
            Money amount,
            String reason,
            @Nullable PayoutPart part,
            LocalDate on,
            Instant at) {
        static CommissionLine of(Entry entry) {
            return new CommissionLine(
                    entry.id(),
                    entry.kind(),
                    entry.consultant(),
                    entry.amount(),
                    entry.reason(),
                    entry.part(),
                    entry.countsOn(),
                    entry.madeAt());
        }
    }

    /// COM-3: per cent of what was earned.
    public record PayoutParts(BigDecimal atEarning, BigDecimal withFiling, BigDecimal withCollections) {
        static PayoutParts of(Payout payout) {
            return new PayoutParts(payout.atEarning(), payout.withFiling(), payout.withCollections());
        }
    }

    /// The facts on which amount, shares and payouts rest.
    ///
    /// @param rule      the rules applied
    /// @param rate      per cent of `total`; absent while the project has no plan for the deal's date
    /// @param payout    in which parts it is paid out
    /// @param collected what the buyers have paid in of `total`
    public record Explanation(
            List<String> rule,
            @Nullable Integer planVersion,
            @Nullable BigDecimal rate,
            @Nullable EarnedWhen earnedAt,
            @Nullable PayoutParts payout,
            @Schema(implementation = ProductType.class) String productType,
            Money total,
            Money collected,
            @Nullable LocalDate filedOn,
            Instant dealtAt,
            @Nullable String endReason) {
        static Explanation of(Commission commission, @Nullable PayoutParts payout) {
            return new Explanation(
                    Stream.of(Rule.COM_1, Rule.COM_2, Rule.COM_3, Rule.COM_4)
                            .map(Rule::id)
                            .toList(),
                    commission.tariff().map(Tariff::planVersion).orElse(null),
                    commission.tariff().map(Tariff::rate).orElse(null),
                    commission.tariff().map(Tariff::earnedWhen).orElse(null),
                    payout,
                    commission.productType(),
                    commission.total(),
                    commission.collected(),
                    commission.milestones().filedOn(),
                    commission.dealtAt(),
                    commission.milestones().endReason());
        }
    }

    /// @param deal   the deal that the chain has come to; `firstDeal` the one it began with
    /// @param home   what `deal` is about, by its label; `customerName` is masked (CUS-6); both as far as they were
    /// told
    /// @param amount the whole; for a consultant the own part
    /// @param paid   COM-3: what of it has been paid out
    public record CommissionView(
            UUID id,
            String project,
            UUID deal,
            @Nullable String home,
            UUID firstDeal,
            UUID customer,
            @Nullable String customerName,
            CommissionState state,
            Money amount,
            Money paid,
            boolean disputed,
            boolean frozen,
            @Nullable Integer planVersion,
            @Nullable LocalDate earnedOn,
            @Nullable LocalDate endedOn,
            List<Share> shares,
            List<CommissionLine> entries,
            Explanation explanation,
            List<Action> actions) {}

    /// What people call deals and customers.
    ///
    /// @param disputedByCaller the commissions whose open dispute is the caller's own
    private record ShownNames(Map<UUID, String> homes, Map<UUID, String> customers, Set<UUID> disputedByCaller) {}

    private static final Offer DECIDE = Offer.of(CommissionAction.DECIDE_DISPUTE, DisputeResource.class, "decide");
    private static final Offer AGREE = Offer.of(CommissionAction.AGREE_TO_SHARE, AgreementResource.class, "agree");
    private static final Offer DISPUTE = Offer.of(CommissionAction.DISPUTE, DisputeResource.class, "raise");

    @Inject
    Commissions commissions;

    @Inject
    DealHomes homes;

    @Inject
    People people;

    @Inject
    Disputes disputes;

    @Inject
    Plans plans;

    @Inject
    Ledger ledger;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(summary = "Commissions by project, deal and consultant")
    public Page<CommissionView> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("deal") @Nullable UUID deal,
            @QueryParam("consultant") @Nullable String consultant,
            @Valid @BeanParam PageRequest page) {
        var scope = caller.scope();
        var found = commissions.list(scope, new Commissions.Filter(project, deal, consultant), page);
        var entries =
                ledger.entriesOf(found.items().stream().map(Commission::id).toList(), scope);
        var names = names(found.items());
        return found.map(
                commission -> view(commission, entries.getOrDefault(commission.id(), List.of()), scope, names));
    }

    @GET
    @Path("/{id}")
    @Snapshot
    @Operation(summary = "One commission with its shares, its entries and what they rest on")
    public CommissionView get(@PathParam("id") UUID id) {
        var scope = caller.scope();
        var commission = commissions.get(scope, id);
        return view(
                commission,
                ledger.entriesOf(List.of(id), scope).getOrDefault(id, List.of()),
                scope,
                names(List.of(commission)));
    }

    private ShownNames names(List<Commission> commissions) {
        return new ShownNames(
                homes.of(commissions.stream().map(Commission::deal).toList()),
                people.names(commissions.stream().map(Commission::customer).toList()),
                disputes.raisedBy(
                        caller.name(),
                        commissions.stream()
                                .filter(Commission::isDisputed)
                                .map(Commission::id)
                                .toList()));
    }

    private CommissionView view(Commission commission, List<Entry> entries, Scope scope, ShownNames names) {
        var parts = commission.shares().stream()
                .filter(share -> !scope.ownOnly(commission.project())
                        || share.consultant().equals(scope.person()))
                .toList();
        return new CommissionView(
                commission.id(),
                commission.project(),
                commission.deal(),
                names.homes().get(commission.deal()),
                commission.chain(),
                commission.customer(),
                names.customers().get(commission.customer()),
                commission.state(),
                Money.sum(parts.stream().map(Share::amount).toList()),
                Money.sum(entries.stream()
                        .filter(entry -> entry.kind() == EntryKind.PAID)
                        .map(Entry::amount)
                        .toList()),
                commission.isDisputed(),
                commission.isFrozen(),
                commission.tariff().map(Tariff::planVersion).orElse(null),
                commission.milestones().earnedOn(),
                commission.milestones().endedOn(),
                parts,
                entries.stream().map(CommissionLine::of).toList(),
                Explanation.of(
                        commission,
                        plans.payoutOf(commission).map(PayoutParts::of).orElse(null)),
                actions(commission, names.disputedByCaller().contains(commission.id())));
    }

    private List<Action> actions(Commission commission, boolean isCallersDispute) {
        if (commission.state() == CommissionState.REVERSED) {
            return List.of();
        }
        if (commission.isDisputed()) {
            var decides = caller.holds(commission.project(), Role.SALES_SUPERVISOR)
                    && !isCallersDispute
                    && !commission.isParty(caller.name());
            return List.of(DECIDE.on(decides, commission.id()));
        }
        var isFirst = commission.firstConsultant().equals(caller.name());
        return List.of(AGREE.on(isFirst, commission.id()), DISPUTE.to(caller, commission.project(), commission.id()));
    }
}
