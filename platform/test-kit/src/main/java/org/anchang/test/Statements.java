package org.anchang.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Hears what requests send to the database, by the driver's own log: whichever way a statement takes, it passes there.
/// What runs beside them, in other threads than those of requests, is left out.
public final class Statements {
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private Statements() {}

    /// Readers of events and sweeps run on threads of the same kind, and add to what is heard, never take away.
    private static final int RUNS = 5;

    /// How many statements the requests send, which must be such that can be sent again.
    public static int during(Runnable requests) {
        return IntStream.range(0, RUNS).map(_ -> heard(requests)).min().orElseThrow();
    }

    private static int heard(Runnable requests) {
        return Math.toIntExact(messages(requests).stream()
                .map(LogRecord::getMessage)
                .filter(message -> message.startsWith(" FE=> Execute") || message.startsWith(" FE=> SimpleQuery"))
                .count());
    }

    /// All that the driver says in the threads that name something.
    static List<String> sentFor(String name, Runnable requests) {
        var messages = messages(requests);
        var threads = messages.stream()
                .filter(message -> message.getMessage().contains(name))
                .map(LogRecord::getLongThreadID)
                .collect(Collectors.toSet());
        return messages.stream()
                .filter(message -> threads.contains(message.getLongThreadID()))
                .map(LogRecord::getMessage)
                .toList();
    }

    private static List<LogRecord> messages(Runnable requests) {
        var heard = new CopyOnWriteArrayList<LogRecord>();
        var ear = new Handler() {
            @Override
            public void publish(LogRecord message) {
                if (Thread.currentThread().isVirtual()) {
                    heard.add(message);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var level = DRIVER.getLevel();
        var tellsOthers = DRIVER.getUseParentHandlers();
        DRIVER.addHandler(ear);
        DRIVER.setUseParentHandlers(false);
        DRIVER.setLevel(Level.FINEST);
        try {
            requests.run();
        } finally {
            DRIVER.setLevel(level);
            DRIVER.setUseParentHandlers(tellsOthers);
            DRIVER.removeHandler(ear);
        }
        return heard;
    }
}
