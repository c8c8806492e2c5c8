package org.anchang.customer.care.survey;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// CAR-3: whose scores are not shown, because too few answered: nor so many others that what is left out could be
/// reckoned from the whole.
final class SmallGroups {
    private SmallGroups() {}

    /// @param answered how many answered, by group
    /// @param smallest from how many on a score is shown
    static Set<String> hidden(Map<String, Long> answered, int smallest) {
        var hidden = answered.entrySet().stream()
                .filter(group -> group.getValue() < smallest)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var rest = answered.entrySet().stream()
                .filter(group -> group.getValue() >= smallest)
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .toList();
        for (var next : rest) {
            var together = hidden.stream().mapToLong(answered::get).sum();
            if (hidden.isEmpty() || together >= smallest) {
                break;
            }
            hidden.add(next);
        }
        return hidden;
    }
}
