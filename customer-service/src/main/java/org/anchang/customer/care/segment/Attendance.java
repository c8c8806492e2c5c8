package org.anchang.customer.care.segment;

import java.util.List;
import java.util.UUID;

/// The feature that knows who came to an event.
public interface Attendance {
    /// Nobody where there is no such event in the project.
    List<UUID> of(String project, UUID gathering);
}
