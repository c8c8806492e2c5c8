package org.anchang.audit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anchang.audit.Check;
import org.anchang.audit.Evidence;
import org.anchang.audit.Topics.Said;

/// What a service reads, it has read to the end, and nothing is parked.
public final class EventsAreRead implements Check {
    /// Readers that listen to some events only, which then are whole streams of their own.
    private static final Map<String, Set<String>> LISTENS_TO = Map.of(
            "customer inventory-events", Set.of("ProjectOpened"), "approval customer-events", Set.of("PostsChanged"));

    @Override
    public String promise() {
        return "every reader has read every event once, and none is parked";
    }

    @Override
    public List<String> differences(Evidence evidence) {
        var found = new ArrayList<String>();
        for (var service : Evidence.READERS) {
            parked(evidence, service, found);
            for (var row : evidence.rows(service, "SELECT DISTINCT topic FROM inbox_position")) {
                positions(evidence, service, row.text("topic"), found);
            }
        }
        return found;
    }

    private static void positions(Evidence evidence, String reader, String topic, List<String> found) {
        var read = new HashMap<String, Long>();
        evidence.rows(reader, "SELECT aggregate, last FROM inbox_position WHERE topic = ?", topic)
                .forEach(row -> read.put(row.text("aggregate"), row.number("last")));
        var published = new HashMap<String, Long>();
        var types = LISTENS_TO.get(reader + " " + topic);
        for (Said said : evidence.topics().all(topic)) {
            if (types != null && !types.contains(said.type())) {
                continue;
            }
            published.merge(said.aggregate(), said.sequence(), Math::max);
        }
        published.forEach((aggregate, last) -> {
            if (read.getOrDefault(aggregate, 0L) < last) {
                found.add("%s has read %d of %d events of %s in %s"
                        .formatted(reader, read.getOrDefault(aggregate, 0L), last, aggregate, topic));
            }
        });
        read.forEach((aggregate, last) -> {
            if (last > published.getOrDefault(aggregate, 0L)) {
                found.add("%s has read event %d of %s, which is not in %s".formatted(reader, last, aggregate, topic));
            }
        });
    }

    private static void parked(Evidence evidence, String reader, List<String> found) {
        evidence.rows(reader, "SELECT topic, aggregate, sequence, type, reason, error FROM inbox_parked")
                .forEach(row -> found.add("%s has parked %s %s of %s in %s (%s %s)"
                        .formatted(
                                reader,
                                row.text("type"),
                                row.text("sequence"),
                                row.text("aggregate"),
                                row.text("topic"),
                                row.text("reason"),
                                row.text("error"))));
    }
}
