package org.anchang.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// What makes a schema break those who read by an older one.
final class Additive {
    private Additive() {}

    /// Every change from `before` to `after` that is more than an added optional member.
    static List<String> breaks(JsonNode before, JsonNode after, String place) {
        var found = new ArrayList<String>();
        if (!before.path("type").equals(after.path("type"))
                || !before.path("format").equals(after.path("format"))
                || !before.path("pattern").equals(after.path("pattern"))) {
            found.add(place + " has another type");
        }
        if (!before.path("enum").equals(after.path("enum"))) {
            found.add(place + " has other values");
        }
        before.path("properties").fieldNames().forEachRemaining(member -> {
            if (!after.path("properties").has(member)) {
                found.add(place + "." + member + " is gone");
            } else {
                found.addAll(breaks(
                        before.path("properties").path(member),
                        after.path("properties").path(member),
                        place + "." + member));
            }
        });
        var requiredBefore = texts(before.path("required"));
        var requiredAfter = texts(after.path("required"));
        requiredAfter.stream()
                .filter(member -> !requiredBefore.contains(member))
                .forEach(member -> found.add(place + "." + member + " is required now"));
        requiredBefore.stream()
                .filter(member -> !requiredAfter.contains(member))
                .forEach(member -> found.add(place + "." + member + " may be absent now"));
        for (var inner : List.of("items", "additionalProperties")) {
            if (before.has(inner)) {
                found.addAll(breaks(before.path(inner), after.path(inner), place + "[]"));
            }
        }
        return found;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
