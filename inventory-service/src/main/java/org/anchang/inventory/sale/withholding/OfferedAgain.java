package org.anchang.inventory.sale.withholding;

import java.util.UUID;

/// A unit is on sale again, by the transaction that just runs.
public record OfferedAgain(UUID unit) {}
