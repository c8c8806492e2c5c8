package org.anchang.office;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchang.backing.AotCache;

/// A module of this repository that runs in JVMs of its own: a service, or the console.
public sealed interface Server permits Application, Console {

    static List<Server> all() {
        return Stream.<Server>concat(Stream.of(Application.values()), Stream.of(Console.values()))
                .toList();
    }

    static Optional<Server> named(String name) {
        return all().stream().filter(server -> server.title().equals(name)).findFirst();
    }

    /// As in `deal-service`: the name of its module, of its routes and in progress lines.
    String title();

    int usualPort();

    /// The most that its JVM may have, in megabytes.
    int heap();

    /// What the build made of it, under the root of the repository.
    default Path runner(Path root) {
        return root.resolve(title()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /// What the JVM remembers of a run of this build; it goes with the build.
    default AotCache cache(Path root) {
        return new AotCache(
                root.resolve(title()).resolve("target/aot"),
                title(),
                Objects.requireNonNull(runner(root).getParent()));
    }
}
