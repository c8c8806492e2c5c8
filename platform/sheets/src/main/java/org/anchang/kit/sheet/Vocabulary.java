package org.anchang.kit.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anchang.kit.name.Names;

/// The columns of a kind of list, and how to know them by what stands above them.
final class Vocabulary<C extends KnownColumn> {
    private static final Pattern ORNAMENT = Pattern.compile("[*※:]+");
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[{<【〔《]([^()\\[\\]]*)[)\\]}>】〕》]$");
    private static final String MEASURE =
            "(单位)?(m2|m\\^2|平方米|平方|平米|平|人民币|rmb|cny|¥|元)" + "(/(m2|m\\^2|平方米|平方|平米|平|套|个|间))?";
    private static final Pattern A_MEASURE = Pattern.compile(MEASURE);
    private static final Pattern MEASURE_BEHIND = Pattern.compile("(?<=..)[/,、_-]?" + MEASURE + "$");
    private static final int LONGEST = 100;

    private final List<C> columns;
    private final Map<String, C> byHeading = new HashMap<>();

    Vocabulary(List<C> columns) {
        this.columns = columns;
        columns.forEach(column -> column.headings().forEach(heading -> byHeading.put(normal(heading), column)));
    }

    List<C> columns() {
        return columns;
    }

    /// Whether it says a measure, and no name.
    static boolean isMeasure(String text) {
        return A_MEASURE
                .matcher(clean(text).replaceAll("^[(\\[【]|[)\\]】]$", ""))
                .matches();
    }

    boolean knows(String heading) {
        return byHeading.containsKey(normal(heading));
    }

    /// @param stack what stands above the column, line by line: `面积` above `建筑（㎡）` is `建筑面积`
    Optional<C> meant(List<String> stack) {
        var words = stack.stream()
                .filter(text -> !isMeasure(text))
                .map(Vocabulary::normal)
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Stream.of(String.join("", words), words.getLast() + words.getFirst(), words.getLast())
                        .flatMap(word -> Optional.ofNullable(byHeading.get(word)).stream())
                        .findFirst();
    }

    /// A heading without all in which offices differ: width and case of letters, blanks, brackets, measures.
    private static String normal(String written) {
        var text = clean(written);
        var bracket = IN_BRACKETS.matcher(text);
        if (bracket.find() && bracket.start() > 0) {
            var before = text.substring(0, bracket.start());
            var inside = bracket.group(1);
            return A_MEASURE.matcher(inside).matches() ? before : before + "(" + inside + ")";
        }
        return MEASURE_BEHIND.matcher(text).replaceFirst("");
    }

    private static String clean(String written) {
        return ORNAMENT.matcher(Names.key(written.substring(0, Math.min(LONGEST, written.length()))))
                .replaceAll("");
    }
}
