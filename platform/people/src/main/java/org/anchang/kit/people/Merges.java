package org.anchang.kit.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// CUS-3: where each record's way of merges ends.
final class Merges {
    /// @param merged the record that has gone into `customer`
    record Merge(UUID customer, UUID merged) {}

    private final Map<UUID, UUID> into = new HashMap<>();

    /// A record goes into one at most, and none into itself. Where these merges say otherwise the older ones
    /// are undone, of which another stream has not told yet.
    ///
    /// @param latestFirst that are told and of which it is not told that they are undone
    Merges(List<Merge> latestFirst) {
        latestFirst.forEach(merge -> {
            if (!end(merge.customer()).equals(merge.merged())) {
                into.putIfAbsent(merge.merged(), merge.customer());
            }
        });
    }

    /// The record that stands for this one: itself, where it has gone into none.
    UUID end(UUID record) {
        var end = record;
        while (into.containsKey(end)) {
            end = into.get(end);
        }
        return end;
    }
}
