package org.anchang.office;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A process of the office, such as Kafka or a replica of a service.
///
/// @param log   where it says what it does
/// @param start returns when it is ready to work
record Part(String name, Path log, BooleanSupplier alive, Runnable start) {

    private static final int TAIL = 8192;

    boolean isAlive() {
        return alive.getAsBoolean();
    }

    /// What it said last, at most so many lines.
    List<String> lastLines(int most) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(TAIL, file.length())];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(String::strip)
                    .toList();
            return lines.subList(Math.max(0, lines.size() - most), lines.size());
        } catch (IOException _) {
            return List.of();
        }
    }

    /// The last of them.
    String lastLine() {
        var lines = lastLines(1);
        return lines.isEmpty() ? "it has said nothing" : lines.getFirst();
    }
}
