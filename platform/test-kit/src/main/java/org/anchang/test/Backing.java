package org.anchang.test;

import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The real PostgreSQL and Kafka that the tests of a module stand on, from wherever they come.
///
/// `ANCHANG_TEST_BACKING` is the switch: `containers`, `embedded`, or `auto`, which is also what holds without it:
/// containers where a Docker engine answers that has the images, else the embedded programs. Only `containers` waits
/// for images to be fetched, which the next `auto` finds.
interface Backing {
    String DATABASE = "office";

    /// Where everything is, once it has started.
    ///
    /// @param user of the database, with its password
    record Addresses(String jdbcUrl, String user, String password, String bootstrapServers) {}

    Addresses start();

    void stop();

    /// `stop broker`, `start broker`, `stop database` and `start database`, on the same port and with the same data.
    Map<String, Runnable> outages();

    /// Chooses by the switch, and starts.
    static Started begin() {
        var chosen = System.getenv().getOrDefault("ANCHANG_TEST_BACKING", "auto");
        return switch (chosen) {
            case "embedded" -> started(new EmbeddedBacking());
            case "containers" -> started(new ContainerBacking());
            case "auto" -> containersIfTheyStart().orElseGet(() -> started(new EmbeddedBacking()));
            default ->
                throw new IllegalArgumentException(
                        "ANCHANG_TEST_BACKING is " + chosen + "; it may be auto, containers or embedded");
        };
    }

    private static Optional<Started> containersIfTheyStart() {
        Backing containers = null;
        try {
            if (ContainerBacking.engineHasImages()) {
                containers = new ContainerBacking();
                return Optional.of(started(containers));
            }
        } catch (RuntimeException e) {
            Logger.getLogger(Backing.class)
                    .warnf("A Docker engine answers and starts no containers; the embedded programs do: %s", e);
            if (containers != null) {
                containers.stop();
            }
        }
        return Optional.empty();
    }

    /// A backing that runs.
    record Started(Backing backing, Addresses addresses) {}

    private static Started started(Backing backing) {
        return new Started(backing, backing.start());
    }
}
