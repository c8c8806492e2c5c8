package org.anchang.kit.people;

import java.util.List;
import java.util.UUID;

/// What else changes in a service when a customer is another consultant's, or another record's.
public interface Consequences {
    /// The customer went from one consultant to another.
    record Given(UUID customer, String from, String to) {}

    /// Another record stands for this one than before: it went into another one, or a merge was undone.
    ///
    /// @param before the record that stood for it
    /// @param now    the record that stands for it
    record Standing(UUID record, OwnedCustomer before, OwnedCustomer now) {}

    /// SEC-1
    void given(Given given);

    /// CUS-3: all records for which another one stands since two were merged, or a merge was undone. What a service
    /// keeps under the record of which it was told follows [Standing#now], and so goes back as it came.
    void stand(List<Standing> standings);
}
