package org.anchang.kit.name;

import java.text.Normalizer;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// INV-17: names that look alike are one name. What was written is kept; what it is compared by is its
/// [#key], which the database computes too: its function `name_key` gives the same for every text, and
/// unique indexes rest on it.
///
/// Alike are: full width and half width, and whatever else Unicode calls compatible; a name with and
/// without blanks (also those that do not break, and line breaks), with and without characters that nobody
/// sees; dashes of all lengths; capitals and small letters.
public final class Names {
    /// Letters, marks and symbols that Unicode has for nothing to see: joiners, fillers, variation selectors.
    /// `name_key` of
    /// the database lists the same.
    private static final String FOR_NOTHING = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180E\u180F\u2065\u2800"
            + "\u3164\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F\uFFA0"
            + "\uFFF0\uFFF1\uFFF2\uFFF3\uFFF4\uFFF5\uFFF6\uFFF7\uFFF8\uD834\uDD59";
    private static final int FIRST_TAG = 0xE0000;
    private static final int LAST_TAG = 0xE0FFF;
    private static final String DASHES =
            "\u058A\u05BE\u1400\u1806\u2010\u2012\u2013\u2014\u2015\u2212\u2E3A\u2E3B\u301C\u3030\u30FC";
    /// Most names are: nothing has to be done.
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z\u4E00-\u9FA5#-]*+");

    private Names() {}

    /// What the name is compared by.
    public static String key(String written) {
        return each(plain(written).codePoints(), Character::toLowerCase);
    }

    /// The same with capitals as they are: for names that are put together from others and read by people.
    public static String plain(String written) {
        if (PLAIN.matcher(written).matches()) {
            return written;
        }
        var seen = each(compatible(written).codePoints().filter(Names::isSeen), IntUnaryOperator.identity());
        return each(compatible(seen).codePoints(), character -> DASHES.indexOf(character) < 0 ? character : '-');
    }

    /// As written, but for what nobody sees at its ends.
    public static String trimmed(String written) {
        int start = 0;
        int end = written.length();
        while (start < end && !isSeen(written.codePointAt(start))) {
            start += Character.charCount(written.codePointAt(start));
        }
        while (end > start && !isSeen(written.codePointBefore(end))) {
            end -= Character.charCount(written.codePointBefore(end));
        }
        return written.substring(start, end);
    }

    /// The same of what may be left out; null where there is nothing in it that anybody sees.
    public static @Nullable String seen(@Nullable String written) {
        return written == null || isUnseen(written) ? null : trimmed(written);
    }

    /// Whether there is nothing in it that anybody sees.
    public static boolean isUnseen(String written) {
        return compatible(written).codePoints().noneMatch(Names::isSeen);
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> FOR_NOTHING.indexOf(character) < 0 && (character < FIRST_TAG || character > LAST_TAG);
        };
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String each(IntStream characters, IntUnaryOperator change) {
        return characters
                .map(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
