package org.anchang.kit.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anchang.kit.sheet.UnreadableSheet.Why;
import org.jspecify.annotations.Nullable;

/// How a workbook shows its numbers. Only what names something needs it, so formats that show digits and words are
/// followed; dates are known as such, and of all others nothing is said.
final class Formats {
    static final Formats NONE = new Formats(List.of(), Map.of());

    /// As many as Excel takes.
    private static final int MOST = 65_490;
    private static final int LONGEST = 255;
    private static final String GENERAL = "general";
    /// By their number in every workbook; those of dates and times are below.
    private static final Map<Integer, String> BUILT_IN = Map.of(0, GENERAL, 1, "0", 3, "#,##0", 49, "@");
    /// What colours, widths and languages say.
    private static final Pattern BESIDE = Pattern.compile("\\[(?![hms]+])[^\\]]*]|_.|\\*.");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.");
    private static final Pattern OF_DATES = Pattern.compile("[ymdhs年月日时分秒]|am/pm|上午|aaa");
    private static final Pattern CONDITION = Pattern.compile("\\[[<>=]");
    private static final Pattern OTHER_DIGITS = Pattern.compile("(?i)\\[dbnum");
    private static final String LITERAL = "\u0001";
    /// One run of digits; words before and behind.
    private static final Pattern DIGITS = Pattern.compile("([^0#?@%eE.,]*)([#0]+)([^0#?@%eE.,]*)");
    private static final BigDecimal THOUSAND = new BigDecimal(1_000);
    private static final DecimalFormatSymbols PLAIN = DecimalFormatSymbols.getInstance(Locale.ROOT);

    private final List<Integer> styles;
    private final Map<Integer, String> own;

    private Formats(List<Integer> styles, Map<Integer, String> own) {
        this.styles = styles;
        this.own = own;
    }

    static Formats in(Part part) {
        var styles = new ArrayList<Integer>();
        var own = new HashMap<Integer, String>();
        var isOfCells = false;
        while (part.next()) {
            if (part.begins("cellXfs")) {
                isOfCells = true;
            } else if (part.ends("cellXfs")) {
                isOfCells = false;
            } else if (isOfCells && part.begins("xf")) {
                styles.add(part.number("numFmtId", 0));
            } else if (part.begins("numFmt")) {
                own.put(part.number("numFmtId", 0), String.valueOf(part.attribute("formatCode")));
            }
            if (styles.size() > MOST || own.size() > MOST) {
                throw new UnreadableSheet(Why.IT_IS_TOO_LARGE);
            }
        }
        return new Formats(styles, own);
    }

    boolean isDate(int style) {
        int id = id(style);
        var written = own.get(id);
        if (written == null) {
            // 27 to 36 and 50 to 58 are dates in Chinese workbooks.
            return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
        }
        var code = beside(written).toLowerCase(Locale.ROOT);
        return !code.contains(GENERAL)
                && OF_DATES.matcher(QUOTED.matcher(code).replaceAll("")).find();
    }

    /// @param plain as it was typed in
    /// @return null where the format is not a simple one
    @Nullable
    String shown(BigDecimal number, String plain, int style) {
        int id = id(style);
        var format = own.getOrDefault(id, BUILT_IN.getOrDefault(id, "?"));
        if (format.equals(GENERAL)) {
            return plain;
        }
        if (format.length() > LONGEST
                || CONDITION.matcher(format).find()
                || OTHER_DIGITS.matcher(format).find()) {
            return null;
        }
        var code = beside(format.split(";", 2)[0]).strip();
        if (code.isEmpty() || code.equals("@") || code.equalsIgnoreCase(GENERAL)) {
            return plain;
        }
        var literals = new ArrayDeque<String>();
        var places = QUOTED.matcher(isBelowThousand(number) ? code.replace("#,##0", "0") : code)
                .replaceAll(literal -> {
                    literals.add(literal.group().replaceAll("^\"|\"$|^\\\\", ""));
                    return LITERAL;
                });
        var found = DIGITS.matcher(places);
        if (!found.matches()) {
            return null;
        }
        return Pattern.compile(LITERAL)
                .matcher(found.group(1) + digits(number, found.group(2)) + found.group(3))
                .replaceAll(_ -> Matcher.quoteReplacement(literals.remove()))
                .strip();
    }

    private static boolean isBelowThousand(BigDecimal number) {
        return number.abs().compareTo(THOUSAND) < 0;
    }

    private int id(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : 0;
    }

    private static String digits(BigDecimal number, String places) {
        var zeros = places.replace("#", "");
        var format = new DecimalFormat(zeros.isEmpty() ? "#" : zeros, PLAIN);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    private static String beside(String format) {
        return BESIDE.matcher(format).replaceAll("");
    }
}
