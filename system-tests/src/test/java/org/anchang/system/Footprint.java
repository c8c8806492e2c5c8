package org.anchang.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// What each part of a running office takes of this machine, as Linux counts it.
final class Footprint {
    /// The gateway lives in this JVM, as does whoever measures.
    static final String HERE = "gateway, and this test";
    static final String POSTGRES = "PostgreSQL";

    /// Of the times in `/proc/PID/stat`, on every machine of today.
    private static final int MILLIS_PER_TICK = 10;
    private static final int USER_TIME = 11;
    private static final int TIMES = 4;

    private Footprint() {}

    /// Megabytes: the proportional set size of its processes.
    static Map<String, Long> memory() {
        var kilobytes = parts(Footprint::kilobytes);
        kilobytes.replaceAll((_, each) -> each / 1024);
        return kilobytes;
    }

    /// Milliseconds of the processor since its start, with those of its processes that have ended.
    static Map<String, Long> processor() {
        return parts(Footprint::millis);
    }

    private static Map<String, Long> parts(ToLongFunction<Long> measure) {
        var sums = new TreeMap<String, Long>();
        Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .map(ProcessHandle::pid)
                .forEach(pid -> {
                    var part = part(pid);
                    if (!part.isEmpty()) {
                        sums.merge(part, measure.applyAsLong(pid), Long::sum);
                    }
                });
        return sums;
    }

    private static String part(long pid) {
        if (pid == ProcessHandle.current().pid()) {
            return HERE;
        }
        var command = read(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
        if (command.contains("postgres") && !command.contains("java")) {
            return POSTGRES;
        }
        if (!command.contains("java")) {
            return "";
        }
        if (command.contains("org.anchang.backing.BrokerMain")) {
            return "Kafka";
        }
        if (command.contains("keycloak")) {
            return "Keycloak";
        }
        var module = command.lastIndexOf("/target/quarkus-app");
        return module < 0 ? "" : command.substring(command.lastIndexOf('/', module - 1) + 1, module);
    }

    private static long kilobytes(long pid) {
        return read(Path.of("/proc/" + pid + "/smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static long millis(long pid) {
        var stat = read(Path.of("/proc/" + pid + "/stat"));
        // What stands before is the process's name, which may have blanks.
        var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return MILLIS_PER_TICK
                * Arrays.stream(fields)
                        .skip(USER_TIME)
                        .limit(TIMES)
                        .mapToLong(Long::parseLong)
                        .sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            // It has ended meanwhile.
            return "";
        }
    }
}
