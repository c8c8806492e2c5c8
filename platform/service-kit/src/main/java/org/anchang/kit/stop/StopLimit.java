package org.anchang.kit.stop;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/// A service that was told to stop is gone in time, whatever it waits for: a database that does not answer, a
/// transaction that cannot end, a start that never comes to its end. What was not done then is as after a power cut,
/// which loses nothing.
@ApplicationScoped
class StopLimit {
    /// What a process ends with that was told to stop.
    private static final int TERMINATED = 128 + 15;

    /// From the very beginning: a service may be told to stop while it starts.
    void watch(@Observes @Initialized(ApplicationScoped.class) Object event) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            // It only begins to count: a process waits for the end of all that runs at its shutdown.
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> Thread.ofPlatform().name("deadline").daemon().start(StopLimit::count)));
        }
    }

    private static void count() {
        var limit = ConfigProvider.getConfig().getValue("anchang.stop.limit", Duration.class);
        try {
            Thread.sleep(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The log may be closed.
        System.err.printf("The service did not stop within %s and is ended; what its threads waited for:%n", limit);
        Thread.getAllStackTraces().forEach((thread, at) -> {
            System.err.println(thread);
            for (var frame : at) {
                System.err.println("    " + frame);
            }
        });
        System.err.flush();
        Runtime.getRuntime().halt(TERMINATED);
    }
}
