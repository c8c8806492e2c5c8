package org.anchang.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInsTest {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer realm;
    private SignIns signIns;
    private int lasts = 60;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        realm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        realm.createContext("/protocol/openid-connect/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var answer = """
                    {"access_token":"token-%d","refresh_token":"again-%d","expires_in":%d}""".formatted(asked.size(), asked.size(), lasts).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        realm.start();
        signIns =
                new SignIns(URI.create("http://localhost:" + realm.getAddress().getPort()), SignIns.OFFICE, "a secret");
    }

    @AfterEach
    void stop() {
        signIns.close();
        realm.stop(0);
    }

    @Test
    void goodTokensAreKept() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tokens = Collections.nCopies(20, "li.na").stream()
                    .map(person -> threads.submit(() -> signIns.token(person)))
                    .toList();
            assertThat(tokens).extracting(Future::get).containsOnly("token-1");
        }
        assertThat(asked)
                .containsExactly("client_id=anchang-office&grant_type=password&username=li.na&password=a+secret");
    }

    @Test
    void oldTokensAreRenewed() throws Exception {
        lasts = 0;
        signIns.token("li.na");

        assertThat(signIns.token("li.na")).isEqualTo("token-2");
        assertThat(asked.getLast()).contains("refresh_token=again-1");
    }

    @Test
    void refusals() {
        status = 401;
        var refused = catchThrowableOfType(SignInRefused.class, () -> signIns.token("li.na"));
        assertThat(refused.isMeant()).isTrue();
        status = 503;
        refused = catchThrowableOfType(SignInRefused.class, () -> signIns.token("li.na"));
        assertThat(refused.isMeant()).isFalse();
    }
}
