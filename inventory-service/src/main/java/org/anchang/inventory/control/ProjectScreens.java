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
    private final String project;
    private final SalesControl table;
    private final ObjectMapper json;
    private final Set<Screen> screens = new CopyOnWriteArraySet<>();
    /// Whoever shows something reads and sends under this lock, so that no screen sees an older state after a newer one.
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
            send(List.of(screen), reading.cells(), Math.max(since, 0), reading.version());
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
                send(List.copyOf(screens), news, version, reading.version());
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
        screens.forEach(screen -> screen.messages().emit(new Message(0, null)));
    }

    /// Only the last message of a batch has the new version: whoever loses the line in between is shown it again.
    private void send(List<Screen> to, List<Cell> cells, long before, long after) {
        var asManager = new ArrayList<Message>();
        var asConsultant = new ArrayList<Message>();
        for (int i = 0; i < cells.size(); i++) {
            var reached = i == cells.size() - 1 ? after : before;
            var message = new Message(reached, text(cells.get(i), reached));
            asManager.add(message);
            var seen = cells.get(i).seen(true);
            asConsultant.add(seen.equals(cells.get(i)) ? message : new Message(reached, text(seen, reached)));
        }
        for (var screen : to) {
            (screen.asConsultant() ? asConsultant : asManager).forEach(screen.messages()::emit);
        }
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
