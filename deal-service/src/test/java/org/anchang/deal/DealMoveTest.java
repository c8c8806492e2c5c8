package org.anchang.deal;

import static org.anchang.deal.Refusing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DealMoveTest {
    /// The table of legal moves, drawn a second time.
    private static final String LEGAL = """
                   | RESERVE | SUBSCRIBE | SIGN | FILE | VOID | SWAP | REFUND | LAPSE
        QUEUED     |    x    |     x     |      |      |      |      |        |   x
        RESERVED   |         |     x     |      |      |  x   |  x   |   x    |   x
        SUBSCRIBED |         |           |  x   |      |  x   |  x   |   x    |   x
        CONTRACTED |         |           |      |  x   |      |      |   x    |
        FILED      |         |           |      |      |      |      |   x    |
        VOIDED     |         |           |      |      |      |      |        |
        REFUNDED   |         |           |      |      |      |      |        |
        SWAPPED    |         |           |      |      |      |      |        |
        LAPSED     |         |           |      |      |      |      |        |
        """;

    private static final Map<String, String> RULE = Map.of(
            "RESERVE", "DEP-1",
            "SUBSCRIBE", "DEP-2",
            "SIGN", "CON-2",
            "FILE", "CON-6",
            "VOID", "DEP-6",
            "SWAP", "SWP-2",
            "REFUND", "RFD-2",
            "LAPSE", "DEP-2");

    record Cell(DealStage stage, DealMove move, boolean legal) {}

    static Stream<Cell> cells() {
        var lines = LEGAL.lines().toList();
        var moves = columns(lines.getFirst());
        var cells = new ArrayList<Cell>();
        for (var line : lines.subList(1, lines.size())) {
            var columns = columns(line);
            for (var column = 1; column < moves.size(); column++) {
                var legal = column < columns.size() && columns.get(column).equals("x");
                cells.add(new Cell(DealStage.valueOf(columns.getFirst()), DealMove.valueOf(moves.get(column)), legal));
            }
        }
        return cells.stream();
    }

    @ParameterizedTest(name = "SWP-2 DEP-2 DEP-6 CON-2 CON-6 the table of legal moves: {0}")
    @MethodSource("cells")
    void everyCell(Cell cell) {
        assertThat(cell.move().isPossibleFrom(cell.stage())).isEqualTo(cell.legal());
        if (cell.legal()) {
            assertThat(cell.move().from(cell.stage())).isNotEqualTo(cell.stage());
        } else {
            var refused = assertRefused(
                    DealRefusal.STAGE_DOES_NOT_ALLOW, () -> cell.move().from(cell.stage()));
            assertThat(refused.facts())
                    .containsEntry("rule", RULE.get(cell.move().name()));
        }
    }

    @Test
    @DisplayName("SWP-2 a swap is refused once the contract is signed, and says so by its rule")
    void noSwapOnceSigned() {
        var refused = assertRefused(DealRefusal.STAGE_DOES_NOT_ALLOW, () -> DealMove.SWAP.from(DealStage.CONTRACTED));

        assertThat(refused.facts()).containsEntry("rule", "SWP-2").containsEntry("stage", "CONTRACTED");
    }

    @Test
    @DisplayName("the second table has every stage and every move")
    void tableIsWhole() {
        assertThat(cells()).hasSize(DealStage.values().length * DealMove.values().length);
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
