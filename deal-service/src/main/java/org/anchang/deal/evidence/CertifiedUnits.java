package org.anchang.deal.evidence;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// Evidence: the five certificates of these units' buildings are recorded and valid today (CON-1, INV-6). Only
/// `inventory` makes it.
public record CertifiedUnits(Set<UUID> units) {
    public CertifiedUnits {
        units = Set.copyOf(units);
    }

    public boolean cover(Collection<UUID> wanted) {
        return units.containsAll(wanted);
    }
}
