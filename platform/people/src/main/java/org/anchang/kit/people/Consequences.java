package org.anchang.kit.people;

import java.util.List;
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

    /// A record that had gone into another one is its own person's again. What was moved with it goes back: what was
    /// one of the records' before, and is the other's still.
    ///
    /// @param record  the one that stands again
    /// @param records that one, and what had gone into it before
    /// @param again   the record that stands for them now: that one, unless it has gone into a third meanwhile
    /// @param stood   the one that stood for both
    record Unmerged(UUID record, List<UUID> records, Known again, Known stood) {}

    /// SEC-1
    void given(Given given);

    /// CUS-3
    void merged(Merged merged);

    /// CUS-3: what was moved stays where it is, unless the service gives it back.
    default void unmerged(Unmerged unmerged) {}
}
