package org.anchang.kit.stream;

import static org.anchang.kit.problem.Refused.refuseIf;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.stop.PauseOver;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Tells open screens that what they look at has changed. A hint says nothing else: whoever hears one reads again what
/// they may see, so that rights, masks and the moment shown are those of any other answer.
///
/// Promise: a screen hears a hint when its stream opens, and one after each change that [#changed] was told of, however
/// slow it reads: hints that wait are one. A stream lasts no longer than the token by which it was asked for; of more
/// than so many that one person has open the oldest ends.
@ApplicationScoped
public class Hints {
    /// Who looks, until when they may, and what makes events.
    public record Reader(String person, Instant until, Sse events) {}

    private record Line(long number, Reader reader, MultiEmitter<? super OutboundSseEvent> emitter) {
        void hint() {
            emitter.emit(reader.events()
                    .newEventBuilder()
                    .name("changed")
                    .data("{}")
                    .reconnectDelay(COME_BACK_MILLIS)
                    .build());
        }

        void live() {
            emitter.emit(reader.events().newEventBuilder().comment("").build());
        }
    }

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final long COME_BACK_MILLIS = 500;

    @Inject
    MeterRegistry meters;

    /// Open streams of this process.
    @ConfigProperty(name = "anchang.hints.streams", defaultValue = "4000")
    int most;

    /// Those of them that one person may have.
    @ConfigProperty(name = "anchang.hints.streams-per-person", defaultValue = "20")
    int mostOfOne;

    private final ConcurrentHashMap<String, Set<Line>> topics = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean stopping;

    /// @throws org.anchang.kit.problem.Refused TEMPORARILY_UNAVAILABLE if as many are open as this process carries, or
    ///     if it stops
    public Multi<OutboundSseEvent> follow(String topic, Reader reader) {
        refuseIf(stopping || size() >= most, KitRefusal.TEMPORARILY_UNAVAILABLE);
        return Multi.createFrom().emitter(stream -> open(topic, reader, stream), BackPressureStrategy.LATEST);
    }

    private void open(String topic, Reader reader, MultiEmitter<? super OutboundSseEvent> stream) {
        var line = new Line(numbers.incrementAndGet(), reader, stream);
        var lines = topics.computeIfAbsent(topic, _ -> ConcurrentHashMap.newKeySet());
        var left = Duration.between(Instant.now(), reader.until());
        var lasts = left.compareTo(LONGEST) > 0 ? LONGEST : left;
        var ending = Infrastructure.getDefaultWorkerPool()
                .schedule(stream::complete, Math.max(1, lasts.toMillis()), TimeUnit.MILLISECONDS);
        stream.onTermination(() -> {
            ending.cancel(false);
            lines.remove(line);
        });
        lines.add(line);
        line.hint();
        if (stopping) {
            stream.complete();
        }
        endOldestOf(reader.person());
    }

    private void endOldestOf(String person) {
        var theirs = topics.values().stream()
                .flatMap(Set::stream)
                .filter(line -> line.reader().person().equals(person))
                .sorted(Comparator.comparingLong(Line::number).reversed())
                .skip(mostOfOne)
                .toList();
        theirs.forEach(line -> line.emitter().complete());
    }

    /// What the topic is about is another now.
    public void changed(String topic) {
        each(topics.getOrDefault(topic, Set.of()), Line::hint);
    }

    /// The topics that somebody looks at in this process.
    public Set<String> followed() {
        return topics.entrySet().stream()
                .filter(topic -> !topic.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void showLife() {
        topics.values().forEach(lines -> each(lines, Line::live));
    }

    /// OPS-1: who looks on is told in an orderly way, and comes back to another replica.
    void end(@Observes PauseOver event) {
        stopping = true;
        topics.values().forEach(lines -> each(lines, line -> line.emitter().complete()));
    }

    void start(@Observes StartupEvent event) {
        meters.gauge("anchang_hint_streams", this, Hints::size);
    }

    private int size() {
        return topics.values().stream().mapToInt(Set::size).sum();
    }

    private static void each(Set<Line> lines, Consumer<Line> what) {
        lines.forEach(line -> {
            if (!line.emitter().isCancelled()) {
                what.accept(line);
            }
        });
    }
}
