package org.anchang.kit.paper;

import org.anchang.kit.money.Money;

/// An amount in the capitals in which papers say it, so that no digit can be added: 壹佰贰拾万零叁元伍角整.
public final class Renminbi {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};
    private static final int GROUP = 10_000;
    private static final int CENTS = 100;

    private Renminbi() {}

    /// @param amount not below zero
    public static String capitals(Money amount) {
        var cents = amount.amount().movePointRight(2).longValueExact();
        var whole = cents / CENTS;
        var jiao = (int) (cents / 10 % 10);
        var fen = (int) (cents % 10);
        var said = new StringBuilder(whole == 0 && cents > 0 ? "" : whole(whole) + "元");
        if (jiao > 0) {
            said.append(DIGITS.charAt(jiao)).append('角');
        }
        if (fen > 0) {
            said.append(jiao == 0 && whole > 0 ? "零" : "")
                    .append(DIGITS.charAt(fen))
                    .append('分');
        } else {
            said.append('整');
        }
        return said.toString();
    }

    private static String whole(long number) {
        if (number == 0) {
            return "零";
        }
        var said = new StringBuilder();
        var rest = number;
        var isGap = false;
        for (int group = 0; rest > 0; group++) {
            var four = (int) (rest % GROUP);
            if (four > 0) {
                var written = group(four) + GROUPS[group];
                said.insert(0, written + (isGap && !said.isEmpty() ? "零" : ""));
                isGap = four < GROUP / 10;
            } else {
                isGap = !said.isEmpty();
            }
            rest /= GROUP;
        }
        return said.toString();
    }

    private static String group(int four) {
        var said = new StringBuilder();
        var rest = four;
        var isGap = false;
        for (int place = 0; rest > 0; place++) {
            var digit = rest % 10;
            if (digit > 0) {
                said.insert(0, "" + DIGITS.charAt(digit) + PLACES[place] + (isGap && !said.isEmpty() ? "零" : ""));
                isGap = false;
            } else {
                isGap = !said.isEmpty();
            }
            rest /= 10;
        }
        return said.toString();
    }
}
