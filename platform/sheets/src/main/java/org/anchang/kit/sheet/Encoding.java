package org.anchang.kit.sheet;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.anchang.kit.sheet.UnreadableSheet.Why;

/// How a text file is written. The first line that is not plain ASCII, which is that of the headings in most,
/// decides: so a broken byte further down is a bad cell of its row and does not turn the whole file into another
/// encoding.
final class Encoding {
    private static final Charset GBK_AND_MORE = Charset.forName("GB18030");
    private static final int LONGEST_LINE = 1 << 16;
    /// Between two cells: in UTF-16 a zero stands beside it.
    private static final String SEPARATORS = ",;\t\r\n";

    private Encoding() {}

    /// @throws UnreadableSheet where it is neither UTF-8 nor GBK
    static Charset of(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), LONGEST_LINE)) {
            var line = telling(in);
            return List.of(StandardCharsets.UTF_8, GBK_AND_MORE).stream()
                    .filter(charset -> reads(charset, line))
                    .findFirst()
                    .orElseThrow(() -> new UnreadableSheet(Why.IT_IS_NEITHER_UTF_8_NOR_GBK));
        }
    }

    /// The first line with bytes beyond ASCII; empty if there is none.
    private static byte[] telling(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        var beyond = false;
        int before = -1;
        for (int one = in.read(); one >= 0; before = one, one = in.read()) {
            if (one == 0 && (SEPARATORS.indexOf(before) >= 0 || SEPARATORS.indexOf(in.read()) >= 0)) {
                throw new UnreadableSheet(Why.IT_IS_UTF_16);
            }
            if (one == 0 || line.size() == LONGEST_LINE) {
                throw new UnreadableSheet(Why.IT_IS_NEITHER_UTF_8_NOR_GBK);
            }
            if (one == '\n' || one == '\r') {
                if (beyond) {
                    break;
                }
                line.reset();
            } else {
                line.write(one);
                beyond |= one > 0x7F;
            }
        }
        return line.toByteArray();
    }

    private static boolean reads(Charset charset, byte[] line) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(line)).toString().indexOf('\uFFFD') < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
