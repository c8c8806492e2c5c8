package org.anchang.inventory.price.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anchang.kit.sql.Database;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// INV-2: shows to whoever waits for a price list what is being done with it and how far that is, and is a sign of
/// life of the one who does it, however long the database takes for a statement.
@ApplicationScoped
class AtWork {
    /// What is being done.
    enum Phase {
        /// Other files come first.
        WAITING,
        READING,
        /// Holds the rows against each other and against what must not be.
        CHECKING,
        /// Works out what the list would change.
        COMPARING,
        IMPORTING
    }

    private static final Logger LOG = Logger.getLogger(AtWork.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);
    private static final String SHOW = """
            INSERT INTO price_list_reading (draft, phase, rows_read, rows_imported) VALUES (:draft, :phase, :read, :imported)
            ON CONFLICT (draft) DO UPDATE SET phase = excluded.phase, rows_read = greatest(price_list_reading.rows_read,
                excluded.rows_read), rows_imported = excluded.rows_imported, seen_at = clock_timestamp()""";

    @Inject
    Database database;

    /// Waits for its turn from this transaction on.
    void announce(UUID draft) {
        show(draft, Phase.WAITING, 0, 0);
    }

    private void show(UUID draft, @Nullable Phase phase, int read, int imported) {
        database.sql(SHOW)
                .with("draft", draft)
                .with("phase", phase)
                .with("read", read)
                .with("imported", imported)
                .write();
    }

    /// Shows the work on a draft until it is closed; outside of any transaction, so that all see it at once.
    Shown begin(UUID draft, Phase phase) {
        var shown = new Shown(draft, phase);
        Thread.ofVirtual().name("price-list-progress-" + draft).start(shown::watch);
        return shown;
    }

    /// How far it is: said by whoever works, written down by a thread of its own, so that the work waits for nothing.
    final class Shown implements AutoCloseable {
        private final UUID draft;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile @Nullable Phase phase;
        private volatile int read;
        private volatile int imported;
        private @Nullable Phase phaseWritten;
        private int rowsWritten;
        private long writtenAt = System.nanoTime();

        private Shown(UUID draft, Phase phase) {
            this.draft = draft;
            this.phase = phase;
        }

        void reached(Phase next) {
            phase = next;
        }

        void read(int rows) {
            read = rows;
        }

        void imported(int rows) {
            imported = rows;
        }

        /// Nobody is at it any more.
        @Override
        public synchronized void close() {
            ended.countDown();
            phase = null;
            write();
        }

        private void watch() {
            try {
                while (!ended.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    look();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void look() {
            var isNews = phase != phaseWritten || read + imported != rowsWritten;
            if (ended.getCount() > 0 && (isNews || System.nanoTime() - writtenAt > SIGN_OF_LIFE.toNanos())) {
                write();
            }
        }

        private void write() {
            var now = phase;
            var rows = read + imported;
            try {
                show(draft, now, read, imported);
                phaseWritten = now;
                rowsWritten = rows;
                writtenAt = System.nanoTime();
            } catch (RuntimeException e) {
                LOG.debugf("How far %s is, is not shown: %s", draft, e.getMessage());
            }
        }
    }
}
