package org.anchang.customer.overdue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.customer.CustomerSetting;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.setting.Settings;

/// TRK-4, TRK-5: how many days each step has in a project, and how many before its end it is shown.
@ApplicationScoped
public class Deadlines {
    /// @param grade of whom it is asked; `-`: no matter of whom, or of those without a grade
    record Deadline(StepKind kind, String grade, int days, int warning) {}

    /// The deadlines of a project; what has none is not among them.
    public record Of(List<Deadline> all) {
        public Of only(StepKind kind) {
            return new Of(all.stream().filter(one -> one.kind() == kind).toList());
        }

        public boolean isEmpty() {
            return all.isEmpty();
        }

        /// As columns of one length: `:kinds`, `:grades`, `:days`.
        public Map<String, Object> parameters() {
            return Map.of(
                    "kinds", all.stream().map(one -> one.kind().name()).toList(),
                    "grades", all.stream().map(Deadline::grade).toList(),
                    "days", all.stream().map(Deadline::days).toList());
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
    OfficeClock clock;

    /// As they stand today.
    public Of of(String project) {
        var set = settings.all(project, clock.today(), new PageRequest(ALL, null)).items().stream()
                .collect(Collectors.toMap(Settings.Effective::name, Settings.Effective::value));
        var days = new Days(set);
        var pool = days.of(CustomerSetting.POOL_WARNING_DAYS);
        var limited = Stream.of(
                        new Deadline(
                                StepKind.FIRST_FOLLOW_UP,
                                ANY,
                                days.of(CustomerSetting.FIRST_FOLLOW_UP_DAYS),
                                days.of(CustomerSetting.FIRST_FOLLOW_UP_WARNING_DAYS)),
                        new Deadline(
                                StepKind.NEXT_FOLLOW_UP,
                                ANY,
                                days.of(CustomerSetting.NEXT_FOLLOW_UP_DAYS),
                                days.of(CustomerSetting.NEXT_FOLLOW_UP_WARNING_DAYS)),
                        new Deadline(
                                StepKind.SUBSCRIPTION,
                                ANY,
                                days.of(CustomerSetting.SUBSCRIPTION_DAYS),
                                days.of(CustomerSetting.SUBSCRIPTION_WARNING_DAYS)),
                        new Deadline(
                                StepKind.CONTRACT,
                                ANY,
                                days.of(CustomerSetting.CONTRACT_DAYS),
                                days.of(CustomerSetting.CONTRACT_WARNING_DAYS)),
                        new Deadline(
                                StepKind.MONEY,
                                ANY,
                                days.of(CustomerSetting.MONEY_DAYS),
                                days.of(CustomerSetting.MONEY_WARNING_DAYS)),
                        new Deadline(StepKind.POOL, "A", days.of(CustomerSetting.POOL_DAYS_A), pool),
                        new Deadline(StepKind.POOL, "B", days.of(CustomerSetting.POOL_DAYS_B), pool),
                        new Deadline(StepKind.POOL, "C", days.of(CustomerSetting.POOL_DAYS_C), pool),
                        new Deadline(StepKind.POOL, "D", days.of(CustomerSetting.POOL_DAYS_D), pool),
                        new Deadline(StepKind.POOL, ANY, days.of(CustomerSetting.POOL_DAYS_UNGRADED), pool))
                .filter(one -> one.days() > 0);
        return new Of(Stream.concat(limited, Stream.of(new Deadline(StepKind.VISIT_RECORD, ANY, 0, 0)))
                .toList());
    }

    private record Days(Map<String, String> set) {
        int of(CustomerSetting setting) {
            return Integer.parseInt(set.getOrDefault(setting.name(), "0"));
        }
    }
}
