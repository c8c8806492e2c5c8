package org.anchang.test;

import java.util.Map;
import org.jboss.logging.Logger;

/// The real PostgreSQL and Kafka that the tests of a module stand on, from wherever they come.
///
/// `ANCHANG_TEST_BACKING` is the switch: `containers`, `embedded`, or `auto`, which is also what holds without it:
/// containers where a Docker engine answers and has or can fetch the images, else the embedded programs.
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
        var log = Logger.getLogger(Backing.class);
        var chosen = System.getenv().getOrDefault("ANCHANG_TEST_BACKING", "auto");
        return switch (chosen) {
            case "embedded" -> started(new EmbeddedBacking());
            case "containers" -> started(new ContainerBacking());
            case "auto" -> {
                if (ContainerBacking.engineAnswers()) {
                    var containers = new ContainerBacking();
                    try {
                        yield started(containers);
                    } catch (RuntimeException e) {
                        containers.stop();
                        log.warnf(
                                "A Docker engine answers but does not start the images, the embedded programs do: %s",
                                e);
                    }
                }
                yield started(new EmbeddedBacking());
            }
            default ->
                throw new IllegalArgumentException(
                        "ANCHANG_TEST_BACKING is " + chosen + "; it may be auto, containers or embedded");
        };
    }

    /// A backing that runs.
    record Started(Backing backing, Addresses addresses) {}

    private static Started started(Backing backing) {
        return new Started(backing, backing.start());
    }
}
