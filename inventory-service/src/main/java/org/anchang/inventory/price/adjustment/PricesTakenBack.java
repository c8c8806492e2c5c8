package org.anchang.inventory.price.adjustment;

import java.time.Instant;

/// A plan of new prices is being taken back, in this transaction: whoever waits for its moment with them gives way.
///
/// @param effectiveAt the moment
public record PricesTakenBack(String project, Instant effectiveAt) {}
