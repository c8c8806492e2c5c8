package org.anchang.customer.overdue;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.customer.Channel;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.pool.CustomerPool;
import org.anchang.customer.pool.PoolStage;
import org.anchang.customer.pool.Pools;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// TRK-4, TRK-5: how many days each step has in a project, and how many before its end it is shown.
@ApplicationScoped
public class Deadlines {
    /// @param grade   `-`: no matter; of the pool grade and stage, e.g. `B/VISITED`
    /// @param channel by which they came; `-`: no matter
    /// @param pool    TRK-5: into which pool; none: the general one
    record Deadline(
            StepKind kind,
            String grade,
            String channel,
            int days,
            int warning,
            @Nullable UUID pool) {
        Deadline(StepKind kind, String grade, String channel, int days, int warning) {
            this(kind, grade, channel, days, warning, null);
        }
    }

    /// A step whose days differ by channel, and the settings that say so.
    private record StepDays(StepKind kind, CustomerSetting days, CustomerSetting warning, CustomerSetting byChannel) {}

    private static final List<StepDays> STEPS = List.of(
            new StepDays(
                    StepKind.FIRST_FOLLOW_UP,
                    CustomerSetting.FIRST_FOLLOW_UP_DAYS,
                    CustomerSetting.FIRST_FOLLOW_UP_WARNING_DAYS,
                    CustomerSetting.FIRST_FOLLOW_UP_DAYS_BY_CHANNEL),
            new StepDays(
                    StepKind.NEXT_FOLLOW_UP,
                    CustomerSetting.NEXT_FOLLOW_UP_DAYS,
                    CustomerSetting.NEXT_FOLLOW_UP_WARNING_DAYS,
                    CustomerSetting.NEXT_FOLLOW_UP_DAYS_BY_CHANNEL),
            new StepDays(
                    StepKind.SUBSCRIPTION,
                    CustomerSetting.SUBSCRIPTION_DAYS,
                    CustomerSetting.SUBSCRIPTION_WARNING_DAYS,
                    CustomerSetting.SUBSCRIPTION_DAYS_BY_CHANNEL),
            new StepDays(
                    StepKind.CONTRACT,
                    CustomerSetting.CONTRACT_DAYS,
                    CustomerSetting.CONTRACT_WARNING_DAYS,
                    CustomerSetting.CONTRACT_DAYS_BY_CHANNEL),
            new StepDays(
                    StepKind.MONEY,
                    CustomerSetting.MONEY_DAYS,
                    CustomerSetting.MONEY_WARNING_DAYS,
                    CustomerSetting.MONEY_DAYS_BY_CHANNEL));

    /// TRK-5: after how many days without contact whoever has the grade, and falls into no pool by its own rules,
    /// goes to the general one.
    private static final Map<String, CustomerSetting> POOL = Map.of(
            "A", CustomerSetting.POOL_DAYS_A,
            "B", CustomerSetting.POOL_DAYS_B,
            "C", CustomerSetting.POOL_DAYS_C,
            "D", CustomerSetting.POOL_DAYS_D,
            "-", CustomerSetting.POOL_DAYS_UNGRADED);

    /// The deadlines of a project; what has none is not among them.
    public record Of(List<Deadline> all) {
        public Of only(StepKind kind) {
            return new Of(all.stream().filter(one -> one.kind() == kind).toList());
        }

        public boolean isEmpty() {
            return all.isEmpty();
        }

        /// As columns of one length: `:kinds`, `:grades`, `:channels`, `:days`.
        public Map<String, Object> parameters() {
            return Map.of(
                    "kinds", all.stream().map(one -> one.kind().name()).toList(),
                    "grades", all.stream().map(Deadline::grade).toList(),
                    "channels", all.stream().map(Deadline::channel).toList(),
                    "days", all.stream().map(Deadline::days).toList());
        }

        /// The same: `:pools`, of the general one `-`.
        public List<String> pools() {
            return all.stream()
                    .map(one -> one.pool() == null ? ANY : one.pool().toString())
                    .toList();
        }

        /// The same for who is warned: `:warnings`.
        List<Integer> warnings() {
            return all.stream().map(Deadline::warning).toList();
        }
    }

    private static final int ALL = 200;
    private static final String ANY = "-";

    @Inject
    Settings settings;

    @Inject
    Pools pools;

    @Inject
    OfficeClock clock;

    /// As they stand today.
    public Of of(String project) {
        var set = settings.all(project, clock.today(), new PageRequest(ALL, null)).items().stream()
                .collect(Collectors.toMap(Settings.Effective::name, Settings.Effective::value));
        var days = new SetDays(set);
        var limited = Stream.concat(
                        STEPS.stream().flatMap(step -> of(step, days)),
                        ofPools(
                                pools.of(project).stream()
                                        .filter(pool -> !pool.retired())
                                        .toList(),
                                days))
                .filter(one -> one.days() > 0);
        return new Of(Stream.concat(limited, Stream.of(new Deadline(StepKind.VISIT_RECORD, ANY, ANY, 0, 0)))
                .toList());
    }

    /// TRK-5: for each kind of customer the first pool whose rules name them, or else the general one.
    private static Stream<Deadline> ofPools(List<CustomerPool> pools, SetDays days) {
        return POOL.keySet().stream().flatMap(grade -> Stream.of(PoolStage.values())
                .flatMap(stage -> Stream.of(Channel.values()).map(channel -> {
                    var pool = pools.stream()
                            .filter(one -> one.daysOf(grade, stage, channel).isPresent())
                            .findFirst();
                    return new Deadline(
                            StepKind.POOL,
                            grade + "/" + stage,
                            channel.name(),
                            pool.flatMap(one -> one.daysOf(grade, stage, channel))
                                    .orElseGet(() -> days.of(requireNonNull(POOL.get(grade)))),
                            days.of(CustomerSetting.POOL_WARNING_DAYS),
                            pool.map(CustomerPool::id).orElse(null));
                })));
    }

    /// For each channel its own days, or else the project's.
    private static Stream<Deadline> of(StepDays step, SetDays days) {
        var own = days.byChannel(step.byChannel());
        var other = days.of(step.days());
        var warning = days.of(step.warning());
        return Stream.of(Channel.values())
                .map(Channel::name)
                .map(channel -> new Deadline(step.kind(), ANY, channel, own.getOrDefault(channel, other), warning));
    }

    private record SetDays(Map<String, String> set) {
        int of(CustomerSetting setting) {
            return Integer.parseInt(set.getOrDefault(setting.name(), "0"));
        }

        /// E.g. `PHONE_IN=1 PARTNER=2`.
        Map<String, Integer> byChannel(CustomerSetting setting) {
            return Stream.of(set.getOrDefault(setting.name(), "").split(" ", -1))
                    .map(one -> one.split("=", -1))
                    .filter(one -> one.length == 2)
                    .collect(Collectors.toMap(one -> one[0], one -> Integer.parseInt(one[1]), (_, last) -> last));
        }
    }
}
