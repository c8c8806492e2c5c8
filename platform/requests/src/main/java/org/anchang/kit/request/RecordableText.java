package org.anchang.kit.request;

/// Text that the database can hold: without U+0000, and without half of a surrogate pair.
public final class RecordableText {
    private RecordableText() {}

    public static boolean is(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE);
    }
}
