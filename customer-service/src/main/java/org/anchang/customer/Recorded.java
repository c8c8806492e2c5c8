package org.anchang.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// CUS-3: what a feature has recorded about customers: counted before two records become one, so that whoever decides
/// sees what goes along. A feature that records something about customers is one of these.
public interface Recorded {
    /// In capitals, e.g. `VISITS`.
    String what();

    /// How many there are under these records.
    long under(Collection<UUID> records);

    /// CUS-7: where they stand, for whoever asks what is held of them, or that it be erased.
    Held held();

    /// CUS-7: what is shown to the person, where only the feature knows how its texts are opened; else its rows are.
    default Optional<List<Map<String, String>>> items(Collection<UUID> records) {
        return Optional.empty();
    }
}
