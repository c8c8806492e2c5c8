package org.anchang.demo;

import java.time.LocalDate;
import java.util.TreeMap;

/// The days of the season, which pass only when everybody has done their day's work: so that a quarter is played in
/// a minute, and yet everything happens in the order of its dates.
final class Calendar {
    private final TreeMap<LocalDate, Integer> waiting = new TreeMap<>();
    private LocalDate today;
    private int atWork;

    /// @param stories how many will [#reach] days and finally [#leave]
    Calendar(LocalDate first, int stories) {
        today = first;
        atWork = stories;
    }

    /// Returns when this day has come.
    synchronized void reach(LocalDate day) {
        if (!day.isAfter(today)) {
            return;
        }
        waiting.merge(day, 1, Integer::sum);
        atWork--;
        passIfAllIsDone();
        while (day.isAfter(today)) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /// Whoever was at work has nothing more to do this season.
    synchronized void leave() {
        atWork--;
        passIfAllIsDone();
    }

    private void passIfAllIsDone() {
        if (atWork == 0 && !waiting.isEmpty()) {
            var next = waiting.pollFirstEntry();
            today = next.getKey();
            atWork = next.getValue();
            notifyAll();
        }
    }
}
