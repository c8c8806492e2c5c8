package org.anchang.customer.care.occasion;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchang.customer.care.occasion.Born.BirthCalendar;

/// CAR-1: which birthdays are kept on a day. Whoever was born on 29 February keeps it on the 28th where there is
/// no 29th, and whoever was born on a lunar 30th on the 29th of a short month; a birthday in a leap month is kept in
/// the month of that number, and not a second time in its leap month.
final class Almanac {
    /// A birthday as it is looked for, and the year of its own calendar, so that it is kept once a year.
    record Kept(String key, int year) {}

    /// A day of the Chinese calendar.
    ///
    /// @param year the Gregorian year in which it begins
    record LunarDay(int year, int month, boolean isLeap, int day) {}

    /// The Chinese years from 2000 to 2099 as they are published (decision 37): the bits are its months in their order,
    /// long ones of 30 days set, and above sixteen bits stands the number of the month that comes twice.
    private static final int[] YEARS = Stream.of("""
            693 4152b 52b a5b 2155a 56a 71b55 ba4 b49 51a93 a95 52d 40aad ab5 915aa 5d2 da5 61d4a d4a c95
            4152e 556 ab5 215b2 6d2 60ea5 725 64b 50c97 cab 55a 30ad6 b69 b1752 b52 b25 61a4b a4b 4ab 5055b
            5ad b6a 21b52 d92 71d25 d25 a55 514ad 4b6 5b5 30daa ec9 81e92 e92 d26 60a56 a57 4d6 406d5 755
            749 30e93 693 7152b 52b a5b 5155a 56a b65 4174a b4a 81a95 a95 52d 60aad ab5 5aa 40ba5 da5 d4a
            31c95 c96 7194e 556 ab5 515b2 6d2 ea5 40e4a 68b 80c97 4ab 55b 60ad6 b6a 752 41725 b45 a8b 2149b""".strip().split("\\s+"))
            .mapToInt(year -> Integer.parseInt(year, 16))
            .toArray();

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 2, 5);
    private static final int SHORT = 29;
    private static final int MONTHS = 12;
    private static final int LEAP = 16;

    private Almanac() {}

    static List<Kept> birthdays(LocalDate on) {
        var kept = new ArrayList<Kept>();
        kept.add(solar(on.getYear(), on.getMonthValue(), on.getDayOfMonth()));
        if (MonthDay.from(on).equals(MonthDay.of(2, 28)) && !on.isLeapYear()) {
            kept.add(solar(on.getYear(), 2, 29));
        }
        lunar(on).filter(lunar -> !lunar.isLeap()).ifPresent(lunar -> {
            kept.add(lunar(lunar, lunar.day()));
            if (lunar.day() == SHORT
                    && lunar(on.plusDays(1)).filter(next -> next.day() == 1).isPresent()) {
                kept.add(lunar(lunar, SHORT + 1));
            }
        });
        return List.copyOf(kept);
    }

    /// None before the year 2000 and after 2099.
    static Optional<LunarDay> lunar(LocalDate on) {
        var left = on.toEpochDay() - FIRST_DAY.toEpochDay();
        for (int at = 0; left >= 0 && at < YEARS.length; at++) {
            var leap = YEARS[at] >> LEAP;
            for (int nth = 0; nth < MONTHS + (leap == 0 ? 0 : 1); nth++) {
                var days = SHORT + ((YEARS[at] >> nth) & 1);
                if (left < days) {
                    var isAfterLeap = leap != 0 && nth >= leap;
                    return Optional.of(new LunarDay(
                            FIRST_DAY.getYear() + at,
                            isAfterLeap ? nth : nth + 1,
                            leap != 0 && nth == leap,
                            (int) left + 1));
                }
                left -= days;
            }
        }
        return Optional.empty();
    }

    private static Kept solar(int year, int month, int day) {
        return new Kept(new Born(BirthCalendar.SOLAR, null, month, day).key(), year);
    }

    private static Kept lunar(LunarDay of, int day) {
        return new Kept(new Born(BirthCalendar.LUNAR, null, of.month(), day).key(), of.year());
    }
}
