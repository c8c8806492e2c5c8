package org.anchang.inventory.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PieceRulesTest {
    @Test
    @DisplayName("INV-7 parts that were compressed each by itself are one gzip file of the whole text")
    void joined() {
        var chance = new Random(7);
        for (int round = 0; round < 200; round++) {
            var texts = Stream.generate(() -> text(chance, chance.nextInt(3) * chance.nextInt(40_000)))
                    .limit(chance.nextInt(6))
                    .toList();

            var file = Piece.joined(texts.stream()
                    .map(text -> Piece.of(text.getBytes(StandardCharsets.UTF_8)))
                    .toList());

            assertThat(new String(Piece.text(file), StandardCharsets.UTF_8)).isEqualTo(String.join("", texts));
        }
    }

    @Test
    @DisplayName("INV-7 a part that fills the buffer to its last byte is whole")
    void sizes() {
        var chance = new Random(11);
        for (int length = 16_300; length < 16_500; length++) {
            var bytes = new byte[length];
            chance.nextBytes(bytes);

            assertThat(Piece.text(Piece.joined(List.of(Piece.of(bytes), Piece.of(bytes)))))
                    .hasSize(2 * length)
                    .startsWith(bytes);
        }
    }

    private static String text(Random chance, int length) {
        var text = new char[length];
        for (int at = 0; at < length; at++) {
            text[at] = "\"楼层:{},01abc".charAt(chance.nextInt(12));
        }
        return new String(text);
    }
}
