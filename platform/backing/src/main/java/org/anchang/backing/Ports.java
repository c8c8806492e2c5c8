package org.anchang.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// TCP ports of this machine's loopback address.
public final class Ports {

    /// Below the ports that systems give to outgoing connections: one of those may take a port between the choice and
    /// its use.
    private static final int FIRST = 20_000;

    private static final int COUNT = 12_000;

    private static final Duration SOON = Duration.ofSeconds(2);

    /// Begins anywhere, so that two programs rarely choose alike, and goes on from there, so that one never does.
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private Ports() {}

    /// A port nobody listens on at this moment, and that is not chosen again soon.
    public static int free() {
        return IntStream.generate(() -> FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT))
                .limit(COUNT)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new BackingFailure(
                        "no port from %d to %d is free; free one".formatted(FIRST, FIRST + COUNT - 1)));
    }

    /// The port itself, or a free one where it is 0.
    public static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    /// Refuses a port that somebody listens on.
    ///
    /// @param wayOut how the caller would take another port, as in "set ANCHANG_PORT"
    public static void requireFree(int port, String wayOut) {
        // A program that is just being started holds whatever was open in this JVM until it begins.
        if (Waiting.until(SOON, () -> isFree(port))) {
            return;
        }
        var holder = holder(port).orElse("another program");
        throw new BackingFailure("port %d is taken by %s; free it or %s".formatted(port, holder, wayOut));
    }

    private static boolean isFree(int port) {
        // Both the loopback and every address: a listener on either would get in the way.
        for (var address :
                new InetSocketAddress[] {new InetSocketAddress("127.0.0.1", port), new InetSocketAddress(port)}) {
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(address);
            } catch (IOException _) {
                return false;
            }
        }
        return true;
    }

    /// Who listens there, as "name (process 123)"; known on Linux, and only for processes this user may look into.
    private static Optional<String> holder(int port) {
        var inodes = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(cells -> cells.length > 9 && cells[3].equals("0A"))
                .filter(cells -> cells[1].endsWith(":%04X".formatted(port)))
                .map(cells -> "socket:[" + cells[9] + "]")
                .toList();
        if (inodes.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holdsOne(process.pid(), inodes))
                .findFirst()
                .map(process -> "%s (process %d)".formatted(nameOf(process), process.pid()));
    }

    private static boolean holdsOne(long pid, List<String> inodes) {
        try (var open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.anyMatch(file -> {
                try {
                    return inodes.contains(Files.readSymbolicLink(file).toString());
                } catch (IOException _) {
                    return false;
                }
            });
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    private static String nameOf(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("a program");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException _) {
            return List.of();
        }
    }
}
