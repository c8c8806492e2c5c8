package org.anchang.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.anchang.inventory.adjustment.PriceRule;
import org.anchang.inventory.opening.OpeningDayMove;
import org.anchang.inventory.opening.OpeningDayState;
import org.anchang.inventory.opening.TicketMove;
import org.anchang.inventory.opening.TicketState;
import org.anchang.inventory.pricing.BadCell;
import org.anchang.inventory.release.ReleaseState;
import org.anchang.inventory.sheet.UnreadableSheet;
import org.anchang.inventory.ticket.BadRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FactWordsTest {
    private static final List<String> REASONS = words(
            "reason",
            codes(BadCell.Reason.values(), BadRow.Reason.values(), PriceRule.LeftOut.values()),
            "NUMBER_MISSING");
    private static final List<String> WHY = words(
            "why",
            codes(UnreadableSheet.Why.values()),
            "IT_HAS_NO_ROWS",
            "COLUMNS_ARE_MISSING",
            "A_COLUMN_STANDS_TWICE",
            "READING_WAS_INTERRUPTED",
            "READING_FAILED",
            "ITS_ROWS_ARE_GONE");
    private static final List<String> HEADINGS =
            words("heading", List.of(), "LINE", "COLUMN", "VALUE", "REASON", "CODE");
    private static final List<String> STATES = words(
            "state",
            codes(
                    ReleaseState.values(),
                    OpeningDayState.values(),
                    TicketState.values(),
                    states("pricing.PriceListDraft"),
                    states("adjustment.PriceAdjustment")));
    private static final List<String> MOVES =
            words("move", codes(OpeningDayMove.values(), TicketMove.values()), "LIST_TICKETS", "NAME_CUSTOMER");

    private static final List<String> IN_ENGLISH =
            Stream.of(REASONS, WHY, HEADINGS).flatMap(List::stream).toList();
    private static final List<String> IN_CHINESE =
            Stream.of(IN_ENGLISH, STATES, MOVES).flatMap(List::stream).toList();

    @Test
    @DisplayName("what is wrong with a list is said in English and in Chinese, states and moves in Chinese too")
    void everyCodeHasWords() throws IOException {
        assertThat(inFile("en")).containsExactlyInAnyOrderElementsOf(IN_ENGLISH);
        assertThat(inFile("zh")).containsExactlyInAnyOrderElementsOf(IN_CHINESE);
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
            var states = Class.forName("org.anchang.inventory." + thing + "$State");
            return (Enum<?>[]) states.getEnumConstants();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> inFile(String language) throws IOException {
        var words = new Properties();
        try (var file =
                Objects.requireNonNull(FactWordsTest.class.getResourceAsStream("/facts_" + language + ".properties"))) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        assertThat(words.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
        return List.copyOf(words.stringPropertyNames());
    }
}
