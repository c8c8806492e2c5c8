package org.anchang.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// The office as its people reach it: one gateway, and Keycloak for their tokens.
public final class Office implements AutoCloseable {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);
    private static final Duration BETWEEN_SIGN_INS = Duration.ofSeconds(2);
    /// Answers after which the same command is sent again: nothing was done, or it is not known whether it was.
    private static final Set<Integer> AGAIN = Set.of(502, 503, 504);
    /// Conflicts that pass by themselves, as soon as an event has been read.
    private static final Set<String> PASSING = Set.of(
            "PROJECT_NOT_KNOWN_YET",
            "CUSTOMER_NOT_KNOWN_YET",
            "IDEMPOTENCY_KEY_IN_USE",
            "CONFLICT_TRY_AGAIN",
            "TEMPORARILY_UNAVAILABLE");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final LongAdder commands = new LongAdder();
    private final Map<String, LongAdder> sentAgain = new ConcurrentHashMap<>();
    private final String gateway;
    private final SignIns signIns;
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
        this.signIns = new SignIns(URI.create(oidc), SignIns.OFFICE, password);
        this.patience = patience;
    }

    public URI gateway() {
        return URI.create(gateway);
    }

    /// Fetches tokens ahead, so that many commands of one person do not all sign in at once.
    public void signIn(Collection<String> names) {
        names.forEach(this::token);
    }

    /// Has tokens of these people at hand until it is closed: tokens last a minute, and whoever sends a load must not
    /// wait for one.
    public void keepSignedIn(Collection<String> names) {
        signIn(names);
        Thread.ofVirtual().name("tokens").start(() -> renewAhead(names));
    }

    /// An access token that is good for a while yet.
    public String token(String name) {
        try {
            return signIns.token(name);
        } catch (SignInRefused e) {
            throw notLetIn(name, e);
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
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
                    throw e instanceof SignInRefused no
                            ? notLetIn(person.name(), no)
                            : new IllegalStateException("The office does not answer: " + gateway + request.path(), e);
                }
                sentAgain(e.getClass().getSimpleName());
            }
            Thread.sleep(pause);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        signIns.close();
        http.close();
    }

    /// @param body JSON or text; empty where there is none
    record Request(String method, String path, String contentType, String body, Map<String, String> headers) {}

    private Answer once(Person person, Request request) throws IOException, InterruptedException {
        var message = HttpRequest.newBuilder(URI.create(gateway + "/api/v1" + request.path()))
                .timeout(ANSWERED_WITHIN)
                .header("Authorization", "Bearer " + signedIn(person.name()))
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
                Answer.parsed(answer.body()),
                answer.headers().firstValue("ETag").orElse(""),
                person.name() + ": " + request.method() + " " + request.path());
    }

    private void sentAgain(String reason) {
        sentAgain.computeIfAbsent(reason, _ -> new LongAdder()).increment();
    }

    private static boolean isPassing(Answer answer) {
        return AGAIN.contains(answer.status())
                || answer.status() == 409
                        && PASSING.contains(answer.json().path("code").asText());
    }

    private static Refused notLetIn(String name, SignInRefused no) {
        return new Refused("signing in " + name, no.status(), no.answer());
    }

    private void renewAhead(Collection<String> names) {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                for (var name : names) {
                    signIns.renewAhead(name);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException _) {
            // Whoever needs a token asks again, and is told what is wrong.
        }
    }

    private String signedIn(String name) throws IOException, InterruptedException {
        try {
            return signIns.token(name);
        } catch (SignInRefused e) {
            // Somebody else may be signing in with this name, or Keycloak has no database: it is asked again in a
            // while.
            Thread.sleep(BETWEEN_SIGN_INS);
            throw e;
        }
    }
}
