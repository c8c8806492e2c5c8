package org.anchang.kit.sheet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.anchang.kit.problem.Refusal;
import org.anchang.kit.problem.Refused;
import org.jspecify.annotations.Nullable;

/// A file, or what follows in it, cannot be read as a table.
public final class UnreadableSheet extends RuntimeException {
    /// What it is instead, or what it lacks.
    public enum Why {
        IT_IS_EMPTY,
        /// Excel's format before 2007.
        IT_IS_AN_OLD_WORKBOOK,
        /// A workbook with a password.
        IT_IS_A_LOCKED_WORKBOOK,
        IT_IS_A_BINARY_WORKBOOK,
        IT_IS_ANOTHER_OFFICE_DOCUMENT,
        IT_IS_A_PDF,
        IT_IS_A_PICTURE,
        /// Web pages and XML, which some programs call `.xls`.
        IT_IS_A_WEB_PAGE,
        IT_IS_AN_ARCHIVE,
        IT_IS_A_DAMAGED_WORKBOOK,
        IT_IS_UTF_16,
        IT_IS_NEITHER_UTF_8_NOR_GBK,
        ITS_QUOTES_DO_NOT_CLOSE,
        /// More than a process can be asked to read.
        IT_IS_TOO_LARGE,
        ITS_TEXTS_ARE_TOO_MANY,
        ITS_ROWS_ARE_TOO_MANY,
        ITS_COLUMNS_ARE_TOO_MANY,
        /// `cell`: where no spreadsheet has one.
        A_CELL_LIES_OUTSIDE,
        /// `sheet` was asked for; `sheets` are there.
        NO_SUCH_SHEET,
        IT_HAS_NO_ROWS,
        COLUMNS_ARE_MISSING,
        /// `columns` are missing; `unknown` headings are there; `known`: what they may be called.
        HEADINGS_ARE_UNKNOWN,
        /// `columns` are missing; `hidden` headings are there.
        COLUMNS_ARE_HIDDEN,
        /// A second `sheet` is a list as well, but lacks `columns`.
        A_SHEET_LACKS_COLUMNS,
        A_COLUMN_STANDS_TWICE
    }

    private final Why why;
    private final transient Map<String, Object> facts;

    private UnreadableSheet(Why why, Map<String, Object> facts, @Nullable Throwable cause) {
        super(why.name(), cause);
        this.why = why;
        this.facts = facts;
    }

    UnreadableSheet(Why why, @Nullable Throwable cause) {
        this(why, Map.of(), cause);
    }

    UnreadableSheet(Why why) {
        this(why, null);
    }

    UnreadableSheet with(String name, Object value) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new UnreadableSheet(why, more, getCause());
    }

    /// Of a list that is kept in memory.
    public static UnreadableSheet ofTooManyRows() {
        return new UnreadableSheet(Why.ITS_ROWS_ARE_TOO_MANY);
    }

    public static UnreadableSheet ofTooManyTexts() {
        return new UnreadableSheet(Why.ITS_TEXTS_ARE_TOO_MANY);
    }

    public Why why() {
        return why;
    }

    /// As the answer to whoever sent the file.
    public Refused refused(Refusal refusal) {
        var refused = Refused.refuse(refusal).with("why", why.name());
        for (var fact : facts.entrySet()) {
            refused = refused.with(fact.getKey(), fact.getValue());
        }
        return refused;
    }
}
