package org.anchang.kit.people;

import java.util.UUID;
import org.anchang.kit.people.People.Known;

/// What else changes in a service when a customer is another consultant's, or another record's.
public interface Consequences {
    /// The customer went from one consultant to another.
    record Given(UUID customer, String from, String to) {}

    /// A record went into another one.
    ///
    /// @param former the owner of the record that went
    /// @param stays  the record that stands for both now
    record Merged(UUID record, String former, Known stays) {}

    /// SEC-1
    void given(Given given);

    /// CUS-3
    void merged(Merged merged);
}
