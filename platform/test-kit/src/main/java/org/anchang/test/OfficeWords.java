package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is said in Chinese is Chinese, down to its punctuation: of whatever a module says, and of the kit's words
/// that it has beside its own.
public abstract class OfficeWords {
    private static final List<String> BUNDLES =
            List.of("refusals", "facts", "kit_refusals", "kit_facts", "ValidationMessages");
    /// Easily lost on typing: a comma, colon, semicolon, bracket, question or exclamation mark of the other width.
    private static final Pattern HALF_WIDTH =
            Pattern.compile("[\\p{IsHan}“”（）{}] ?[,:;()?!]|[,:;()?!] ?[\\p{IsHan}“”（）{}]");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]*[a-z]{3,}[A-Za-z]*");
    /// What is typed, sent or saved under this very name.
    private static final List<String> NAMES = List.of(
            "Idempotency",
            "Key",
            "Match",
            "Office",
            "Clock",
            "Last",
            "Event",
            "Accept",
            "true",
            "false",
            "Excel",
            "Unicode",
            "xls",
            "xlsb",
            "xlsx");

    /// What stands in Chinese sentences as it is typed, e.g. the names of a form's fields.
    protected List<String> names() {
        return List.of();
    }

    @Test
    @DisplayName("Chinese sentences have Chinese punctuation")
    void punctuationIsChinese() throws IOException {
        assertThat(all("_zh"))
                .isNotEmpty()
                .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(HALF_WIDTH));
    }

    @Test
    @DisplayName("what is said in Chinese has no English left in it")
    void nothingIsLeftInEnglish() throws IOException {
        assertThat(all("_zh")).allSatisfy((key, text) -> {
            assertThat(text).as(key).containsPattern(CHINESE);
            assertThat(ENGLISH.matcher(PLACE.matcher(text).replaceAll(""))
                            .results()
                            .map(MatchResult::group))
                    .as(key)
                    .allMatch(word -> NAMES.contains(word) || names().contains(word));
        });
    }

    @Test
    @DisplayName("both languages rest on the same facts")
    void factsAreTheSame() throws IOException {
        var english = all("_en");

        assertThat(all("_zh")).allSatisfy((key, text) -> {
            if (english.containsKey(key)) {
                assertThat(places(text)).as(key).isEqualTo(places(english.get(key)));
            }
        });
    }

    private static TreeSet<String> places(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().map(MatchResult::group).forEach(places::add);
        return places;
    }

    /// Every sentence of that language, by bundle and key.
    private Map<String, String> all(String language) throws IOException {
        var all = new TreeMap<String, String>();
        for (var bundle : BUNDLES) {
            var words = new Properties();
            try (var file = getClass().getResourceAsStream("/" + bundle + language + ".properties")) {
                if (file != null) {
                    words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
                }
            }
            words.forEach((key, text) -> all.put(bundle + " " + key, (String) text));
        }
        return all;
    }
}
