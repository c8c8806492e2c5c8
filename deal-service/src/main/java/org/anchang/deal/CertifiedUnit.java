package org.anchang.deal;

import java.util.UUID;

/// Evidence: the five certificates of the unit's building are recorded and valid today (CON-1, INV-6). Only
/// `inventory` makes it.
public record CertifiedUnit(UUID unit) {}
