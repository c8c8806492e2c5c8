package org.anchang.inventory.sheet;

import org.jspecify.annotations.Nullable;

/// A file, or what follows in it, cannot be read as a table.
public final class UnreadableSheet extends RuntimeException {
    /// What it is instead.
    public enum Why {
        IT_IS_EMPTY,
        /// Excel's format before 2007, or a workbook with a password.
        IT_IS_AN_OLD_OR_LOCKED_WORKBOOK,
        IT_IS_A_DAMAGED_WORKBOOK,
        ITS_TEXTS_ARE_TOO_MANY,
        IT_IS_NEITHER_UTF_8_NOR_GBK,
        ITS_QUOTES_DO_NOT_CLOSE
    }

    private final Why why;

    UnreadableSheet(Why why, @Nullable Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    UnreadableSheet(Why why) {
        this(why, null);
    }

    public Why why() {
        return why;
    }
}
