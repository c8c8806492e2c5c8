package org.anchang.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// People signed in by name and password at one realm, each with an access token that is good for a while yet.
///
/// Tokens last a minute, and to renew one costs the identity provider far less than to check a password. One asks for a
/// person's token at a time: several at once look like somebody who guesses. For many threads.
public final class SignIns implements AutoCloseable {
    /// Of the office's own programs.
    public static final String OFFICE = "anchang-office";

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> askingFor = new ConcurrentHashMap<>();
    private final URI address;
    private final String client;
    private final String password;

    /// @param realm    e.g. `http://localhost:8180/realms/anchang`
    /// @param client   by which program people sign in
    /// @param password of all of them
    public SignIns(URI realm, String client, String password) {
        this.address = URI.create(realm + "/protocol/openid-connect/token");
        this.client = client;
        this.password = password;
    }

    /// A token that is good for a third of its time yet.
    ///
    /// @throws SignInRefused the identity provider gives none
    /// @throws IOException   it does not answer
    public String token(String person) throws IOException, InterruptedException {
        var known = tokens.get(person);
        return known != null && known.isGood() ? known.value() : oneAtATime(person, Token::isGood);
    }

    /// Renews a token that has lived half of its time, so that nobody has to wait for one.
    public void renewAhead(String person) throws IOException, InterruptedException {
        oneAtATime(person, Token::isYoung);
    }

    @Override
    public void close() {
        http.close();
    }

    private interface Enough {
        boolean is(Token token);
    }

    private String oneAtATime(String person, Enough enough) throws IOException, InterruptedException {
        var asking = askingFor.computeIfAbsent(person, _ -> new ReentrantLock());
        asking.lockInterruptibly();
        try {
            var known = tokens.get(person);
            if (known != null && enough.is(known)) {
                return known.value();
            }
            var renewed = renewed(person, known);
            tokens.put(person, renewed);
            return renewed.value();
        } finally {
            asking.unlock();
        }
    }

    private Token renewed(String person, @Nullable Token known) throws IOException, InterruptedException {
        if (known != null) {
            var answer = ask("grant_type=refresh_token&refresh_token=" + encoded(known.refresh()));
            if (answer.statusCode() == 200) {
                return Token.of(answer.body());
            }
        }
        var answer = ask("grant_type=password&username=" + encoded(person) + "&password=" + encoded(password));
        if (answer.statusCode() != 200) {
            throw new SignInRefused(person, answer.statusCode(), answer.body());
        }
        return Token.of(answer.body());
    }

    private HttpResponse<String> ask(String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(ANSWERED_WITHIN)
                        .POST(BodyPublishers.ofString("client_id=" + encoded(client) + "&" + form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// @param half by [System#nanoTime], as is `end`: when half of its time is over
    /// @param end  when it is too old to be sent: a request that carries it may take long
    private record Token(String value, String refresh, long half, long end) {
        static Token of(String answer) throws IOException {
            var told = JSON.readTree(answer);
            var lasts = TimeUnit.SECONDS.toNanos(told.path("expires_in").asLong());
            var now = System.nanoTime();
            return new Token(
                    told.path("access_token").asText(),
                    told.path("refresh_token").asText(),
                    now + lasts / 2,
                    now + lasts * 2 / 3);
        }

        boolean isGood() {
            return System.nanoTime() - end < 0;
        }

        boolean isYoung() {
            return System.nanoTime() - half < 0;
        }
    }
}
