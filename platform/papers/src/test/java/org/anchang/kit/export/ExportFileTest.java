package org.anchang.kit.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExportFileTest {
    private static final int ROWS = 100_000;

    /// Takes everything and counts it.
    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes += length;
        }
    }

    @Test
    @DisplayName(
            "PAP-3 of 100,000 rows the file's bytes leave as the rows come: what is in memory does not grow with them")
    void flows() {
        var out = new Counting();
        var headings = IntStream.range(0, 8)
                .mapToObj(n -> new ExportRows.Heading("列" + n, 12))
                .toList();
        var left = new long[ROWS / 10_000 + 1];
        try (var file = new ExportFile(out, "行", "导出人", headings)) {
            for (int n = 0; n < ROWS; n++) {
                file.row(row(n));
                if (n % 10_000 == 0) {
                    left[n / 10_000] = out.bytes;
                }
            }
            left[ROWS / 10_000] = out.bytes;
        }

        for (int part = 1; part < left.length; part++) {
            assertThat(left[part] - left[part - 1])
                    .as("bytes of the rows up to %d0,000", part)
                    .isGreaterThan(out.bytes / 20);
        }
        assertThat(out.bytes - left[left.length - 1]).isLessThan(out.bytes / 20);
    }

    private static List<@Nullable Object> row(int n) {
        return Arrays.asList(
                "CLY-ZS" + n, "张" + n, "0139" + n, "=1+" + n, new BigDecimal(n + ".25"), null, "-" + n, "x" + n % 7);
    }
}
