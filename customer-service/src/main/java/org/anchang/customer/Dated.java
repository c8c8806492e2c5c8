package org.anchang.customer;

import java.time.Instant;
import java.util.UUID;

/// By whom and when something was recorded.
public record Dated(UUID id, String by, Instant at) {}
