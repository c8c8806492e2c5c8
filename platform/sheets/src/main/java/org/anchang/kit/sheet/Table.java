package org.anchang.kit.sheet;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.problem.Refused;
import org.jspecify.annotations.Nullable;

/// A list in a table file: the rows of all its sheets, or of the one that is asked for, one after the other.
///
/// Promise: what a file is, its content says and not its name. What is hidden is not read, nor what is no row of the
/// list, and both are told ([ReadSheet]). Numbers are the decimals that were typed in. Memory does not grow with the
/// number of rows, and there is an end to all that a file may have, whatever it says of itself (SEC-4).
public final class Table {
    /// Files that are read side by side; of each the texts are in memory.
    private static final Semaphore PLACES = new Semaphore(2, true);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private Table() {}

    /// Reads the file.
    ///
    /// @param sheet the only one to be read; null: all that are not hidden
    /// @return what was read
    /// @throws UnreadableSheet also when some lines have been read
    /// @throws Refused TEMPORARILY_UNAVAILABLE where too many wait
    public static <C extends KnownColumn> List<ReadSheet> read(
            Path file, List<C> columns, @Nullable String sheet, Consumer<Line<C>> lines) {
        takePlace();
        try (var book = Book.open(file)) {
            return new ReadingSheets<>(book, new Vocabulary<>(columns), lines).read(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            PLACES.release();
        }
    }

    private static void takePlace() {
        try {
            refuseUnless(
                    PLACES.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS), KitRefusal.TEMPORARILY_UNAVAILABLE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw refuse(KitRefusal.TEMPORARILY_UNAVAILABLE);
        }
    }
}
