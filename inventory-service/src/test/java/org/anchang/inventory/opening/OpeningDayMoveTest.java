package org.anchang.inventory.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpeningDayMoveTest {
    /// The moves of an opening day, drawn a second time: the state that each leads to, where it is possible.
    private static final String LEGAL = """
                         | PLANNED    | CHECK_IN   | DRAWN      | RUNNING | ENDED | CALLED_OFF
            OPEN_CHECK_IN| CHECK_IN   |            |            |         |       |
            DRAW         |            | DRAWN      |            |         |       |
            START        |            |            | RUNNING    |         |       |
            END          |            |            |            | ENDED   |       |
            CALL_OFF     | CALLED_OFF | CALLED_OFF | CALLED_OFF |         |       |
            """;
    /// The same of a ticket.
    private static final String TICKETS = """
                         | LISTED     | CHECKED_IN | WAITING    | CALLED  | PRESENT | OUT
            CHECK_IN     | CHECKED_IN |            |            |         |         |
            COME_LATE    | WAITING    |            |            |         |         |
            DRAW         |            | WAITING    |            |         |         |
            CALL         |            |            | CALLED     |         |         |
            APPEAR       |            |            |            | PRESENT |         |
            PUT_BACK     |            |            |            | WAITING |         |
            DROP         |            |            |            | OUT     |         |
            REINSTATE    |            |            |            |         |         | WAITING
            """;

    @ParameterizedTest(name = "INV-13 {0} from {1}")
    @MethodSource("everyPair")
    @DisplayName("INV-13 no other move of an opening day exists: every move from every state")
    void everyPairIsAsDrawn(OpeningDayMove move, OpeningDayState from, String to) {
        assertThat(move.startsFrom(from)).isEqualTo(!to.isEmpty());
        if (!to.isEmpty()) {
            assertThat(move.to()).isEqualTo(OpeningDayState.valueOf(to));
        }
    }

    @Test
    @DisplayName("INV-13 no other move of a ticket exists: every move from every state")
    void ticketsMoveAsDrawn() {
        var lines = cells(TICKETS);
        assertThat(lines).hasSize(TicketMove.values().length);
        for (var cells : lines) {
            var move = TicketMove.valueOf(cells[0].strip());
            for (var state : TicketState.values()) {
                var to = cells[state.ordinal() + 1].strip();
                assertThat(move.from() == state).as(move + " from " + state).isEqualTo(!to.isEmpty());
                assertThat(to.isEmpty() || move.to() == TicketState.valueOf(to)).isTrue();
            }
        }
    }

    static Stream<Arguments> everyPair() {
        var lines = cells(LEGAL);
        assertThat(lines).hasSize(OpeningDayMove.values().length);
        return lines.stream().flatMap(cells -> Arrays.stream(OpeningDayState.values())
                .map(state -> Arguments.of(
                        OpeningDayMove.valueOf(cells[0].strip()), state, cells[state.ordinal() + 1].strip())));
    }

    private static List<String[]> cells(String table) {
        return table.lines().skip(1).map(line -> line.split("\\|", -1)).toList();
    }
}
