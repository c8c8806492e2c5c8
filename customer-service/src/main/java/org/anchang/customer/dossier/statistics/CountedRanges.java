package org.anchang.customer.dossier.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchang.customer.dossier.template.DossierField;
import org.anchang.customer.dossier.template.DossierField.DossierOption;
import org.anchang.customer.dossier.template.FieldType;

/// CUS-5: the ranges in which numbers and dates are counted. They are the same for whoever asks and however
/// often: who could draw them could reckon a person from two tables.
final class CountedRanges {
    private static final String HOUSEHOLD = "householdSize";
    private static final String BIRTH = "birthDate";
    private static final List<Integer> AGES = List.of(0, 18, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70);
    private static final Map<String, List<Integer>> NUMBERS = Map.of(HOUSEHOLD, List.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
    /// 1, 2, 5, 10 … up to five millions.
    private static final List<Integer> SERIES = Stream.concat(
                    Stream.of(0), IntStream.rangeClosed(0, 6).boxed().flatMap(power -> Stream.of(1, 2, 5)
                            .map(digit -> digit * (int) Math.pow(10, power))))
            .toList();
    private static final int YEARS = 20;

    private final List<Integer> bounds;
    private final List<DossierOption> options;
    private final BiFunction<CountedRanges, String, Integer> place;

    private CountedRanges(
            List<Integer> bounds, List<DossierOption> options, BiFunction<CountedRanges, String, Integer> place) {
        this.bounds = bounds;
        this.options = options;
        this.place = place;
    }

    /// @param field of numbers or dates
    static CountedRanges of(DossierField field, LocalDate today) {
        if (field.key().equals(BIRTH)) {
            // By the year alone: nobody goes into another range on their birthday.
            return new CountedRanges(
                    AGES,
                    whole(AGES, "岁", " years"),
                    (ranges, said) -> ranges.placeOf(BigDecimal.valueOf(
                            today.getYear() - LocalDate.parse(said).getYear())));
        }
        if (field.type() == FieldType.DATE) {
            var years = IntStream.rangeClosed(today.getYear() - YEARS, today.getYear() + 1)
                    .boxed()
                    .toList();
            return new CountedRanges(
                    years,
                    IntStream.range(0, years.size())
                            .mapToObj(nth -> year(years, nth))
                            .toList(),
                    (ranges, said) -> ranges.placeOf(
                            BigDecimal.valueOf(LocalDate.parse(said).getYear())));
        }
        var bounds = NUMBERS.getOrDefault(field.key(), SERIES);
        return new CountedRanges(
                bounds,
                NUMBERS.containsKey(field.key()) ? whole(bounds, "", "") : anyNumbers(bounds),
                (ranges, said) -> ranges.placeOf(new BigDecimal(said)));
    }

    List<DossierOption> options() {
        return options;
    }

    /// The option of what somebody said.
    int placeOf(String said) {
        return place.apply(this, said);
    }

    /// What lies below all of them is in the first.
    private int placeOf(BigDecimal number) {
        int found = 0;
        for (int nth = 0; nth < bounds.size(); nth++) {
            if (number.compareTo(BigDecimal.valueOf(bounds.get(nth))) >= 0) {
                found = nth;
            }
        }
        return found;
    }

    private static List<DossierOption> whole(List<Integer> bounds, String unit, String english) {
        return IntStream.range(0, bounds.size())
                .mapToObj(nth -> {
                    int from = bounds.get(nth);
                    if (nth == bounds.size() - 1) {
                        return option(from, from + unit + "及以上", from + english + " and more");
                    }
                    int until = bounds.get(nth + 1) - 1;
                    return from == until
                            ? option(from, from + unit, from + english)
                            : option(from, from + "–" + until + unit, from + "–" + until + english);
                })
                .toList();
    }

    private static List<DossierOption> anyNumbers(List<Integer> bounds) {
        return IntStream.range(0, bounds.size())
                .mapToObj(nth -> {
                    int from = bounds.get(nth);
                    if (nth == bounds.size() - 1) {
                        return option(from, from + " 及以上", from + " and more");
                    }
                    int until = bounds.get(nth + 1);
                    return option(from, from + " 至不足 " + until, from + " to below " + until);
                })
                .toList();
    }

    private static DossierOption year(List<Integer> years, int nth) {
        int year = years.get(nth);
        return nth == 0
                ? option(year, year + " 年及以前", year + " and before")
                : nth == years.size() - 1
                        ? option(year, year + " 年及以后", year + " and after")
                        : option(year, year + " 年", String.valueOf(year));
    }

    private static DossierOption option(int from, String label, String english) {
        return new DossierOption(String.valueOf(from), label, english);
    }
}
