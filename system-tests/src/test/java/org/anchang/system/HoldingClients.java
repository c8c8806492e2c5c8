package org.anchang.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.anchang.system.HoldHistory.Command;
import org.anchang.system.HoldHistory.Kind;
import org.anchang.system.HoldHistory.Outcome;
import org.jspecify.annotations.Nullable;

/// Many buyers' consultants at once: each holds, gives back, lets expire or takes a deposit, and sends again
/// whatever was not answered. What they asked and were told goes to a [HoldHistory].
final class HoldingClients implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /// Answers that leave open whether the command was done, or will be done if it is sent again.
    private static final Set<Integer> OPEN = Set.of(502, 503, 504);

    private static final Set<String> PASSING =
            Set.of("IDEMPOTENCY_KEY_IN_USE", "CONFLICT_TRY_AGAIN", "TEMPORARILY_UNAVAILABLE");

    /// Refusals that a race may end in.
    private static final Set<String> EXPECTED = Set.of("UNIT_NOT_AVAILABLE", "HOLD_HAS_ENDED", "HOLD_IS_CLAIMED");

    private static final Duration EASE = Duration.ofSeconds(8);

    /// Who asks, and where: a replica's own address, so that the connection dies with it.
    ///
    /// @param token    of the consultant, as long as it is good
    /// @param replicas addresses to turn to, the usual one first
    record Desk(Supplier<String> token, List<URI> replicas) {}

    private record Asked(String path, Map<String, ?> body, String key) {}

    /// @param isLast whether no send of the command was left unanswered: one that was given up may still be done
    private record Told(int status, JsonNode json, boolean isLast) {
        boolean isDone() {
            return status >= 200 && status < 300;
        }

        boolean isOpen() {
            return OPEN.contains(status)
                    || status == 409 && PASSING.contains(json.path("code").asText());
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final HoldHistory history;
    private final ClaimProof proof;
    private final List<String> units;
    private final Duration patience;
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong deposits = new AtomicLong();
    private final AtomicLong resent = new AtomicLong();
    private final Ease ease = new Ease();

    /// @param proof    that they claim holds for deals
    /// @param units    the first of them are asked for most
    /// @param patience how long a command is sent again
    HoldingClients(HoldHistory history, ClaimProof proof, List<String> units, Duration patience) {
        this.history = history;
        this.proof = proof;
        this.units = units;
        this.patience = patience;
    }

    /// Every desk is served by its own client until `over`; returns when all have come to an end.
    ///
    /// @param last deposits that wait for the end of their hold are not begun if they would wait longer than this
    void work(List<Desk> desks, Instant last, BooleanSupplier over) {
        try (var beside = Executors.newVirtualThreadPerTaskExecutor();
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < desks.size(); number++) {
                var client = new Client(desks.get(number), new Random(number), last, beside);
                clients.submit(() -> noted(() -> {
                    while (!over.getAsBoolean()) {
                        client.holdOne();
                        rest();
                    }
                }));
            }
        }
    }

    /// A client that breaks down asks for nothing more, and would prove nothing in silence.
    private void noted(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            history.odd("a client broke down: " + e);
        }
    }

    /// While a part starts they go on, but leave it most of the processor.
    void atEaseWhile(Runnable start) {
        ease.whileItStarts(start);
    }

    /// Holds asked for, granted or not.
    long attempts() {
        return attempts.get();
    }

    /// Requests that were sent a second time or more.
    long resent() {
        return resent.get();
    }

    @Override
    public void close() {
        http.close();
    }

    /// What a command is about.
    private record Subject(
            String unit,
            String customer,
            @Nullable String hold,
            @Nullable String deal) {}

    private final class Client {
        private final Desk desk;
        private final Random random;
        private final Instant last;
        private final ExecutorService beside;

        Client(Desk desk, Random random, Instant last, ExecutorService beside) {
            this.desk = desk;
            this.random = random;
            this.last = last;
            this.beside = beside;
        }

        /// Asks for a unit, a few of which everybody wants; what becomes of the hold is left to chance.
        void holdOne() {
            attempts.incrementAndGet();
            var unit = units.get((int) (units.size() * Math.pow(random.nextDouble(), 5)));
            var customer = UUID.randomUUID().toString();
            var asked = new Asked(
                    "/holds",
                    Map.of("unit", unit, "customer", customer),
                    UUID.randomUUID().toString());
            var made = send(desk, Kind.HOLD, asked, new Subject(unit, customer, null, null));
            if (made == null) {
                return;
            }
            var hold = new Subject(
                    unit, customer, made.path("id").asText(), UUID.randomUUID().toString());
            if (random.nextInt(20) == 0) {
                sendAgain(desk, asked, made);
            }
            switch (random.nextInt(100)) {
                case 0 -> deposit(hold);
                case 1 -> {
                    // One of the two comes first, and only that one is done.
                    beside.submit(() -> noted(() -> release(hold)));
                    deposit(hold);
                }
                case 2, 3, 4 -> depositAtTheEnd(hold, Objects.requireNonNull(expiresAt(made)));
                case 5, 6, 7 -> {
                    // Left to expire.
                }
                default -> release(hold);
            }
        }

        /// At the very moment at which the hold ends by itself: one of the two wins.
        private void depositAtTheEnd(Subject hold, Instant end) {
            var moment = end.plusMillis(random.nextInt(-40, 40));
            if (moment.isBefore(last)) {
                beside.submit(() -> noted(() -> {
                    sleepUntil(moment);
                    deposit(hold);
                }));
            }
        }

        /// Half of the units stay free of deposits, so that there is something to ask for until the end.
        private void deposit(Subject hold) {
            if (deposits.incrementAndGet() > units.size() / 2) {
                return;
            }
            var body = Map.of(
                    "deal",
                    String.valueOf(hold.deal()),
                    "notAfter",
                    Instant.now().plus(patience).toString(),
                    "proof",
                    proof.of(String.valueOf(hold.hold()), String.valueOf(hold.deal())));
            send(
                    desk,
                    Kind.DEPOSIT,
                    new Asked(
                            "/holds/" + hold.hold() + "/claims",
                            body,
                            UUID.randomUUID().toString()),
                    hold);
        }

        private void release(Subject hold) {
            send(
                    desk,
                    Kind.RELEASE,
                    new Asked(
                            "/holds/" + hold.hold() + "/release",
                            Map.of("reason", "客户再考虑"),
                            UUID.randomUUID().toString()),
                    hold);
        }
    }

    /// Sends until it is answered, and notes what came of it.
    ///
    /// @return the answer, if the command was done
    private @Nullable JsonNode send(Desk desk, Kind kind, Asked asked, Subject subject) {
        var first = Instant.now();
        var told = untilAnswered(desk, asked, first.plus(patience));
        var done = told != null && told.isDone() ? told.json() : null;
        if (told != null
                && !told.isDone()
                && !EXPECTED.contains(told.json().path("code").asText())) {
            history.odd(asked.path() + " was answered " + told.status() + " " + told.json());
        }
        var outcome = done != null
                ? Outcome.DONE
                : told != null && told.isLast() && told.status() < 500 ? Outcome.REFUSED : Outcome.UNKNOWN;
        history.add(new Command(
                kind,
                asked.key(),
                subject.unit(),
                subject.customer(),
                kind == Kind.HOLD && done != null ? done.path("id").asText() : subject.hold(),
                first,
                Instant.now(),
                outcome,
                expiresAt(done),
                kind == Kind.DEPOSIT ? subject.deal() : null));
        return done;
    }

    private void sendAgain(Desk desk, Asked asked, JsonNode before) {
        var again = untilAnswered(desk, asked, Instant.now().plus(patience));
        if (again != null && !again.json().path("id").equals(before.path("id"))) {
            history.odd("SEC-3 the same key was answered " + before + " and then " + again);
        }
    }

    private @Nullable Told untilAnswered(Desk desk, Asked asked, Instant end) {
        var allAnswered = true;
        for (int turn = 0; Instant.now().isBefore(end); turn++) {
            try {
                var told = once(
                        desk.replicas().get(turn % desk.replicas().size()),
                        desk.token().get(),
                        asked);
                if (!told.isOpen()) {
                    return new Told(told.status(), told.json(), allAnswered);
                }
                allAnswered &= told.status() < 500;
            } catch (IOException _) {
                // Not answered: the other replica is asked.
                allAnswered = false;
            }
            resent.incrementAndGet();
            sleepUntil(Instant.now().plusMillis(Math.min(20L << Math.min(turn, 6), 500)));
        }
        return null;
    }

    private Told once(URI replica, String token, Asked asked) throws IOException {
        var answer = answer(HttpRequest.newBuilder(replica.resolve("/api/v1" + asked.path()))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Idempotency-Key", asked.key())
                .POST(HttpRequest.BodyPublishers.ofString(json(asked.body())))
                .build());
        return new Told(answer.statusCode(), JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body()), true);
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void rest() {
        try {
            ease.rest(EASE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void sleepUntil(Instant moment) {
        try {
            Thread.sleep(Duration.between(Instant.now(), moment));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    private static @Nullable Instant expiresAt(@Nullable JsonNode done) {
        return done == null || !done.hasNonNull("expiresAt")
                ? null
                : Instant.parse(done.path("expiresAt").asText());
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
