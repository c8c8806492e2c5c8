package org.anchang.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The memory of each part of a running office, in MB: the proportional set size of its processes, as Linux counts it.
final class Footprint {
    private Footprint() {}

    static Map<String, Long> now() {
        var megabytes = new TreeMap<String, Long>();
        ProcessHandle.current().descendants().forEach(process -> {
            var part = part(process.pid());
            if (!part.isEmpty()) {
                megabytes.merge(part, kilobytes(process.pid()), Long::sum);
            }
        });
        megabytes.replaceAll((_, kilobytes) -> kilobytes / 1024);
        return megabytes;
    }

    private static String part(long pid) {
        var command = read(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
        if (command.contains("postgres") && !command.contains("java")) {
            return "PostgreSQL";
        }
        if (command.contains("org.anchang.backing.BrokerMain")) {
            return "Kafka";
        }
        if (command.contains("keycloak") && command.contains("java")) {
            return "Keycloak";
        }
        var service = command.lastIndexOf("-service/target");
        return service < 0 || !command.contains("java")
                ? ""
                : command.substring(command.lastIndexOf('/', service) + 1, service) + "-service";
    }

    private static long kilobytes(long pid) {
        return read(Path.of("/proc/" + pid + "/smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
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
