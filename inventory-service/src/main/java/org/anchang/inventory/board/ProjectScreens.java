package org.anchang.inventory.board;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchang.inventory.board.Screen.Part;
import org.jspecify.annotations.Nullable;

/// The open screens of one project in this process, and what they have been shown.
final class ProjectScreens {
    /// What changed between two versions of the table.
    private record News(List<Cell> cells, long before, long after) {}

    /// Browsers would wait three seconds before they come back, and every stream ends with its token.
    static final List<Part> COME_BACK_SOON = List.of(Part.of(Buffer.buffer("retry: 500\n\n")));

    static final List<Part> SIGN_OF_LIFE = List.of(Part.of(Buffer.buffer(":\n\n")));
    /// How long showing rests, in parts of the time that it took: many screens get the changes of a moment in one
    /// go, and leave the processors to those who sell; few get each at once.
    private static final int REST = 3;

    /// Cells that are written in one go.
    private static final int CELLS_OF_A_PART = 100;

    private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LONGEST_SHOWING_SECONDS = 2;

    private final String project;
    private final KeptTables tables;
    private final TableText text;
    private final int mostCells;
    private final Set<Screen> screens = ConcurrentHashMap.newKeySet();
    /// One shows at a time, and rests before the next begins.
    private final ReentrantLock turn = new ReentrantLock();
    /// Whoever shows something looks and sends under this lock, so that no screen sees an older state after a newer
    /// one.
    private final ReentrantLock showing = new ReentrantLock();

    private volatile @Nullable StandingTable shown;
    private long restsUntil = System.nanoTime();

    /// @param mostCells that are shown one by one; where more have changed, readers are told to read the table again
    ProjectScreens(String project, KeptTables tables, TableText text, int mostCells) {
        this.project = project;
        this.tables = tables;
        this.text = text;
        this.mostCells = mostCells;
    }

    /// Shows the screen what changed since the table it has, then everything that changes from now on.
    ///
    /// @param since version of the reader's table; below zero for whoever wants only what comes; one that
    ///     the table has not come to, as after a database was restored to an earlier time, is of another
    ///     table: it is to be read again
    void open(Screen screen, long since) {
        var before = shown;
        var now = tables.now(project);
        var missed = missed(now, since, screen.view());
        showing.lock();
        try {
            var latest = screens.isEmpty() ? null : shown;
            if (latest == null) {
                shown = now;
            }
            screen.loop().runOnContext(_ -> screen.show(missed));
            if (latest != null && latest != before) {
                // The others were shown something meanwhile, which may be more than was seen just now.
                var more = unwritten(new News(latest.changedFrom(now), now.version(), latest.version()), screen.view());
                screen.loop().runOnContext(_ -> screen.show(more));
            }
            screens.add(screen);
            if (screen.hasLeft()) {
                screens.remove(screen);
            }
        } finally {
            showing.unlock();
        }
    }

    private List<Part> missed(StandingTable now, long since, View view) {
        if (since < 0) {
            return List.of();
        }
        return since > now.version()
                ? readAgain(now.version())
                : unwritten(new News(now.changedSince(since), since, now.version()), view);
    }

    void close(Screen screen) {
        screen.leave();
        screens.remove(screen);
    }

    int size() {
        return screens.size();
    }

    boolean isEmpty() {
        return screens.isEmpty();
    }

    /// Shows all what changed, after a rest.
    ///
    /// @param begins run when it looks: what changes from then on needs another turn
    void refresh(Runnable begins) throws InterruptedException {
        turn.lock();
        try {
            TimeUnit.NANOSECONDS.sleep(restsUntil - System.nanoTime());
            begins.run();
            var began = System.nanoTime();
            showNews().await(LONGEST_SHOWING_SECONDS, TimeUnit.SECONDS);
            var ended = System.nanoTime();
            restsUntil = ended + Math.min((ended - began) * REST, LONGEST_REST_NANOS);
        } finally {
            turn.unlock();
        }
    }

    void showLife() {
        toAll(Stream.of(View.values()).collect(Collectors.toMap(view -> view, _ -> SIGN_OF_LIFE)));
    }

    /// Forgets what nobody looks at.
    void forget() {
        showing.lock();
        try {
            if (screens.isEmpty()) {
                shown = null;
            }
        } finally {
            showing.unlock();
        }
    }

    private CountDownLatch showNews() {
        showing.lock();
        try {
            if (screens.isEmpty()) {
                shown = null;
                return new CountDownLatch(0);
            }
            var now = tables.now(project);
            var before = shown;
            shown = now;
            if (before == null || before == now) {
                return new CountDownLatch(0);
            }
            var news = new News(now.changedFrom(before), before.version(), now.version());
            return toAll(byView(news));
        } finally {
            showing.unlock();
        }
    }

    private Map<View, List<Part>> byView(News news) {
        var views = screens.stream().map(Screen::view).collect(Collectors.toSet());
        var events = new EnumMap<View, List<Part>>(View.class);
        views.forEach(view -> events.put(view, written(news, view)));
        return events;
    }

    /// One task for each event loop, which writes to all of its screens.
    private CountDownLatch toAll(Map<View, List<Part>> events) {
        Map<Context, List<Screen>> byLoop = screens.stream()
                .filter(screen -> !events.getOrDefault(screen.view(), List.of()).isEmpty())
                .collect(Collectors.groupingBy(Screen::loop));
        var reached = new CountDownLatch(byLoop.size());
        byLoop.forEach((loop, theirs) -> loop.runOnContext(_ -> {
            try {
                theirs.forEach(screen -> screen.show(events.getOrDefault(screen.view(), List.of())));
            } finally {
                reached.countDown();
            }
        }));
        return reached;
    }

    /// Written once for all who see as much.
    private List<Part> written(News news, View view) {
        return unwritten(news, view).stream()
                .map(part -> Part.of(part.text().get()))
                .toList();
    }

    /// For one screen, which writes it as its line takes it: it keeps nobody else waiting, nor takes memory.
    private List<Part> unwritten(News news, View view) {
        var cells = news.cells().size();
        if (cells > mostCells) {
            return readAgain(news.after());
        }
        return IntStream.iterate(0, first -> first < cells, first -> first + CELLS_OF_A_PART)
                .mapToObj(first -> Part.unwritten(() -> events(news, first, view)))
                .toList();
    }

    private List<Part> readAgain(long version) {
        return List.of(Part.of(Buffer.buffer(text.readAgain(version))));
    }

    /// Only the last event of all has the new version: whoever loses the line in between is shown all of them again.
    private Buffer events(News news, int first, View view) {
        var events = new StringBuilder();
        var all = news.cells();
        for (int i = first; i < Math.min(first + CELLS_OF_A_PART, all.size()); i++) {
            var reached = i == all.size() - 1 ? news.after() : news.before();
            events.append(text.changed(all.get(i).seen(view), reached));
        }
        return Buffer.buffer(events.toString());
    }
}
