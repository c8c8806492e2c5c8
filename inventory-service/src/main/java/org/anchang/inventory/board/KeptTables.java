package org.anchang.inventory.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// INV-7: the tables that this process knows.
///
/// Promise: whoever asks gets the table as the database shows it at a moment after the question, whichever replica
/// changed it. One look at the database serves all who asked before it began, and reads what changed alone.
@ApplicationScoped
class KeptTables {
    @Inject
    SalesControl salesControl;

    /// Units of all tables together; those that nobody asked for longest are forgotten first.
    @ConfigProperty(name = "anchang.sales-control.units-kept", defaultValue = "200000")
    int unitsKept;

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /// The table as it stands.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND if there is no such project
    StandingTable now(String project) {
        return kept.computeIfAbsent(project, Kept::new).now();
    }

    private void forgetOthers(Kept asked) {
        while (kept.size() > 1 && kept.values().stream().mapToLong(Kept::units).sum() > unitsKept) {
            kept.values().stream()
                    .filter(table -> table != asked)
                    .min(Comparator.comparingLong(table -> table.asked))
                    .ifPresent(oldest -> kept.remove(oldest.project, oldest));
        }
    }

    private final class Kept {
        private final String project;
        private final ReentrantLock looking = new ReentrantLock();
        private volatile long asked = System.nanoTime();
        /// The number of the last look that has begun, by which a question knows whether it came before it.
        private volatile long looks;

        private volatile @Nullable StandingTable standing;
        private @Nullable RuntimeException failure;

        Kept(String project) {
            this.project = project;
        }

        int units() {
            var known = standing;
            return known == null ? 0 : known.units();
        }

        StandingTable now() {
            asked = System.nanoTime();
            var begun = looks;
            looking.lock();
            try {
                if (looks == begun) {
                    look();
                }
                if (failure != null) {
                    throw failure;
                }
                return Objects.requireNonNull(standing);
            } finally {
                looking.unlock();
            }
        }

        private void look() {
            looks++;
            try {
                standing = next(standing);
                failure = null;
            } catch (RuntimeException e) {
                failure = e;
                if (standing == null) {
                    kept.remove(project, this);
                }
            }
        }

        private StandingTable next(@Nullable StandingTable known) {
            var marks = salesControl.marks(project, known == null ? Long.MAX_VALUE : known.version());
            if (known != null && known.isStill(marks)) {
                return known;
            }
            if (known != null && known.goesOnTo(marks)) {
                var next = known.with(salesControl.changedSince(project, known.version()));
                if (next != null) {
                    return next;
                }
            }
            // Names after marks: a building that comes between is found by the next look.
            var whole = StandingTable.of(
                    project, salesControl.whole(project), salesControl.buildings(project), marks.buildings());
            forgetOthers(this);
            return whole;
        }
    }
}
