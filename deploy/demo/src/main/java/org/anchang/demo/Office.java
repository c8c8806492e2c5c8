package org.anchang.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The office as its people reach it: one gateway, and Keycloak for their tokens.
public final class Office implements AutoCloseable {
    /// Answers after which the same command is sent again: nothing was done, or it is not known whether it was.
    private static final Duration BETWEEN_SIGN_INS = Duration.ofSeconds(2);
    /// For which a token is good yet when it is sent.
    private static final Duration SPARE = Duration.ofSeconds(20);
    private static final Set<Integer> AGAIN = Set.of(502, 503, 504);
    /// Conflicts that pass by themselves, as soon as an event has been read.
    private static final Set<String> PASSING = Set.of(
            "PROJECT_NOT_KNOWN_YET",
            "CUSTOMER_NOT_KNOWN_YET",
            "IDEMPOTENCY_KEY_IN_USE",
            "CONFLICT_TRY_AGAIN",
            "TEMPORARILY_UNAVAILABLE");

    static final ObjectMapper JSON = new ObjectMapper();

    private record Token(String value, String refresh, Instant until) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> askingFor = new ConcurrentHashMap<>();
    private final LongAdder commands = new LongAdder();
    private final Map<String, LongAdder> sentAgain = new ConcurrentHashMap<>();
    private final String gateway;
    private final String oidc;
    private final String password;
    private final Duration patience;

    /// An office that is given half a minute to answer.
    ///
    /// @param gateway e.g. `http://localhost:8080`
    /// @param oidc    the realm, e.g. `http://localhost:8180/realms/anchang`
    public Office(String gateway, String oidc, String password) {
        this(gateway, oidc, password, Duration.ofSeconds(30));
    }

    /// @param patience how long a command is sent again while the office is away
    public Office(String gateway, String oidc, String password, Duration patience) {
        this.gateway = gateway;
        this.oidc = oidc;
        this.password = password;
        this.patience = patience;
    }

    /// Fetches tokens ahead, so that many commands of one person do not all sign in at once.
    public void signIn(Collection<String> names) {
        try {
            for (var name : names) {
                token(name);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer: " + oidc, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Somebody at work, signed in by user name.
    public Person person(String name) {
        return new Person(this, name, null);
    }

    /// How many commands were given, however often each was sent.
    public long commands() {
        return commands.sum();
    }

    /// How many times a request was sent again.
    public long retries() {
        return sentAgain.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /// Why requests were sent again, and how many times: status and code of an answer, or that there was none.
    public Map<String, Long> sentAgain() {
        return sentAgain.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .sum()));
    }

    /// Sends the request until it is answered for good, as long as patience lasts.
    Answer send(Person person, Request request) throws InterruptedException {
        if (request.headers().containsKey("Idempotency-Key")) {
            commands.increment();
        }
        var end = Instant.now().plus(patience);
        for (long pause = 50; ; pause = Math.min(pause * 2, 1_000)) {
            try {
                var answer = once(person, request);
                if (!isPassing(answer) || Instant.now().isAfter(end)) {
                    return answer;
                }
                sentAgain(answer.status() + " " + answer.json().path("code").asText());
            } catch (IOException e) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("The office does not answer: " + gateway + request.path(), e);
                }
                sentAgain(e.getClass().getSimpleName());
            }
            Thread.sleep(pause);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /// @param body JSON or text; empty where there is none
    record Request(String method, String path, String contentType, String body, Map<String, String> headers) {}

    private Answer once(Person person, Request request) throws IOException, InterruptedException {
        var message = HttpRequest.newBuilder(URI.create(gateway + "/api/v1" + request.path()))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token(person.name()))
                .header("Accept", "application/json");
        request.headers().forEach(message::header);
        if (request.body().isEmpty()) {
            message.method(request.method(), HttpRequest.BodyPublishers.noBody());
        } else {
            message.header("Content-Type", request.contentType())
                    .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()));
        }
        var answer = http.send(message.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body()),
                request.method() + " " + request.path());
    }

    private void sentAgain(String reason) {
        sentAgain.computeIfAbsent(reason, _ -> new LongAdder()).increment();
    }

    private static boolean isPassing(Answer answer) {
        return AGAIN.contains(answer.status())
                || answer.status() == 409
                        && PASSING.contains(answer.json().path("code").asText());
    }

    /// One asks for a person's token at a time: Keycloak takes several at once for somebody who guesses.
    private String token(String name) throws IOException, InterruptedException {
        var asking = askingFor.computeIfAbsent(name, _ -> new ReentrantLock());
        asking.lock();
        try {
            var known = tokens.get(name);
            return known != null && Instant.now().isBefore(known.until()) ? known.value() : renewed(name, known);
        } finally {
            asking.unlock();
        }
    }

    /// Tokens last a minute; to renew one costs Keycloak far less than to check a password.
    private String renewed(String name, @Nullable Token known) throws IOException, InterruptedException {
        if (known != null) {
            var answer = ask("grant_type=refresh_token&refresh_token=" + encoded(known.refresh()));
            if (answer.statusCode() == 200) {
                return kept(name, answer);
            }
        }
        var answer = ask("grant_type=password&username=" + encoded(name) + "&password=" + encoded(password));
        if (answer.statusCode() != 200) {
            // Somebody else may be signing in with this name, or Keycloak has no database: it is asked again in a
            // while.
            Thread.sleep(BETWEEN_SIGN_INS);
            throw new ConnectException("No token for " + name + ": " + answer.body());
        }
        return kept(name, answer);
    }

    private HttpResponse<String> ask(String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(oidc + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(Duration.ofSeconds(20))
                        .POST(HttpRequest.BodyPublishers.ofString("client_id=anchang-office&" + form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String kept(String name, HttpResponse<String> answer) throws IOException {
        JsonNode json = JSON.readTree(answer.body());
        var token = new Token(
                json.path("access_token").asText(),
                json.path("refresh_token").asText(),
                Instant.now().plusSeconds(json.path("expires_in").asLong()).minus(SPARE));
        tokens.put(name, token);
        return token.value();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
