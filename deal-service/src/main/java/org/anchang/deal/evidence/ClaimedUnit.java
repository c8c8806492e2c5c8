package org.anchang.deal.evidence;

import java.util.UUID;

/// Evidence: inventory has bound the hold to the deal, so that it no longer ends by itself (INV-5); without it no
/// first money is taken. Only `inventory` makes it.
public record ClaimedUnit(UUID deal, UUID unit, UUID hold) {}
