package org.anchang.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a feature has recorded about customers. CUS-3: it is counted before two records become one, so that whoever
/// decides sees what goes along; CUS-7: it is shown to the person, and erased. A feature that records something about
/// customers is one of these.
public interface Recorded {
    Held held();

    /// CUS-7: what is shown to the person, where only the feature knows how its texts are opened; else its rows are.
    default Optional<List<Map<String, String>>> items(Collection<UUID> records) {
        return Optional.empty();
    }
}
