package org.anchang.kit.inbox;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.anchang.kit.json.EventJson;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/// Whether what neighbours say is read, by all replicas together: how many records of each topic are not committed
/// (`anchang_reader_lag`), and the wellness check `readers`, which says what is wrong. It is down while the broker does
/// not answer or refuses this service, and where a topic has no reader, or one that does not get on.
@Default
@Wellness
@ApplicationScoped
class ReadersWatch implements HealthCheck {
    /// What was seen of a topic.
    ///
    /// @param trouble why it may be that nobody reads it, and since when (by the clock of this process)
    private record Seen(long committed, long lag, @Nullable String trouble, long since) {}

    @Inject
    @All
    List<Reader<?>> readers;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "mp.messaging.connector.smallrye-kafka.group.id")
    String group;

    /// A group that is made up anew, and commits that come every few seconds, take less.
    Duration patience = Duration.ofSeconds(15);

    int answersWithinMillis = 8_000;

    private @Nullable Admin admin;
    private volatile Map<String, Seen> seen = Map.of();
    private volatile @Nullable String failure;

    void register(@Observes StartupEvent event) {
        topics().forEach(topic ->
                meters.gauge("anchang_reader_lag", Tags.of("topic", topic), this, it -> it.lag(topic)));
    }

    void stop(@Observes ShutdownEvent event) {
        close();
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            if (!topics().isEmpty()) {
                seen = seen(admin());
            }
            failure = null;
        } catch (ExecutionException e) {
            failure = words(Objects.requireNonNullElse(e.getCause(), e));
        } catch (KafkaException e) {
            failure = words(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("readers");
        var failed = failure;
        if (failed != null) {
            return answer.down().withData("broker", failed).build();
        }
        var still = new TreeMap<>(seen);
        still.values().removeIf(this::isWell);
        still.forEach((topic, it) -> answer.withData(topic, String.valueOf(it.trouble())));
        return answer.status(still.isEmpty()).build();
    }

    private Map<String, Seen> seen(Admin broker) throws ExecutionException, InterruptedException {
        var partitions = new HashSet<TopicPartition>();
        broker.describeTopics(topics()).allTopicNames().get().forEach((topic, described) -> described
                .partitions()
                .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        var ends = broker.listOffsets(partitions.stream().collect(toMap(identity(), _ -> OffsetSpec.latest())))
                .all()
                .get();
        var committed = new HashMap<TopicPartition, Long>();
        broker.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, at) -> committed.put(partition, at == null ? 0 : at.offset()));
        var assigned = assigned(broker);
        return topics().stream().collect(toMap(identity(), topic -> {
            var its = partitions.stream().filter(it -> it.topic().equals(topic)).toList();
            var read =
                    its.stream().mapToLong(it -> committed.getOrDefault(it, 0L)).sum();
            var lag = its.stream()
                    .mapToLong(it -> Objects.requireNonNull(ends.get(it)).offset() - committed.getOrDefault(it, 0L))
                    .sum();
            return seen(topic, read, lag, assigned.containsAll(its));
        }));
    }

    private Set<TopicPartition> assigned(Admin broker) throws ExecutionException, InterruptedException {
        try {
            return broker.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .flatMap(described -> described.members().stream())
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .collect(Collectors.toSet());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Set.of();
            }
            throw e;
        }
    }

    private Seen seen(String topic, long committed, long lag, boolean isAssigned) {
        var before = seen.get(topic);
        var trouble = !isAssigned
                ? "nobody of the group " + group + " has all of its partitions"
                : lag > 0 && before != null && before.committed == committed
                        ? lag + " records wait and none is read"
                        : null;
        var since = before != null && before.trouble != null ? before.since : System.nanoTime();
        return new Seen(committed, lag, trouble, since);
    }

    private boolean isWell(Seen topic) {
        return topic.trouble == null || System.nanoTime() - topic.since < patience.toNanos();
    }

    static String words(Throwable failure) {
        var why = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return switch (failure) {
            case AuthenticationException _ -> "refuses the credentials of this service; " + why;
            case AuthorizationException _ -> "refuses this service a right that it needs; " + why;
            default -> "does not answer as it should; " + why;
        };
    }

    private double lag(String topic) {
        var its = failure == null ? seen.get(topic) : null;
        return its == null ? Double.NaN : its.lag();
    }

    private Set<String> topics() {
        return readers.stream()
                .map(reader -> EventJson.topicOf(reader.language()))
                .collect(Collectors.toSet());
    }

    private synchronized Admin admin() {
        if (admin == null) {
            var settings = new HashMap<String, Object>();
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, answersWithinMillis);
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, answersWithinMillis);
            broker.forEach((name, value) -> {
                if (AdminClientConfig.configNames().contains(name)) {
                    settings.putIfAbsent(name, value);
                }
            });
            admin = Admin.create(settings);
        }
        return admin;
    }

    private synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }
}
