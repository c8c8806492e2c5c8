package org.anchang.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.anchang.audit.Audit;
import org.anchang.client.Person;
import org.anchang.office.Application;
import org.anchang.office.Office;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/// OPS-1: the office works on while each replica of each service is told to stop and started again, as when a version
/// is rolled out. Nobody notices: no command fails, no screen is cut off, no event is lost or put aside.
///
/// Thirty starts of services take minutes on two cores: it runs by itself, `mvn -Prolling verify -pl system-tests -am`.
@ExtendWith(RunningOffice.class)
@Isolated
@Tag("rolling")
@Order(Integer.MAX_VALUE - 2)
class RollingTest {
    private static final String PROJECT = "rolling";
    private static final int ROUNDS = Integer.getInteger("anchang.rolling.rounds", 3);
    private static final int CLIENTS = 2;
    private static final int LEAST_COMMANDS_A_SECOND = 5;
    private static final int EVENTS_WAITING = 500;
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);
    private static final int TERMINATED = 128 + 15;
    /// Of which the office usually has one.
    private static final Set<Application> ADDED =
            EnumSet.of(Application.CUSTOMER, Application.APPROVAL, Application.COMMISSION);

    private final AtomicBoolean over = new AtomicBoolean();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger streams = new AtomicInteger();

    @Test
    @DisplayName(
            "OPS-1 each replica of each service is stopped in turn, three rounds: no command fails, nothing is lost")
    void eachReplicaIsStopped(Office office) throws Exception {
        try (var floor = new SalesFloor(office, PROJECT);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            all(people, ADDED.stream().map(added -> () -> office.add(added)));
            floor.open(PriceLists.made("轮换", 4, 40, 8));
            var lettersBefore = deadLetters(office);
            var began = Instant.now();
            for (int client = 0; client < CLIENTS; client++) {
                var number = new AtomicInteger(client);
                people.execute(() -> sell(floor, number));
            }
            people.execute(() -> look(office));
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    roll(office, people, floor, 0, round == 0);
                    roll(office, people, floor, 1, false);
                }
            } finally {
                over.set(true);
            }
            people.shutdown();
            var seconds = Duration.between(began, Instant.now()).toSeconds();
            System.out.printf(
                    "rolling: %d rounds, %d s, %d commands, sent again: %s, %d streams%n",
                    ROUNDS, seconds, floor.office.commands(), floor.office.sentAgain(), streams.get());

            assertThat(failures).isEmpty();
            assertThat(floor.office.sentAgain().keySet())
                    .as("answered by nobody, or by somebody who could not")
                    .allMatch(reason -> reason.startsWith("409"));
            assertThat(floor.office.commands()).isGreaterThan(seconds * LEAST_COMMANDS_A_SECOND);
            assertThat(streams.get()).isGreaterThan(ROUNDS);
            assertThat(deadLetters(office)).isEqualTo(lettersBefore);
            assertThat(Audit.of(RunningOffice.addresses(office)))
                    .allSatisfy((promise, differences) ->
                            assertThat(differences).as(promise).isEmpty());
            stopsWithNothingLeft(office, ADDED);
            assertThat(failures).isEmpty();
        } finally {
            ADDED.forEach(added -> office.stop(added, 1));
        }
    }

    /// Also where the database and the broker went first.
    private void stopsWithNothingLeft(Office office, Set<Application> applications) throws Exception {
        office.killPostgres();
        office.killBroker();
        try (var operators = Executors.newVirtualThreadPerTaskExecutor()) {
            all(operators, applications.stream().map(application -> () -> stop(office, application, 1)));
        } finally {
            office.restartBroker();
            office.restartPostgres();
        }
    }

    /// One replica of each service after the other is told to stop and started again, as a version is rolled out:
    /// the next one stops when it is ready.
    private void roll(Office office, ExecutorService people, SalesFloor floor, int replica, boolean behind)
            throws Exception {
        for (var application : Application.values()) {
            if (behind && application == Application.COMMISSION) {
                stopBehind(office, people, floor, replica);
            } else {
                stop(office, application, replica);
            }
            office.restart(application, replica);
        }
    }

    private void stop(Office office, Application application, int replica) {
        var told = Instant.now();
        var code = office.stop(application, replica);
        var took = Duration.between(told, Instant.now());
        if (code != TERMINATED || took.compareTo(STOPPED_WITHIN) > 0) {
            failures.add("%s %d ended with %d after %s".formatted(application, replica, code, took));
        }
    }

    /// Its readers cannot read while so many events come in, and it is stopped before they can.
    private void stopBehind(Office office, ExecutorService people, SalesFloor floor, int replica)
            throws SQLException, InterruptedException, ExecutionException {
        try (var database = office.postgres().connect(Application.COMMISSION.database());
                var lock = database.createStatement()) {
            database.setAutoCommit(false);
            lock.execute("LOCK TABLE inbox_position IN EXCLUSIVE MODE");
            all(
                    people,
                    Stream.generate(() -> (Runnable) () -> {
                                for (int i = 0; i < EVENTS_WAITING / 10; i++) {
                                    floor.register(floor.liNa, "王五");
                                }
                            })
                            .limit(10));
            var stopped = people.submit(() -> stop(office, Application.COMMISSION, replica));
            // It is under way: the lock goes while it stops.
            Thread.sleep(Duration.ofSeconds(1));
            database.rollback();
            stopped.get();
        }
    }

    private void sell(SalesFloor floor, AtomicInteger number) {
        try {
            while (!over.get()) {
                var nth = number.getAndAdd(CLIENTS);
                var stories = Story.values();
                Person consultant =
                        List.of(floor.liNa, floor.wangLei, floor.zhaoMin).get(nth % 3);
                stories[nth % stories.length].tell(floor, consultant, floor.subscribed(consultant));
            }
        } catch (RuntimeException | AssertionError e) {
            failures.add(String.valueOf(e));
        }
    }

    /// A manager's screen. Its stream may end, in order, and is opened again; it is never cut off.
    private void look(Office office) {
        try (var client = HttpClient.newHttpClient()) {
            while (!over.get()) {
                var stream = client.send(
                        HttpRequest.newBuilder(
                                        office.gateway().resolve("/api/v1/sales-control/" + PROJECT + "/changes"))
                                .header("Authorization", "Bearer " + office.token("chen.jing"))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
                if (stream.statusCode() == 200) {
                    streams.incrementAndGet();
                } else {
                    failures.add("the screen was answered " + stream.statusCode());
                }
                try (var lines = stream.body()) {
                    lines.takeWhile(_ -> !over.get()).forEach(_ -> {});
                }
            }
            client.shutdownNow();
        } catch (IOException | RuntimeException e) {
            failures.add("the screen was cut off: " + e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void all(ExecutorService people, Stream<Runnable> tasks)
            throws InterruptedException, ExecutionException {
        for (var task : tasks.map(people::submit).toList()) {
            task.get();
        }
    }

    private static long deadLetters(Office office) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", office.bootstrapServers()))) {
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            var topics = Stream.of(Application.values())
                    .map(Application::deadLetters)
                    .toList();
            admin.describeTopics(topics).allTopicNames().get().forEach((topic, described) -> described
                    .partitions()
                    .forEach(partition ->
                            ends.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }
}
