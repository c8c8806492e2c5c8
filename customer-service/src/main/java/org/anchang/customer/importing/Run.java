package org.anchang.customer.importing;

import java.time.Instant;

/// A run at work: who imports, how, and whom the file means by the names of people.
///
/// @param reason what is written into the history of those whom it changes
record Run(
        CustomerImport running,
        String by,
        ImportMode mode,
        String reason,
        Instant at,
        NamedPeople.KnownPeople people) {}
