package org.anchang.customer.dispute;

import java.time.Instant;
import java.util.UUID;

/// A case is decided; said inside the service, in the transaction of the decision.
///
/// @param isOfHousehold whether it is about all of the customer's household
public record OwnershipSettled(UUID customer, boolean isOfHousehold, String owner, String by, Instant at) {}
