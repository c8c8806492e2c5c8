package org.anchang.office;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchang.backing.AotCache;

/// The five services.
public enum Application {
    CUSTOMER("customer", 8081),
    INVENTORY("inventory", 8082),
    DEAL("deal", 8083),
    APPROVAL("approval", 8084),
    COMMISSION("commission", 8085);

    private final String word;
    private final int usualPort;

    Application(String word, int usualPort) {
        this.word = word;
        this.usualPort = usualPort;
    }

    static Optional<Application> named(String name) {
        return Arrays.stream(values())
                .filter(application -> application.title().equals(name))
                .findFirst();
    }

    static Set<String> titles() {
        return Arrays.stream(values()).map(Application::title).collect(Collectors.toUnmodifiableSet());
    }

    /// As in `deal-service`: the name of its module, of its routes and in progress lines.
    public String title() {
        return word + "-service";
    }

    public String database() {
        return word;
    }

    /// The topic it publishes to.
    public String topic() {
        return word + "-events";
    }

    /// Where it puts what it could not read.
    public String deadLetters() {
        return title() + "-dead-letters";
    }

    int usualPort() {
        return usualPort;
    }

    /// What the build made of it, under the root of the repository.
    Path runner(Path root) {
        return root.resolve(title()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /// What the JVM remembers of a run of this build; it goes with the build.
    AotCache cache(Path root) {
        return new AotCache(
                root.resolve(title()).resolve("target/aot"),
                title(),
                Objects.requireNonNull(runner(root).getParent()));
    }
}
