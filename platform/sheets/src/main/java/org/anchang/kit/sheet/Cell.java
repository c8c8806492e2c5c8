package org.anchang.kit.sheet;

import java.util.Set;
import java.util.regex.Pattern;
import org.anchang.kit.name.Names;
import org.jspecify.annotations.Nullable;

/// What stands in one cell, without blanks around it.
///
/// @param value the text; the decimals of a number as they were typed in; a date as ISO writes it
/// @param shown the text that a spreadsheet shows, `01` for 1 in the format `00`; null where what is kept is no
///     text and what is shown is not told by a simple format: a date, a truth value, a fraction
public record Cell(Kind kind, String value, @Nullable String shown) {
    /// What a workbook keeps; in CSV everything is text.
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        TRUTH,
        /// A formula that came to nothing, or was never computed.
        ERROR
    }

    static final Cell EMPTY = new Cell(Kind.TEXT, "", "");

    private static final Set<String> ERRORS = Set.of(
            "#DIV/0!",
            "#N/A",
            "#NAME?",
            "#NULL!",
            "#NUM!",
            "#REF!",
            "#VALUE!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#GETTING_DATA");
    private static final char NOT_IN_THE_ENCODING = '\uFFFD';
    /// What a spreadsheet makes of `1-2`, as it writes it into CSV.
    private static final Pattern MADE_A_DATE = Pattern.compile(
            "((19|20)\\d\\d[年/-])?(0?[1-9]|1[0-2])[月/-](0?[1-9]|[12]\\d|3[01])日?|\\d{1,2}-[A-Z][a-z]{2}(-\\d\\d)?"
                    + "|[A-Z][a-z]{2}-\\d\\d");
    /// And of a long number.
    private static final Pattern MADE_SHORT = Pattern.compile("\\d(\\.\\d+)?E\\+\\d+");
    private static final Pattern TWO_NUMBERS = Pattern.compile("\\d{1,2}[/-]\\d{1,2}");

    static Cell text(String text) {
        // INV-17: nor anything else around it that nobody sees.
        var stripped = Names.trimmed(text.strip());
        return stripped.isEmpty() ? EMPTY : new Cell(Kind.TEXT, stripped, stripped);
    }

    /// What is wrong with it as the text of a name or a number of something.
    public enum Fault {
        WRONG_ENCODING,
        FORMULA_ERROR,
        /// The spreadsheet took what was typed for a date, and what was typed is lost.
        A_DATE,
        /// A truth value, or a number in a format that shows something else.
        NO_TEXT
    }

    /// @return null if it is fit to be taken for what is shown
    public @Nullable Fault fault() {
        if (value.indexOf(NOT_IN_THE_ENCODING) >= 0 || value.indexOf('\0') >= 0) {
            return Fault.WRONG_ENCODING;
        }
        if (kind == Kind.ERROR || value.startsWith("=") || ERRORS.contains(value)) {
            return Fault.FORMULA_ERROR;
        }
        return null;
    }

    /// The same where it names something: there a date is none.
    public @Nullable Fault faultAsName() {
        var fault = fault();
        if (fault != null) {
            return fault;
        }
        if (kind == Kind.DATE || isMadeADate(value)) {
            return Fault.A_DATE;
        }
        return shown == null || MADE_SHORT.matcher(shown).matches() ? Fault.NO_TEXT : null;
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /// What is shown, or else what is kept.
    public String text() {
        return shown == null ? value : shown;
    }

    /// `1-2` and `1/2` are what people type; it is a date only where it was turned into one.
    private static boolean isMadeADate(String text) {
        return MADE_A_DATE.matcher(text).matches() && !TWO_NUMBERS.matcher(text).matches();
    }
}
