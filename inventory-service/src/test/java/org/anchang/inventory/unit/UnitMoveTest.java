package org.anchang.inventory.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnitMoveTest {
    /// The table of INV-3, drawn a second time: the state that a move leads to, where it is possible.
    private static final String LEGAL = """
                       | CLOSED    | AVAILABLE | HELD       | RESERVED   | SUBSCRIBED | CONTRACTED | FILED | WITHHELD
            RELEASE    | AVAILABLE |           |            |            |            |            |       |
            WITHHOLD   |           | WITHHELD  |            |            |            |            |       |
            OFFER_AGAIN|           |           |            |            |            |            |       | AVAILABLE
            HOLD       |           | HELD      |            |            |            |            |       |
            EXPIRE     |           |           | AVAILABLE  |            |            |            |       |
            LET_GO     |           |           | AVAILABLE  |            |            |            |       |
            RESERVE    |           |           | RESERVED   |            |            |            |       |
            SUBSCRIBE  |           |           | SUBSCRIBED | SUBSCRIBED |            |            |       |
            SIGN       |           |           |            |            | CONTRACTED |            |       |
            FILE       |           |           |            |            |            | FILED      |       |
            VOID       |           |           |            | AVAILABLE  | AVAILABLE  |            |       |
            LAPSE      |           |           | AVAILABLE  | AVAILABLE  | AVAILABLE  |            |       |
            REFUND     |           |           |            | AVAILABLE  | AVAILABLE  | AVAILABLE  | AVAILABLE |
            SWAP_AWAY  |           |           |            | AVAILABLE  | AVAILABLE  |            |       |
            """;

    @ParameterizedTest(name = "INV-3 {0} from {1}")
    @MethodSource("everyPair")
    @DisplayName("INV-3 no other transition exists: every move from every state")
    void everyPairIsAsDrawn(UnitMove move, UnitState from, String to) {
        assertThat(move.startsFrom(from)).isEqualTo(!to.isEmpty());
        if (!to.isEmpty()) {
            assertThat(move.to()).isEqualTo(UnitState.valueOf(to));
        }
    }

    static Stream<Arguments> everyPair() {
        var lines = LEGAL.lines().map(line -> line.split("\\|", -1)).toList();
        assertThat(lines).hasSize(UnitMove.values().length + 1);
        return lines.stream().skip(1).flatMap(cells -> Arrays.stream(UnitState.values())
                .map(state ->
                        Arguments.of(UnitMove.valueOf(cells[0].strip()), state, cells[state.ordinal() + 1].strip())));
    }
}
