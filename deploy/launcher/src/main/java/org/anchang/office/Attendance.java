package org.anchang.office;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which replicas want requests, as any load balancer finds out: each is asked twice a second whether
/// it is ready. One that is told to stop says no while it serves on, so that nobody is on the way to it when
/// it goes. Where there is only one of a service there is nothing to choose.
final class Attendance implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int NOT_READY = 503;

    private final Set<Replica> watched = ConcurrentHashMap.newKeySet();
    private final Set<Replica> going = ConcurrentHashMap.newKeySet();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private volatile boolean closed;

    /// Asks these replicas of a service from now on, where they are several.
    void watch(List<Replica> replicas) {
        if (replicas.size() > 1) {
            replicas.stream()
                    .filter(watched::add)
                    .forEach(replica -> Thread.ofVirtual().name("attendance").start(() -> watch(replica)));
        }
    }

    /// The ports of those that want requests; of all where nobody does.
    List<Integer> ports(List<Replica> replicas) {
        var staying =
                replicas.stream().filter(replica -> !going.contains(replica)).toList();
        return (staying.isEmpty() ? replicas : staying)
                .stream().map(Replica::port).toList();
    }

    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
    }

    private void watch(Replica replica) {
        var question = HttpRequest.newBuilder(replica.address().resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        while (!closed) {
            try {
                if (http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == NOT_READY) {
                    going.add(replica);
                } else {
                    going.remove(replica);
                }
            } catch (IOException _) {
                // Whoever does not answer at all is passed over by the gateway itself.
            } catch (InterruptedException _) {
                return;
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException _) {
                return;
            }
        }
    }
}
