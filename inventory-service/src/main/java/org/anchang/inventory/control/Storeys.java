package org.anchang.inventory.control;

import java.util.Comparator;
import java.util.regex.Pattern;

/// The order of floors, rooms and buildings, which are text with numbers in it: basements (`B2`, `-1`) below,
/// `3A` above `3`, `10栋` after `9栋`.
final class Storeys {
    static final Comparator<String> ASCENDING =
            Comparator.comparingInt(Storeys::number).thenComparing(Comparator.naturalOrder());

    private static final Pattern DIGITS = Pattern.compile("\\d{1,8}");

    private Storeys() {}

    private static int number(String text) {
        var digits = DIGITS.matcher(text);
        if (!digits.find()) {
            return 0;
        }
        var number = Integer.parseInt(digits.group());
        var before = text.substring(0, digits.start());
        return before.endsWith("-") && before.length() == 1 || before.equalsIgnoreCase("B") || before.contains("地下")
                ? -number
                : number;
    }
}
