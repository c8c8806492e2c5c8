package org.anchang.customer.sending;

import java.time.Instant;
import java.time.LocalTime;
import org.anchang.kit.clock.OfficeClock;

/// CAR-7: the hours of the office's day in which no message goes out; they may reach over midnight. Where they begin
/// when they end there are none.
record QuietHours(LocalTime from, LocalTime until) {
    /// The moment itself, or the end of the quiet hours in which it lies.
    Instant next(Instant moment) {
        var there = moment.atZone(OfficeClock.OFFICE_ZONE);
        var time = there.toLocalTime();
        var overMidnight = from.isAfter(until);
        var isQuiet = overMidnight
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
        if (!isQuiet) {
            return moment;
        }
        var day = overMidnight && !time.isBefore(from) ? there.toLocalDate().plusDays(1) : there.toLocalDate();
        return day.atTime(until).atZone(OfficeClock.OFFICE_ZONE).toInstant();
    }
}
