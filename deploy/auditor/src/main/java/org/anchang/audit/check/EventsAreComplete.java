package org.anchang.audit.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.anchang.audit.Check;
import org.anchang.audit.Evidence;
import org.anchang.audit.Topics;
import org.anchang.audit.Topics.Said;

/// Every event that a service committed stands in its topic once, unaltered and in its aggregate's sequence.
///
/// A record that the relay sent again after a crash has the same id and payload; it is no second event. A service
/// lets go of the row of an event that was published long ago (`ANCHANG_OUTBOX_KEEP_DAYS`, as the services have it),
/// and of no other.
public final class EventsAreComplete implements Check {
    private static final Duration KEPT =
            Duration.ofDays(Long.parseLong(System.getenv().getOrDefault("ANCHANG_OUTBOX_KEEP_DAYS", "30")));
    /// What two machines' clocks may differ.
    private static final Duration CLOCKS = Duration.ofHours(1);

    @Override
    public String promise() {
        return "no event is missing, doubled, altered or out of its aggregate's sequence";
    }

    @Override
    public List<String> differences(Evidence evidence) {
        var found = new ArrayList<String>();
        for (var service : Evidence.SERVICES) {
            compare(evidence, service, found);
        }
        return found;
    }

    private static void compare(Evidence evidence, String service, List<String> found) {
        var topic = Topics.of(service);
        var last = inSequence(evidence.topics().all(topic), found);
        var byId = new HashMap<String, Said>();
        evidence.topics().once(topic).forEach(said -> byId.put(said.id(), said));

        var committed = new HashSet<String>();
        for (var stream : evidence.rows(service, "SELECT aggregate, last FROM outbox_stream")) {
            var aggregate = stream.text("aggregate");
            committed.add(aggregate);
            var published = last.getOrDefault(aggregate, 0L);
            if (published != stream.number("last")) {
                found.add("%s: %s has %d events committed and %d published"
                        .formatted(topic, aggregate, stream.number("last"), published));
            }
        }
        last.keySet().stream()
                .filter(aggregate -> !committed.contains(aggregate))
                .forEach(
                        aggregate -> found.add("%s: %s was published and never committed".formatted(topic, aggregate)));
        var rows = new HashSet<String>();
        for (var row : evidence.rows(service, "SELECT id, aggregate, sequence, type, payload FROM outbox")) {
            rows.add(row.text("id"));
            var said = byId.get(row.text("id"));
            var name =
                    "%s: %s %s of %s".formatted(topic, row.text("type"), row.text("sequence"), row.text("aggregate"));
            if (said == null) {
                found.add(name + " is committed and not published");
            } else if (!said.payload().equals(row.text("payload"))
                    || said.sequence() != row.number("sequence")
                    || !said.type().equals(row.text("type"))
                    || !said.aggregate().equals(row.text("aggregate"))) {
                found.add(name + " is not what was published");
            }
        }
        var kept = Instant.now().minus(KEPT).plus(CLOCKS);
        byId.values().stream()
                .filter(said -> said.published().isAfter(kept) && !rows.contains(said.id()))
                .forEach(said -> found.add("%s: %s %d of %s was published at %s and its row is gone"
                        .formatted(topic, said.type(), said.sequence(), said.aggregate(), said.published())));
    }

    /// @return the last number of each aggregate, as far as its numbers follow each other without a gap
    private static Map<String, Long> inSequence(List<Said> records, List<String> found) {
        var last = new HashMap<String, Long>();
        var seen = new HashMap<String, String>();
        for (var said : records) {
            var place = said.aggregate() + "/" + said.sequence();
            var before = seen.putIfAbsent(place, said.id());
            if (before != null) {
                if (!before.equals(said.id())) {
                    found.add("%s: two events stand under %s".formatted(said.topic(), place));
                }
                continue;
            }
            var expected = last.getOrDefault(said.aggregate(), 0L) + 1;
            if (said.sequence() != expected) {
                found.add("%s: %s follows %d".formatted(said.topic(), place, expected - 1));
            }
            last.merge(said.aggregate(), said.sequence(), Math::max);
        }
        return last;
    }
}
