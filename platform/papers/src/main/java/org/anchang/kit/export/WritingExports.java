package org.anchang.kit.export;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.export.ExportRows.Column;
import org.anchang.kit.export.ExportTasks.Failure;
import org.anchang.kit.export.ExportTasks.Held;
import org.anchang.kit.export.ExportTasks.LeaseLost;
import org.anchang.kit.export.ExportTasks.Progress;
import org.anchang.kit.look.Looks;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sweep.Sweep;
import org.anchang.kit.work.LongWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Writes what was asked for, one file at a time: all of its rows as they stand at one moment, each batch's looks kept
/// before its rows are in the file. Where the process dies another begins anew when the lease is over; what dies three
/// times has failed.
@ApplicationScoped
class WritingExports implements Sweep {
    private static final Logger LOG = Logger.getLogger(WritingExports.class);
    private static final int BATCH = 500;
    private static final int PIECE = 1 << 19;

    /// More than the bounds allow.
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Failure failure;

        TooMuch(Failure failure) {
            super(failure.name(), null, false, false);
            this.failure = failure;
        }
    }

    @Inject
    @All
    List<ExportSource> sources;

    @Inject
    ExportTasks tasks;

    @Inject
    LongWork work;

    @Inject
    Looks looks;

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    @ConfigProperty(name = "anchang.export.lease")
    Duration lease;

    @ConfigProperty(name = "anchang.export.kept")
    Duration kept;

    @ConfigProperty(name = "anchang.export.most-rows")
    long mostRows;

    @ConfigProperty(name = "anchang.export.most-bytes")
    long mostBytes;

    @Override
    public String nextDue() {
        return "SELECT min(due_at) FROM export_task WHERE state IN ('QUEUED', 'RUNNING')";
    }

    @Override
    public void run() {
        for (var next = tasks.take(lease.toSeconds()); next.isPresent(); next = tasks.take(lease.toSeconds())) {
            write(next.get());
        }
    }

    Optional<ExportSource> source(String list) {
        return sources.stream().filter(source -> source.list().equals(list)).findFirst();
    }

    private void write(Held task) {
        if (task.attempts() > ExportTasks.MOST_ATTEMPTS) {
            tasks.fail(task, Failure.BROKE_OFF);
            return;
        }
        try {
            var asked = task.asked();
            var source = source(asked.list()).orElseThrow();
            work.readingOneMoment(() -> {
                write(task, asked, source, source.reading(asked));
                return true;
            });
            tasks.ready(task, kept.toSeconds());
        } catch (TooMuch e) {
            tasks.fail(task, e.failure);
        } catch (LeaseLost e) {
            LOG.debugf("Export %s was cancelled, or is another's", task.id());
        }
    }

    private <T> void write(Held task, Asked asked, ExportSource source, ExportRows<T> reading) {
        var pieces = new Pieces(task);
        pieces.expect(database.sql("SELECT count(*) FROM (" + reading.sql() + ") AS counted")
                .with(reading.parameters())
                .one(Long.class));
        var watermark = ExportFile.watermark(asked, clock.instant());
        var headings = reading.columns().stream().map(Column::heading).toList();
        try (var file = new ExportFile(pieces, source.title(asked), watermark, headings)) {
            database.sql(reading.sql() + " ORDER BY " + reading.order())
                    .with(reading.parameters())
                    .batches(BATCH, reading.row(), batch -> {
                        var seen = batch.stream()
                                .flatMap(row -> reading.look().apply(row).stream())
                                .distinct()
                                .toList();
                        if (!seen.isEmpty()) {
                            QuarkusTransaction.requiringNew().run(() -> looks.keepAllFor(asked.person(), seen));
                        }
                        batch.forEach(row -> file.row(cells(reading.columns(), row)));
                        pieces.wrote(batch.size());
                    });
        }
        pieces.end();
    }

    private static <T> List<@Nullable Object> cells(List<Column<T>> columns, T row) {
        return columns.stream().map(column -> column.cell().apply(row)).toList();
    }

    /// What is written goes to the database half a megabyte at a time.
    private final class Pieces extends OutputStream {
        private final Held task;
        private final byte[] buffer = new byte[PIECE];
        private int filled;
        private int nr;
        private long rows;
        private long bytes;
        private long extended = System.nanoTime();

        Pieces(Held task) {
            this.task = task;
        }

        void expect(long expected) {
            check(expected <= mostRows, Failure.TOO_MANY_ROWS);
            tasks.goOn(task, new Progress(0, expected, lease.toSeconds()), 0, null);
        }

        /// Extends the lease also where little is written.
        void wrote(int more) {
            rows += more;
            if (System.nanoTime() - extended > lease.toNanos() / 10) {
                goOn(null);
            }
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            for (int done = 0; done < length; ) {
                var part = Math.min(length - done, PIECE - filled);
                System.arraycopy(from, offset + done, buffer, filled, part);
                filled += part;
                done += part;
                if (filled == PIECE) {
                    send();
                }
            }
        }

        void end() {
            send();
        }

        private void send() {
            bytes += filled;
            check(bytes <= mostBytes, Failure.TOO_LARGE);
            goOn(Arrays.copyOf(buffer, filled));
            filled = 0;
            nr++;
        }

        private void goOn(byte @Nullable [] piece) {
            extended = System.nanoTime();
            tasks.goOn(task, new Progress(rows, null, lease.toSeconds()), nr, piece);
        }

        private static void check(boolean holds, Failure failure) {
            if (!holds) {
                throw new TooMuch(failure);
            }
        }
    }
}
