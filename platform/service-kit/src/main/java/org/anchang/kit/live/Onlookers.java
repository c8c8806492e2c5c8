package org.anchang.kit.live;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.anchang.kit.problem.DatabaseTrouble;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.stop.PauseOver;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Who looks on at what is [Watched]. A stream carries no data: an event `changed` says that there is something new to
/// read, and the reader asks for it as for anything else, with the rights of that question. What changed here is looked
/// for as soon as its transaction has committed ([#somethingChanged]), what changed at another replica within a second.
/// The id of an event is the mark that was shown: who comes back with it hears only of what has changed since.
@ApplicationScoped
public class Onlookers {
    private static final Logger LOG = Logger.getLogger(Onlookers.class);
    private static final Duration LONGEST_STREAM = Duration.ofDays(1);
    /// Browsers would wait three seconds before they come back, and every stream ends with its token.
    private static final long COME_BACK_MILLIS = 500;

    /// What is looked at.
    private record View(Watched watched, String project) {}

    /// One open stream; it is told in turn, and what it was shown last is not said again.
    private static final class Onlooker {
        private final Sse sse;
        private final MultiEmitter<? super OutboundSseEvent> line;
        private @Nullable String shown;

        Onlooker(Sse sse, MultiEmitter<? super OutboundSseEvent> line, @Nullable String shown) {
            this.sse = sse;
            this.line = line;
            this.shown = shown;
        }

        synchronized void show(String mark) {
            if (!mark.equals(shown)) {
                shown = mark;
                line.emit(sse.newEventBuilder()
                        .name("changed")
                        .id(mark)
                        .data("{}")
                        .build());
            }
        }

        synchronized void beginOrShowLife(long comeBackMillis) {
            line.emit(sse.newEventBuilder()
                    .comment("")
                    .reconnectDelay(comeBackMillis)
                    .build());
        }

        void end() {
            line.complete();
        }
    }

    /// Open streams of this process.
    @ConfigProperty(name = "anchang.live.streams", defaultValue = "4000")
    int mostStreams;

    /// Those of them that one person may have.
    @ConfigProperty(name = "anchang.live.streams-per-person", defaultValue = "20")
    int mostOfOne;

    private final Map<String, Integer> streams = new ConcurrentHashMap<>();
    private final Map<View, Set<Onlooker>> views = new ConcurrentHashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    /// One looks at a time, so that nobody is shown an older mark after a newer one.
    private final ReentrantLock looking = new ReentrantLock();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    /// @param person    who asks
    /// @param until     when it has to end: with the token (SEC-1)
    /// @param lastShown id of the event that the reader heard last; `null` for whoever has heard none
    public record Asked(
            String person, Instant until, @Nullable String lastShown) {}

    /// A stream of a project; the caller's right to it was looked at.
    ///
    /// @throws org.anchang.kit.problem.Refused STREAM_LIMIT_REACHED; TEMPORARILY_UNAVAILABLE if as many are open as
    ///     this process carries, or if it stops
    public Multi<OutboundSseEvent> follow(Watched watched, String project, Sse sse, Asked who) {
        if (streams.getOrDefault(who.person(), 0) >= mostOfOne) {
            throw refuse(KitRefusal.STREAM_LIMIT_REACHED).with("limit", mostOfOne);
        }
        refuseIf(
                stopping
                        || streams.values().stream().mapToInt(Integer::intValue).sum() >= mostStreams,
                KitRefusal.TEMPORARILY_UNAVAILABLE);
        var left = Duration.between(Instant.now(), who.until());
        var lasts = left.compareTo(LONGEST_STREAM) > 0 ? LONGEST_STREAM : left;
        return Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        line -> begin(
                                new View(watched, project), new Onlooker(sse, line, who.lastShown()), who.person()),
                        BackPressureStrategy.BUFFER)
                .select()
                .first(lasts.isPositive() ? lasts : Duration.ofMillis(1));
    }

    private void begin(View view, Onlooker onlooker, String person) {
        streams.merge(person, 1, Integer::sum);
        onlooker.line.onTermination(() -> {
            streams.computeIfPresent(person, (_, open) -> open > 1 ? open - 1 : null);
            views.computeIfPresent(view, (_, open) -> {
                open.remove(onlooker);
                return open.isEmpty() ? null : open;
            });
        });
        views.compute(view, (_, open) -> {
            var all = open == null ? ConcurrentHashMap.<Onlooker>newKeySet() : open;
            all.add(onlooker);
            return all;
        });
        onlooker.beginOrShowLife(COME_BACK_MILLIS);
        if (stopping) {
            onlooker.end();
        }
        // What changed between the reader's question and the first look is told by it.
        somethingChanged();
    }

    /// Hints that come while one waits for its turn are one and the same; without anybody who looks on they cost
    /// nothing.
    public void somethingChanged() {
        if (!views.isEmpty() && !stopping && asked.compareAndSet(false, true)) {
            workers.execute(this::look);
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookByItself() {
        somethingChanged();
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void showLife() {
        views.values().forEach(open -> open.forEach(onlooker -> onlooker.beginOrShowLife(COME_BACK_MILLIS)));
    }

    /// OPS-1: who looks on is told in an orderly way, and comes back to another replica.
    void end(@Observes PauseOver event) {
        stopping = true;
        views.values().forEach(open -> open.forEach(Onlooker::end));
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        workers.shutdownNow();
    }

    private void look() {
        looking.lock();
        try {
            // Whoever commits from here on asks again.
            asked.set(false);
            views.forEach((view, open) -> look(view, open));
        } finally {
            looking.unlock();
        }
    }

    private void look(View view, Set<Onlooker> open) {
        try {
            var mark =
                    QuarkusTransaction.requiringNew().call(() -> view.watched().mark(view.project()));
            open.forEach(onlooker -> onlooker.show(mark));
        } catch (RuntimeException e) {
            if (stopping || DatabaseTrouble.isPassing(e)) {
                LOG.debugf("What is looked at cannot be read now: %s", e.getMessage());
            } else {
                LOG.error("What is looked at cannot be read", e);
            }
        }
    }
}
