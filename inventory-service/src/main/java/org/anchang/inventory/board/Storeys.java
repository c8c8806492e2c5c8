package org.anchang.inventory.board;

import java.util.Comparator;

/// The order of floors, and of rooms, sections and buildings: all are text with numbers in it (INV-1).
final class Storeys {
    private static final String NUMERALS = "零一二三四五六七八九";
    private static final int TEN = 10;
    private static final int HUNDRED = 100;
    private static final int LARGEST = 10_000_000;
    /// Between two floors there is room for a half one.
    private static final int STEP = 2;

    /// Rooms, sections and buildings: by their numbers, Arabic or Chinese, and `101跃` or `跃101` beside `101`.
    static final Comparator<String> NATURAL =
            Comparator.comparingInt(Storeys::firstNumber).thenComparing(Storeys::compare);

    /// Floors from below: `B2`, `-1`, `地下一层` under the ground, `3A` above `3`, a `跃层` or `夹层` above the
    /// floor that it names; where it names none, a `夹层` is above the first floor and a `跃层` on top.
    static final Comparator<String> ASCENDING =
            Comparator.comparingInt(Storeys::level).thenComparing(NATURAL);

    private Storeys() {}

    private static int level(String floor) {
        var number = firstNumber(floor);
        if (number == 0) {
            return unnumbered(floor);
        }
        var half = floor.contains("跃") || floor.contains("夹") ? 1 : 0;
        return (isBasement(floor) ? -number : number) * STEP + half;
    }

    private static int unnumbered(String floor) {
        if (floor.contains("屋顶") || floor.contains("天台")) {
            return LARGEST * STEP + 1;
        }
        if (floor.contains("顶") || floor.contains("跃") || floor.contains("阁")) {
            return LARGEST * STEP;
        }
        if (isBasement(floor)) {
            return -STEP;
        }
        if (floor.contains("夹")) {
            return STEP + 1;
        }
        return floor.contains("首") || floor.contains("底") ? STEP : 0;
    }

    private static boolean isBasement(String floor) {
        return floor.startsWith("-")
                || floor.startsWith("B")
                || floor.startsWith("b")
                || floor.contains("地下")
                || floor.contains("负");
    }

    private static int firstNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isNumber(text.charAt(i))) {
                return number(text, i, endOfNumber(text, i));
            }
        }
        return 0;
    }

    /// Numbers as numbers, everything else as it is written.
    private static int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int order;
            if (isNumber(one.charAt(i)) && isNumber(other.charAt(j))) {
                int endOfOne = endOfNumber(one, i);
                int endOfOther = endOfNumber(other, j);
                order = Integer.compare(number(one, i, endOfOne), number(other, j, endOfOther));
                i = endOfOne;
                j = endOfOther;
            } else {
                order = Character.compare(one.charAt(i++), other.charAt(j++));
            }
            if (order != 0) {
                return order;
            }
        }
        var order = Integer.compare(one.length() - i, other.length() - j);
        return order != 0 ? order : one.compareTo(other);
    }

    private static boolean isNumber(char character) {
        return Character.isDigit(character) || isNumeral(character);
    }

    private static boolean isNumeral(char character) {
        return NUMERALS.indexOf(character) >= 0 || "十百两〇".indexOf(character) >= 0;
    }

    /// Digits and numerals side by side are two numbers.
    private static int endOfNumber(String text, int start) {
        var digits = Character.isDigit(text.charAt(start));
        int end = start;
        while (end < text.length() && (digits ? Character.isDigit(text.charAt(end)) : isNumeral(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        int digit = 0;
        for (int i = start; i < end; i++) {
            var character = text.charAt(i);
            switch (character) {
                case '百' -> {
                    number += Math.max(digit, 1) * HUNDRED;
                    digit = 0;
                }
                case '十' -> {
                    number += Math.max(digit, 1) * TEN;
                    digit = 0;
                }
                default -> digit = Math.min(digit * TEN + valueOf(character), LARGEST);
            }
        }
        return Math.min(number + digit, LARGEST);
    }

    private static int valueOf(char character) {
        return switch (character) {
            case '两' -> 2;
            case '〇' -> 0;
            default -> Character.isDigit(character) ? Character.digit(character, TEN) : NUMERALS.indexOf(character);
        };
    }
}
