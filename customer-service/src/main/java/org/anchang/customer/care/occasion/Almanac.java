package org.anchang.customer.care.occasion;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.anchang.customer.care.occasion.Born.BirthCalendar;

/// CAR-1: which birthdays are kept on a day. Whoever was born on 29 February keeps it on the 28th where there is
/// no 29th, and whoever was born on a lunar 30th on the 29th of a short month; a birthday in a leap month is kept in
/// the month of that number, and not a second time in its leap month.
final class Almanac {
    /// A birthday as it is looked for, and the year of its own calendar, so that it is kept once a year.
    record Kept(String key, int year) {}

    private static final TimeZone BEIJING = TimeZone.getTimeZone("Asia/Shanghai");
    private static final long DAY_MILLIS = 86_400_000L;
    /// ICU counts Chinese years from 2637 BC.
    private static final int ICU_EPOCH = 2637;

    /// A day of the Chinese calendar.
    ///
    /// @param year the Gregorian year in which it begins
    record LunarDay(int year, int month, boolean isLeap, int day) {}

    private Almanac() {}

    static List<Kept> birthdays(LocalDate on) {
        var kept = new ArrayList<Kept>();
        kept.add(solar(on.getYear(), on.getMonthValue(), on.getDayOfMonth()));
        if (MonthDay.from(on).equals(MonthDay.of(2, 28)) && !on.isLeapYear()) {
            kept.add(solar(on.getYear(), 2, 29));
        }
        var lunar = lunar(on);
        if (!lunar.isLeap()) {
            kept.add(lunar(lunar, lunar.day()));
            if (lunar.day() == 29 && lunar(on.plusDays(1)).day() == 1) {
                kept.add(lunar(lunar, 30));
            }
        }
        return List.copyOf(kept);
    }

    static LunarDay lunar(LocalDate on) {
        var calendar = new ChineseCalendar(BEIJING, ULocale.CHINA);
        calendar.setTimeInMillis(on.toEpochDay() * DAY_MILLIS + DAY_MILLIS / 4);
        return new LunarDay(
                calendar.get(Calendar.EXTENDED_YEAR) - ICU_EPOCH,
                calendar.get(Calendar.MONTH) + 1,
                calendar.get(Calendar.IS_LEAP_MONTH) == 1,
                calendar.get(Calendar.DAY_OF_MONTH));
    }

    private static Kept solar(int year, int month, int day) {
        return new Kept(new Born(BirthCalendar.SOLAR, null, month, day).key(), year);
    }

    private static Kept lunar(LunarDay of, int day) {
        return new Kept(new Born(BirthCalendar.LUNAR, null, of.month(), day).key(), of.year());
    }
}
