package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import java.time.LocalDate;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// DEP-2: a date that the buyer has to keep, and the last one that the project allows.
public record Deadline(LocalDate until, LocalDate today, LocalDate latest) {
    /// Until when a small deposit is topped up.
    ///
    /// @param asked none: as late as the project allows
    public static Deadline toTopUp(Settings settings, String project, LocalDate today, @Nullable LocalDate asked) {
        return within(settings.integer(project, DealSetting.TOP_UP_DAYS_LIMIT), today, asked);
    }

    /// Until when the contract is signed on a full deposit.
    ///
    /// @param asked none: as late as the project allows
    public static Deadline toSign(Settings settings, String project, LocalDate today, @Nullable LocalDate asked) {
        return within(settings.integer(project, DealSetting.SIGNING_DAYS_LIMIT), today, asked);
    }

    private static Deadline within(int days, LocalDate today, @Nullable LocalDate asked) {
        var latest = today.plusDays(days);
        return new Deadline(asked == null ? latest : asked, today, latest);
    }

    /// The deposit is complete before the contract is to be signed.
    ///
    /// @throws org.anchang.kit.problem.Refused TOP_UP_AFTER_SIGNING
    public static void mustBeInOrder(@Nullable LocalDate topUpBy, @Nullable LocalDate signBy) {
        if (topUpBy != null && signBy != null && topUpBy.isAfter(signBy)) {
            throw refuse(DealRefusal.TOP_UP_AFTER_SIGNING)
                    .with("field", "topUpBy")
                    .with("signBy", signBy);
        }
    }

    /// @throws org.anchang.kit.problem.Refused DATE_IS_PAST, DATE_BEYOND_LIMIT
    public void mustBePossible() {
        refuseIf(until.isBefore(today), DealRefusal.DATE_IS_PAST);
        if (until.isAfter(latest)) {
            throw refuse(DealRefusal.DATE_BEYOND_LIMIT).with("latest", latest);
        }
    }
}
