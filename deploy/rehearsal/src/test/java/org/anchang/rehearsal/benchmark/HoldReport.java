package org.anchang.rehearsal.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The table of what was measured, in Markdown.
final class HoldReport {
    private final String title;
    private final List<String> rows = new ArrayList<>();
    private final List<String> costs = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    HoldReport(String title) {
        this.title = title;
    }

    /// @param bound what the ratio should be at least; at most, where the aim is below it
    void row(String measure, double ratio, double bound, double aim, String how) {
        var most = aim < bound;
        var held = most ? ratio <= bound : ratio >= bound;
        rows.add(line(
                "| %s | %.2f | %s%s | %s%s | %s | %s |",
                measure,
                ratio,
                most ? "≤ " : "",
                number(bound),
                most ? "≤ " : "",
                number(aim),
                held ? "yes" : "**no**",
                how));
    }

    void cpu(String what, Duration used, long requests) {
        costs.add(line("| %s | %,d | %.2f ms |", what, requests, used.toNanos() / 1e6 / Math.max(1, requests)));
    }

    void say(String remark) {
        remarks.add(remark);
    }

    void write(Path file) throws IOException {
        var text = new StringBuilder("# " + title + "\n\n");
        text.append(line(
                "%d cores for all: the service, PostgreSQL (which keeps what it commits), Kafka and the sender. JDK %s.\n",
                Runtime.getRuntime().availableProcessors(), Runtime.version()));
        remarks.forEach(remark -> text.append(remark).append('\n'));
        text.append("\n| measure | ratio | at least | aim | held | how |\n|---|---|---|---|---|---|\n");
        rows.forEach(row -> text.append(row).append('\n'));
        text.append("\n| requests | how many | processor time of the service, each |\n|---|---|---|\n");
        costs.forEach(cost -> text.append(cost).append('\n'));
        Files.writeString(file, text);
        System.out.println(text);
    }

    private static String number(double bound) {
        return String.valueOf(bound);
    }

    private static String line(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
