package org.anchang.office;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The services: the five that keep the office, and the one that reads along for its figures.
public enum Application implements Server {
    CUSTOMER("customer", 8081),
    INVENTORY("inventory", 8082),
    DEAL("deal", 8083),
    APPROVAL("approval", 8084),
    COMMISSION("commission", 8085),
    /// Its port lies behind the console's, which stood there before.
    REPORTING("reporting", 8087);

    private final String word;
    private final int usualPort;

    Application(String word, int usualPort) {
        this.word = word;
        this.usualPort = usualPort;
    }

    public static Set<String> titles() {
        return Arrays.stream(values()).map(Application::title).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String title() {
        return word + "-service";
    }

    public String database() {
        return word;
    }

    /// The topic it publishes to; nothing was ever said on that of reporting-service.
    public String topic() {
        return word + "-events";
    }

    /// Where it puts what it could not read.
    public String deadLetters() {
        return title() + "-dead-letters";
    }

    @Override
    public int usualPort() {
        return usualPort;
    }

    @Override
    public int heap() {
        return 320;
    }
}
