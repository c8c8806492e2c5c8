package org.anchang.rehearsal.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.anchang.backing.PostgresServer;

/// pgbench from the PATH.
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([0-9]+)");
    private final PostgresServer postgres;

    Pgbench(PostgresServer postgres) {
        this.postgres = postgres;
    }

    static boolean isThere() {
        try {
            return new ProcessBuilder("pgbench", "--version").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// @return transactions a second
    double run(Path script, int clients, Duration time) throws IOException, InterruptedException {
        var command = new ProcessBuilder(List.of(
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=1",
                        "--time=" + Math.max(1, time.toSeconds()),
                        "--define=i=0",
                        "--file=" + script,
                        "--host=127.0.0.1",
                        "--port=" + postgres.port(),
                        "--username=" + postgres.user(),
                        "inventory"))
                .redirectErrorStream(true);
        command.environment().put("PGPASSWORD", postgres.password());
        var process = command.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var rate = RATE.matcher(said);
        var failed = FAILED.matcher(said);
        if (process.waitFor() != 0
                || !rate.find()
                || failed.find() && !failed.group(1).equals("0")) {
            throw new IllegalStateException("pgbench: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }
}
