package org.anchang.customer.registration;

import org.anchang.customer.spelling.Spelling;

/// CUS-2: the first two capital letters of a name (姓名前两位大写字母): of its first two characters or words, or of
/// the spelling where there is one only. 张三 → `ZS`, 张 → `ZH`, John Smith → `JS`, Madonna → `MA`; what has no
/// letter counts as `X`.
final class NameInitials {
    private static final String NO_LETTER = "X";

    private NameInitials() {}

    static String of(String name) {
        var syllables = Spelling.syllables(name, 2);
        if (syllables.size() > 1) {
            return first(syllables.get(0)) + first(syllables.get(1));
        }
        var spelling = syllables.isEmpty() ? "" : syllables.getFirst();
        return (spelling + NO_LETTER + NO_LETTER).substring(0, 2);
    }

    private static String first(String syllable) {
        return syllable.isEmpty() ? NO_LETTER : syllable.substring(0, 1);
    }
}
