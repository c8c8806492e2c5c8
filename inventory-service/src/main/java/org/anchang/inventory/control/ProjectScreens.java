package org.anchang.inventory.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.ReentrantLock;
import org.anchang.inventory.control.Screen.Message;

/// The open screens of one project in this process, and what they have been shown.
final class ProjectScreens {
    /// What changed between two versions of the table.
    private record News(List<Cell> cells, long before, long after) {}

    private final String project;
    private final SalesControl table;
    private final ObjectMapper json;
    private final Set<Screen> screens = new CopyOnWriteArraySet<>();
    /// Whoever shows something reads and sends under this lock, so that no screen sees an older state after a
    /// newer one.
    private final ReentrantLock showing = new ReentrantLock();
    private long version = -1;
    /// Row versions, from `version` on, that all screens have been shown.
    private Map<UUID, Long> shown = Map.of();

    ProjectScreens(String project, SalesControl table, ObjectMapper json) {
        this.project = project;
        this.table = table;
        this.json = json;
    }

    /// Shows the screen what changed since the table it has, then everything that changes from now on.
    void open(Screen screen, long since) {
        showing.lock();
        try {
            var reading = table.changedSince(project, since < 0 ? Long.MAX_VALUE : since);
            var missed = new News(reading.cells(), Math.max(since, 0), reading.version());
            screen.catchUp(messages(missed, screen.isConsultants()));
            if (version < 0) {
                version = reading.version();
            }
            screens.add(screen);
        } finally {
            showing.unlock();
        }
    }

    void close(Screen screen) {
        screens.remove(screen);
    }

    boolean isEmpty() {
        return screens.isEmpty();
    }

    /// Reads what changed and shows it to all.
    void refresh() {
        showing.lock();
        try {
            if (screens.isEmpty() || version < 0) {
                version = -1;
                shown = Map.of();
                return;
            }
            var reading = table.changedSince(project, version);
            var news = reading.cells().stream()
                    .filter(cell -> !Long.valueOf(cell.row()).equals(shown.get(cell.unit())))
                    .toList();
            if (!news.isEmpty()) {
                show(new News(news, version, reading.version()));
            }
            var remembered = new HashMap<UUID, Long>();
            reading.cells().stream()
                    .filter(cell -> cell.row() >= reading.version())
                    .forEach(cell -> remembered.put(cell.unit(), cell.row()));
            shown = remembered;
            version = reading.version();
        } finally {
            showing.unlock();
        }
    }

    void showLife() {
        screens.forEach(screen -> screen.show(List.of(new Message(0, null))));
    }

    private void show(News news) {
        var toManagers = messages(news, false);
        var toConsultants = messages(news, true);
        screens.forEach(screen -> screen.show(screen.isConsultants() ? toConsultants : toManagers));
    }

    /// Only the last message has the new version: whoever loses the line in between is shown all of them again.
    private List<Message> messages(News news, boolean asConsultant) {
        var messages = new ArrayList<Message>(news.cells().size());
        for (var cell : news.cells()) {
            var reached = messages.size() == news.cells().size() - 1 ? news.after() : news.before();
            messages.add(new Message(reached, text(cell.seen(asConsultant), reached)));
        }
        return messages;
    }

    private String text(Cell cell, long reached) {
        try {
            ObjectNode node = json.valueToTree(cell);
            node.put("version", reached);
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
