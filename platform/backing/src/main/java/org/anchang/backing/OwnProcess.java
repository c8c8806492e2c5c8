package org.anchang.backing;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// A child process that writes its output into a log file and dies with this JVM, also when this JVM is killed.
///
/// On Linux the kernel keeps that promise (the parent-death signal, set by `setpriv`); elsewhere a small shell
/// watches this JVM once a second.
public final class OwnProcess {

    /// What to run: the command, variables added to this JVM's own, the working folder and the log.
    public record Program(String name, List<String> command, Map<String, String> environment, Path folder, Path log) {}

    /// A signal, by its name for `kill`.
    public enum Signal {
        INT,
        TERM,
        KILL
    }

    /// All children are forked by one thread that lives as long as the JVM: the kernel ties the parent-death signal to
    /// the thread that forked, not to the process.
    private static final ExecutorService FORK = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("fork").factory());

    private static final boolean KERNEL_ENDS_CHILDREN =
            succeeds(List.of("setpriv", "--pdeathsig", "KILL", "--", "true"));

    /// Out of the terminal's group: Ctrl-C reaches this JVM alone, which then ends its children in order.
    private static final boolean OWN_SESSION = succeeds(List.of("setsid", "true"));

    private static final Duration RESTS_AT_MOST = Duration.ofMinutes(3);
    private static final Duration READY_AT_LAST = Duration.ofHours(1);

    private final Program program;
    private final Process process;
    private final long logStart;

    private OwnProcess(Program program, Process process, long logStart) {
        this.program = program;
        this.process = process;
        this.logStart = logStart;
    }

    /// Starts the program; its log is appended to.
    ///
    /// @param entry   words before the command that change who it runs as, such as `unshare -U`; often empty
    /// @param onOrphan the signal it gets once this JVM is gone
    static OwnProcess start(Program program, List<String> entry, Signal onOrphan) {
        var logStart = program.log().toFile().length();
        var builder = builder(program, entry, onOrphan)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
        var process = forked(() -> {
            Files.createDirectories(program.log().toAbsolutePath().getParent());
            return builder.start();
        });
        return new OwnProcess(program, watchedOver(process, onOrphan), logStart);
    }

    /// Starts the program as this user; it is killed once this JVM is gone.
    public static OwnProcess start(Program program) {
        return start(program, List.of(), Signal.KILL);
    }

    /// Starts the program as this user in view of the person at the terminal: no log, its output is this JVM's.
    public static OwnProcess startInView(Program program) {
        var builder = builder(program, List.of(), Signal.KILL)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        return new OwnProcess(program, watchedOver(forked(builder::start), Signal.KILL), 0);
    }

    private static ProcessBuilder builder(Program program, List<String> entry, Signal onOrphan) {
        var command = new ArrayList<>(entry);
        if (KERNEL_ENDS_CHILDREN) {
            // After the entry: a change of identity clears the parent-death signal.
            command.addAll(List.of("setpriv", "--pdeathsig", onOrphan.name(), "--"));
        }
        if (OWN_SESSION) {
            command.add("setsid");
        }
        command.addAll(program.command());
        var builder = new ProcessBuilder(command)
                .directory(program.folder().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(program.environment());
        return builder;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    public Path log() {
        return program.log();
    }

    /// SIGKILL, as by a power cut; returns when it is gone.
    public void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(30));
    }

    /// Asks it to end by a signal, waits, then kills it; returns when it is gone.
    public void stop(Signal signal, Duration patience) {
        if (alive()) {
            send(process.pid(), signal);
        }
        if (!await(patience)) {
            kill();
        }
    }

    /// Waits for its end; whether it came in time.
    public boolean await(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !alive();
        }
    }

    /// Waits until it is ready, as long as it is at work; whether it is.
    ///
    /// @param ready asked every few milliseconds
    public boolean awaitReady(BooleanSupplier ready) {
        return awaitReady(ready, RESTS_AT_MOST);
    }

    /// @param rest how long it may do nothing
    boolean awaitReady(BooleanSupplier ready, Duration rest) {
        var labour = new Labour(process.toHandle(), program.log(), rest);
        var isReady = new AtomicBoolean();
        Waiting.until(READY_AT_LAST, () -> {
            isReady.set(alive() && ready.getAsBoolean());
            return isReady.get() || !alive() || labour.isOver();
        });
        return isReady.get();
    }

    /// Waits for its end, as long as it is at work; whether it came.
    public boolean awaitEnd() {
        awaitReady(() -> false);
        return !alive();
    }

    /// The exit code of a process that has ended.
    public int exitCode() {
        return process.exitValue();
    }

    /// A failure that quotes the line of the log that says most, names the log and the way out.
    public BackingFailure failure(String what, String wayOut) {
        var ended = alive() ? "is not ready and does nothing more" : "ended with code " + process.exitValue();
        return new BackingFailure("%s: %s %s: %s (log: %s); %s"
                .formatted(
                        program.name(), what, ended, lastWord(), program.log().toAbsolutePath(), wayOut));
    }

    /// What this process said last, at most 8 KiB.
    public String tail() {
        try (var file = new RandomAccessFile(program.log().toFile(), "r")) {
            var start = Math.max(logStart, file.length() - 8192);
            var bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }

    /// Of one that has ended, the complaint; of one that stays, where it stays.
    private String lastWord() {
        var lines = tail().lines().filter(line -> !line.isBlank()).toList();
        return lines.reversed().stream()
                .filter(_ -> !alive())
                .filter(line -> line.contains("FATAL") || line.contains("ERROR") || line.contains("Exception"))
                .findFirst()
                .or(() -> lines.reversed().stream().findFirst())
                .map(String::strip)
                .orElse("it said nothing");
    }

    /// Whether a command that needs no input and matters only by its exit code succeeds.
    static boolean succeeds(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void send(long pid, Signal signal) {
        // The shell's own kill: a minimal system has no kill program.
        succeeds(List.of("sh", "-c", "kill -" + signal + " " + pid));
    }

    private static Process watchedOver(Process child, Signal signal) {
        if (KERNEL_ENDS_CHILDREN) {
            return child;
        }
        var script = """
                while kill -0 %1$d 2>/dev/null && kill -0 %2$d 2>/dev/null; do sleep 1; done
                kill -%3$s %2$d 2>/dev/null && sleep 8 && kill -KILL %2$d 2>/dev/null
                """.formatted(ProcessHandle.current().pid(), child.pid(), signal);
        forked(() -> new ProcessBuilder("sh", "-c", script)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
        return child;
    }

    private static Process forked(Callable<Process> fork) {
        try {
            return FORK.submit(fork).get();
        } catch (ExecutionException e) {
            throw new BackingFailure(
                    "cannot start a program: "
                            + Objects.requireNonNull(e.getCause()).getMessage(),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingFailure("interrupted while starting a program", e);
        }
    }
}
