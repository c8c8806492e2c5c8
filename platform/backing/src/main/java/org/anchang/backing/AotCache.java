package org.anchang.backing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// What the JVM remembers of an earlier run of the same program: its classes as they were read and linked, and which of
/// its methods were at work (JEP 483, 514, 515). A start with it takes a fraction of the processor time.
///
/// A cache belongs to one JDK and to jars of one build, both of which its name stands for. It only ever helps: one
/// that is missing or does not fit is passed over, one that brings the JVM down is deleted.
public final class AotCache {

    /// Whatever is wrong with a cache, the JVM goes on without and says nothing. One that fits is put at the
    /// address that it was written for: most of its pages stay as they are in the file, which replicas share.
    private static final List<String> USE = List.of(
            "-XX:AOTMode=auto",
            "-Xlog:aot*=off",
            "-Xlog:cds*=off",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0");
    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(15);
    private static final int KILLED = 128 + 9;
    /// The exit codes of a JVM that broke down: SIGILL, SIGABRT, SIGBUS, SIGSEGV.
    private static final Set<Integer> BROKEN_DOWN = Set.of(128 + 4, 128 + 6, 128 + 7, 128 + 11);

    private final Path folder;
    private final String program;
    private final Path file;
    private final Path making;
    private boolean training;

    /// The cache of a program.
    ///
    /// @param folder  keeps it; made where it is not there
    /// @param program names it within the folder
    /// @param jars    the folder of the program's jars, at any depth; the JVM looks at their time and size as well
    public AotCache(Path folder, String program, Path jars) {
        this.folder = folder;
        this.program = program;
        this.file = folder.resolve(program + "-" + fingerprint(jars) + ".aot");
        // Its own for each process: two may learn at once.
        var own = ProcessHandle.current().pid();
        this.making = folder.resolve(file.getFileName() + ".making" + own);
    }

    /// Whether there is one that fits.
    public boolean trained() {
        return Files.isRegularFile(file);
    }

    /// The next run is the one to be remembered.
    public synchronized void train() {
        training = true;
    }

    /// What the JVM is to be told, before its class path.
    public synchronized List<String> options() {
        if (training) {
            try {
                Files.createDirectories(folder);
                // Of runs that were cut short.
                delete(".making*");
            } catch (IOException e) {
                throw new BackingFailure("cannot use %s: %s".formatted(folder, BackingFailure.reason(e)), e);
            }
            return List.of("-XX:AOTCacheOutput=" + making);
        }
        return trained()
                ? Stream.concat(Stream.of("-XX:AOTCache=" + file), USE.stream()).toList()
                : List.of();
    }

    /// Ends the program in an orderly way. A run that is to be remembered writes the cache at its end, which is
    /// awaited: that cache counts from now on, and those of earlier builds go.
    public synchronized void stop(OwnProcess process, Duration patience) {
        process.stop(OwnProcess.Signal.TERM, training ? WRITTEN_WITHIN : patience);
        if (!training) {
            return;
        }
        training = false;
        try {
            if (Files.isRegularFile(making) && process.exitCode() != KILLED) {
                delete("");
                Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new BackingFailure("cannot use %s: %s".formatted(folder, BackingFailure.reason(e)), e);
        }
    }

    /// Whether the JVM broke down with this cache, which is deleted then: the program is worth another start.
    public synchronized boolean broke(OwnProcess process) {
        if (process.alive() || !trained() || training || !BROKEN_DOWN.contains(process.exitCode())) {
            return false;
        }
        try {
            return Files.deleteIfExists(file);
        } catch (IOException _) {
            return false;
        }
    }

    /// This program's caches of whatever build.
    private void delete(String ending) throws IOException {
        try (var all = Files.newDirectoryStream(folder, program + "-*.aot" + ending)) {
            for (var old : all) {
                Files.delete(old);
            }
        }
    }

    private static String fingerprint(Path jars) {
        var sum = new CRC32();
        for (var property : List.of("java.vm.vendor", "java.vm.version", "os.arch")) {
            sum.update(System.getProperty(property, "").getBytes(StandardCharsets.UTF_8));
        }
        if (Files.isDirectory(jars)) {
            try (var files = Files.walk(jars)) {
                for (var jar : files.filter(path -> path.toString().endsWith(".jar"))
                        .sorted()
                        .toList()) {
                    var line =
                            "%s %d %s".formatted(jars.relativize(jar), Files.size(jar), Files.getLastModifiedTime(jar));
                    sum.update(line.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new BackingFailure("cannot read %s: %s".formatted(jars, BackingFailure.reason(e)), e);
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
