package org.anchang.customer.finding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anchang.customer.spelling.Spelling;
import org.anchang.kit.name.Names;

/// CUS-9: the parts of a name by which it is found. Of 张三丰: each character and each two in a row; the beginnings of
/// its spelling (`z` … `zhangsanfeng`) and of its initials (`z`, `zs`, `zsf`); and the given name alone (`sanfeng`,
/// `sf`, `feng`).
final class NameParts {
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final Pattern WITH_V = Pattern.compile("^([ln])u(?=e?$)");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]");
    /// Names are short; of longer ones the beginning finds them.
    private static final int CHARACTERS = 20;
    private static final int SYLLABLES = 8;
    private static final int SPELLING = 12;

    private NameParts() {}

    static Set<String> of(String name) {
        var parts = new LinkedHashSet<String>();
        parts.addAll(characters(Names.key(name)));
        var syllables = Spelling.syllables(name, SYLLABLES).stream()
                .map(syllable -> syllable.toLowerCase(Locale.ROOT))
                .filter(syllable -> !syllable.isEmpty())
                .toList();
        parts.addAll(spelled(syllables));
        // 吕 is typed with v or with u.
        parts.addAll(spelled(syllables.stream()
                .map(syllable -> WITH_V.matcher(syllable).replaceFirst("$1v"))
                .toList()));
        return parts;
    }

    /// All of them must be in the name.
    static Set<String> sought(String typed) {
        var key = Names.key(typed);
        var letters = key.replace("'", "").replace("’", "");
        if (LETTERS.matcher(letters).matches()) {
            return Set.of("s:" + beginning(letters));
        }
        var characters = characters(key);
        var pairs = characters.stream()
                .filter(part -> part.codePointCount(0, part.length()) > "c:".length() + 1)
                .collect(Collectors.toSet());
        return pairs.isEmpty() ? characters : pairs;
    }

    private static Set<String> characters(String key) {
        var all =
                key.codePoints().limit(CHARACTERS).mapToObj(Character::toString).toList();
        var parts = new LinkedHashSet<String>();
        for (int i = 0; i < all.size(); i++) {
            if (!LETTERS.matcher(all.get(i)).matches()) {
                parts.add("c:" + all.get(i));
            }
            if (i > 0
                    && !(LETTERS.matcher(all.get(i - 1)).matches()
                            && LETTERS.matcher(all.get(i)).matches())) {
                parts.add("c:" + all.get(i - 1) + all.get(i));
            }
        }
        return parts;
    }

    private static Set<String> spelled(List<String> syllables) {
        var parts = new LinkedHashSet<String>();
        var initials =
                syllables.stream().map(syllable -> syllable.substring(0, 1)).collect(Collectors.joining());
        for (int start = 0; start < syllables.size(); start++) {
            var rest = NO_LETTERS
                    .matcher(String.join("", syllables.subList(start, syllables.size())))
                    .replaceAll("");
            for (var way : List.of(rest, initials.substring(start))) {
                if (start == 0) {
                    for (int end = 1; end <= Math.min(way.length(), SPELLING); end++) {
                        parts.add("s:" + way.substring(0, end));
                    }
                }
                parts.add("s:" + beginning(way));
            }
        }
        return parts;
    }

    private static String beginning(String letters) {
        return letters.substring(0, Math.min(letters.length(), SPELLING));
    }
}
