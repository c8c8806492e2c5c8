package org.anchang.commission;

import java.util.List;
import java.util.UUID;

/// Something on which these commissions rest is different now: an attribution, an agreement, a decision or a plan.
/// Said inside the service, in the transaction of the change.
///
/// @param reason goes into the ledger beside what changes, e.g. `AGREEMENT`
public record FactsChanged(List<UUID> commissions, String reason) {}
