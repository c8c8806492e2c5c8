package org.anchang.rehearsal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    private static final String SECRET = "for this test alone";
    private static final String TRUSTED = "javax.net.ssl.trustStore";

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setUseDaemonThread(true).setEventLoopPoolSize(1));

    @AfterEach
    void close() {
        System.clearProperty(TRUSTED);
        System.clearProperty(TRUSTED + "Password");
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080,       localhost,      8080, false, /api/v1/holds",
        "http://office.example,       office.example, 80,   false, /api/v1/holds",
        "https://office.example,      office.example, 443,  true,  /api/v1/holds",
        "https://office.example:8443, office.example, 8443, true,  /api/v1/holds",
        "https://office.example/a/b/, office.example, 443,  true,  /a/b/api/v1/holds"
    })
    @DisplayName("Scheme, port and path of the office's address say where a request goes to")
    void destinations(URI address, String host, int port, boolean tls, String path) {
        var request = Destination.of(address).request(HttpMethod.POST, "/api/v1/holds");

        assertThat(request.getHost()).isEqualTo(host);
        assertThat(request.getPort()).isEqualTo(port);
        assertThat(request.isSsl()).isEqualTo(tls);
        assertThat(request.getURI()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://office.example", "office.example", "office:8080", "https:/office"})
    @DisplayName("No token goes to an address of another kind")
    void otherKinds(URI address) {
        assertThatThrownBy(() -> new Sender(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("Load and screens speak TLS where the address says so, and send nothing to whom they do not trust")
    void tls(@TempDir Path folder) throws Exception {
        var keys = keysOf("localhost", folder.resolve("keys.p12"));
        Set<String> asked = ConcurrentHashMap.newKeySet();
        var server = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(
                                new PfxOptions().setPath(keys.toString()).setPassword(SECRET)))
                .requestHandler(request -> {
                    asked.add(request.path() + " " + request.getHeader("Authorization"));
                    if (request.path().endsWith("/changes")) {
                        request.response().setChunked(true).write("data:{\"unit\":\"7\",\"state\":\"HELD\"}\n\n");
                    } else {
                        request.response().setStatusCode(201).end("{}");
                    }
                })
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        var office = URI.create("https://localhost:" + server.actualPort() + "/sales");
        var claim = new Shot("/holds", "token", "key", "{}", "7");

        try (var sender = new Sender(office)) {
            assertThat(sender.all(1, 1, _ -> claim).unknown()).isEqualTo(1);
        }
        assertThat(asked).isEmpty();

        System.setProperty(TRUSTED, keys.toString());
        System.setProperty(TRUSTED + "Password", SECRET);
        try (var sender = new Sender(office);
                var screens = new Listeners(office, "/changes", _ -> "token", 1)) {
            var sent = sender.all(1, 1, _ -> claim);

            assertThat(sent.granted()).isEqualTo(1);
            assertThat(screens.delays(sent.grants()).missed()).isZero();
        }
        assertThat(asked).containsExactlyInAnyOrder("/sales/holds Bearer token", "/sales/changes Bearer token");
    }

    /// A key and its own certificate, which also serve as what is trusted.
    private static Path keysOf(String host, Path file) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "office",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        SECRET))
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        return file;
    }
}
