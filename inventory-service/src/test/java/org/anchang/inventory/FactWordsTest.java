package org.anchang.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anchang.inventory.opening.CallRules.AbsenceRule;
import org.anchang.inventory.opening.OpeningDayMove;
import org.anchang.inventory.opening.OpeningDayState;
import org.anchang.inventory.opening.TicketMove;
import org.anchang.inventory.opening.TicketState;
import org.anchang.inventory.opening.ticket.BadRow;
import org.anchang.inventory.price.adjustment.PriceRule;
import org.anchang.inventory.price.list.BadCell;
import org.anchang.inventory.sale.release.ReleaseState;
import org.anchang.kit.problem.Words;
import org.anchang.kit.sheet.UnreadableSheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactWordsTest {
    private static final List<String> REASONS = words(
            "reason",
            codes(BadCell.BadCellReason.values(), BadRow.BadRowReason.values(), PriceRule.LeftOutOfAdjustment.values()),
            "NUMBER_MISSING");
    /// Beside what the kit says of files that are no table.
    private static final List<String> OWN_WHY = words(
            "why",
            List.of(),
            "FLOOR_PRICES_ARE_NOT_YOURS",
            "READING_WAS_INTERRUPTED",
            "READING_FAILED",
            "ITS_ROWS_ARE_GONE");
    private static final List<String> WHY = Stream.concat(
                    words("why", codes(UnreadableSheet.Why.values())).stream(), OWN_WHY.stream())
            .toList();
    private static final List<String> HEADINGS =
            words("heading", List.of(), "SHEET", "LINE", "COLUMN", "VALUE", "REASON", "CODE");
    private static final List<String> STATES = words(
            "state",
            codes(
                    ReleaseState.values(),
                    OpeningDayState.values(),
                    TicketState.values(),
                    states("price.list.PriceListDraft$DraftState"),
                    states("price.adjustment.PriceAdjustment$AdjustmentState")));
    private static final List<String> MOVES =
            words("move", codes(OpeningDayMove.values(), TicketMove.values()), "LIST_TICKETS", "NAME_CUSTOMER");

    private static final List<String> SETTINGS = words("setting", codes(InventorySetting.values()));
    private static final List<String> CHOICES = words("choices", codes(AbsenceRule.values()));

    private static final List<String> IN_ENGLISH = Stream.of(REASONS, OWN_WHY, HEADINGS, STATES, MOVES)
            .flatMap(List::stream)
            .toList();
    private static final List<String> IN_CHINESE =
            Stream.of(IN_ENGLISH, SETTINGS, CHOICES).flatMap(List::stream).toList();

    /// By the placeholder in a sentence.
    private static final Map<String, List<String>> CODES = Map.of(
            "state",
            afterDot(STATES),
            "move",
            afterDot(MOVES),
            "why",
            afterDot(WHY),
            "expected",
            List.of("WHOLE", "CHOICE"));
    private static final Map<String, Object> NO_CODES = Map.ofEntries(
            Map.entry("columns", List.of("楼栋", "房号")),
            Map.entry("choices", List.of("BACK", "END", "OUT")),
            Map.entry("known", List.of("甲", "乙")),
            Map.entry("can", List.of("甲", "乙")),
            Map.entry("filter", "楼栋=3栋"),
            Map.entry("permit", "洛房预字第7号"),
            Map.entry("attached", "地下-车位7"),
            Map.entry("from", LocalDate.parse("2026-09-18")),
            Map.entry("since", Instant.parse("2026-09-18T02:15:00Z")),
            Map.entry("until", Instant.parse("2026-09-18T02:15:00Z")),
            Map.entry("unknown", List.of("楼盘表", "备注")),
            Map.entry("hidden", List.of("房号")),
            Map.entry("sheet", "一房一价"),
            Map.entry("sheets", List.of("说明", "一房一价")),
            Map.entry("cell", "A9"));
    private static final List<String> NUMBERS =
            List.of("count", "limit", "longest", "quota", "line", "column", "first", "last");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    /// Names of forms, and what is to be typed.
    private static final Pattern NO_WORDS = Pattern.compile(
            "UTF-8|UTF-16|Unicode|ISO|GBK|CSV|PDF|XML|JSON|Excel|WPS|Idempotency-Key|If-Match|ETag"
                    + "|X-Office-Clock|Accept|true|false|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\.xlsx?|BACK|END|OUT");
    private static final Pattern A_CODE = Pattern.compile("[A-Za-z]{2}|[{}_\\\\]|\\d{4}-\\d\\d-\\d\\dT(?!09:30)");

    @ParameterizedTest
    @ValueSource(strings = {"refusals_zh", "kit_refusals_zh"})
    @DisplayName("whatever its facts are, a refusal in Chinese is Chinese")
    void noCodeInChinese(String bundle) throws IOException {
        var words = new Words();
        var said = 0;
        for (var sentence : inFile(bundle).entrySet()) {
            for (var facts : factsOf(sentence.getValue())) {
                var text = words.of(sentence.getKey(), facts, Locale.CHINESE);

                assertThat(NO_WORDS.matcher(text).replaceAll(""))
                        .as(sentence.getKey() + " " + facts)
                        .doesNotContainPattern(A_CODE);
                said++;
            }
        }
        assertThat(said).isGreaterThan(20);
        assertThat(words.of(
                        "OPENING_DAY_MOVE_NOT_POSSIBLE",
                        Map.of("state", OpeningDayState.RUNNING, "move", "DRAW"),
                        Locale.CHINESE))
                .isEqualTo("开盘活动正在进行时不能定序。");
        assertThat(words.of("NEXT_IN_LINE_COMES_FIRST", NO_CODES, Locale.CHINESE))
                .contains("2026-09-18 10:15:00");
    }

    /// One of its facts goes through all of its codes at a time.
    private static List<Map<String, Object>> factsOf(String sentence) {
        var places =
                PLACE.matcher(sentence).results().map(place -> place.group(1)).toList();
        var all = new ArrayList<Map<String, Object>>();
        var first = new LinkedHashMap<String, Object>();
        for (var place : places) {
            var codes = CODES.get(place);
            assertThat(codes != null || NO_CODES.containsKey(place) || NUMBERS.contains(place))
                    .as("what may stand for {" + place + "}")
                    .isTrue();
            first.put(place, codes != null ? codes.getFirst() : NO_CODES.getOrDefault(place, 7));
        }
        // What stands in the words of another fact.
        List.of("columns", "choices", "unknown", "hidden", "sheet", "sheets", "cell")
                .forEach(fact -> first.put(fact, NO_CODES.get(fact)));
        first.put("least", 0);
        first.put("most", 7);
        all.add(first);
        for (var place : places) {
            for (var code : CODES.getOrDefault(place, List.of())) {
                var facts = new LinkedHashMap<>(first);
                facts.put(place, code);
                all.add(facts);
            }
        }
        return all;
    }

    @Test
    @DisplayName("every code that stands in a refusal or a list has words in English and in Chinese, every setting too")
    void everyCodeHasWords() throws IOException {
        assertThat(inFile("facts_en").keySet()).containsExactlyInAnyOrderElementsOf(IN_ENGLISH);
        assertThat(inFile("facts_zh").keySet()).containsExactlyInAnyOrderElementsOf(IN_CHINESE);
    }

    private static List<String> codes(Enum<?>[]... kinds) {
        return Stream.of(kinds).flatMap(Stream::of).map(Enum::name).distinct().toList();
    }

    private static List<String> words(String fact, List<String> codes, String... others) {
        return Stream.concat(codes.stream(), Stream.of(others))
                .map(code -> fact + "." + code)
                .toList();
    }

    /// Of a thing that only its own package knows.
    private static Enum<?>[] states(String thing) {
        try {
            var states = Class.forName("org.anchang.inventory." + thing);
            return (Enum<?>[]) states.getEnumConstants();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> afterDot(List<String> words) {
        return words.stream().map(word -> word.substring(word.indexOf('.') + 1)).toList();
    }

    private static Map<String, String> inFile(String bundle) throws IOException {
        var words = new Properties();
        try (var file = Objects.requireNonNull(FactWordsTest.class.getResourceAsStream("/" + bundle + ".properties"))) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        assertThat(words.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
        var texts = new TreeMap<String, String>();
        words.stringPropertyNames().forEach(name -> texts.put(name, words.getProperty(name)));
        return texts;
    }
}
