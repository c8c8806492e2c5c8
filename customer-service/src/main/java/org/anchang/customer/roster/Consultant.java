package org.anchang.customer.roster;

import java.time.Instant;
import java.util.UUID;

/// Somebody who may own customers of a project, until the post ends.
record Consultant(UUID id, String project, String person, String recordedBy, Instant recordedAt) {}
