package org.anchang.customer.referral;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Texts;
import org.anchang.customer.referral.Rewards.Reward;
import org.anchang.customer.referral.Rewards.RewardState;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// REF-3: rewards for whoever brings customers.
@Path("/api/v1/referral-rewards")
@RunOnVirtualThread
@Tag(name = "Referrals")
@RolesAllowed({
    Role.CONSULTANT,
    Role.SITE_MANAGER,
    Role.SALES_SUPERVISOR,
    Role.SALES_MANAGER,
    Role.FINANCE,
    Role.GENERAL_MANAGER
})
public class RewardResource {
    /// @param on     the day on which it was paid
    /// @param record the payment's number
    public record PayReward(
            @NotNull LocalDate on,
            @NotBlank @OneLine @Size(max = 50) String record) {}

    /// @param customerName   whose deal was filed; in full for the owner and the site manager, else masked (SEC-1)
    /// @param introducerName who brought them, as the other
    public record ShownReward(
            UUID id,
            String project,
            UUID deal,
            UUID customer,
            String customerName,
            UUID introducer,
            String introducerName,
            Money amount,
            LocalDate filedOn,
            LocalDate dueOn,
            RewardState state,
            @Nullable LocalDate paidOn,
            @Nullable String paidBy,
            @Nullable String record,
            List<Action> actions) {}

    /// @param budget of the year; absent where there is no limit
    /// @param open   owed, whenever it falls due
    /// @param paid   in the year
    public record RewardBudget(
            String project, int year, @Nullable Money budget, Money open, Money paid) {}

    private static final Offer PAY = Offer.of(CustomerAction.PAY, RewardResource.class, "payReward");
    private static final Offer RECOVER = Offer.of(CustomerAction.RECOVER, RewardResource.class, "recoverReward");

    @Inject
    Rewards rewards;

    @Inject
    RewardingIntroducers rewarding;

    @Inject
    Settings settings;

    @Inject
    Texts texts;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(summary = "Rewards, the latest first; consultants see those to own customers")
    public Page<ShownReward> listRewards(
            @QueryParam("project") @Nullable String project,
            @QueryParam("state") @Nullable RewardState state,
            @Valid @BeanParam PageRequest page) {
        var found = rewards.list(caller.scope(), project, state, page);
        var names = names(found.items());
        return found.map(reward -> shown(reward, names));
    }

    @GET
    @Path("/budget")
    @Snapshot
    @RolesAllowed({Role.SITE_MANAGER, Role.SALES_MANAGER, Role.FINANCE, Role.GENERAL_MANAGER})
    @Operation(summary = "This year's budget for rewards, what is owed and what was paid of it")
    public RewardBudget getRewardBudget(@NotBlank @QueryParam("project") String project) {
        caller.mustBeBoundTo(project);
        var year = clock.today().getYear();
        var lines = rewards.budget(project, year);
        var budget = settings.money(project, CustomerSetting.REFERRAL_BUDGET);
        return new RewardBudget(
                project, year, budget.isPositive() ? budget : null, new Money(lines.open()), new Money(lines.paid()));
    }

    @POST
    @Path("/{id}/payment")
    @Idempotent
    @RolesAllowed(Role.FINANCE)
    @Operation(summary = "Record that a reward was paid, once, when it is due and within the year's budget")
    public ShownReward payReward(@PathParam("id") UUID id, @NotNull @Valid PayReward request) {
        return shown(rewarding.pay(id, request.on(), request.record()));
    }

    @POST
    @Path("/{id}/recovery")
    @Idempotent
    @RolesAllowed(Role.FINANCE)
    @Operation(summary = "Record that a reward came back whose deal was undone")
    public ShownReward recoverReward(@PathParam("id") UUID id) {
        return shown(rewarding.recover(id));
    }

    private ShownReward shown(Reward reward) {
        return shown(reward, names(List.of(reward)));
    }

    private Map<UUID, String> names(List<Reward> of) {
        return texts.names(of.stream()
                .flatMap(reward -> Stream.of(reward.customer(), reward.introducer()))
                .toList());
    }

    private ShownReward shown(Reward reward, Map<UUID, String> names) {
        var isFinance = caller.holds(reward.project(), Role.FINANCE);
        return new ShownReward(
                reward.id(),
                reward.project(),
                reward.deal(),
                reward.customer(),
                requireNonNull(names.get(reward.customer())),
                reward.introducer(),
                requireNonNull(names.get(reward.introducer())),
                new Money(reward.amount()),
                reward.filedOn(),
                reward.dueOn(),
                reward.state(),
                reward.paidOn(),
                reward.paidBy(),
                reward.record(),
                switch (reward.state()) {
                    case OPEN -> List.of(PAY.on(isFinance, reward.id()));
                    case TO_RECOVER -> List.of(RECOVER.on(isFinance, reward.id()));
                    case PAID, CANCELLED, RECOVERED -> List.of();
                });
    }
}
