package org.anchang.inventory.sale.release;

import java.util.UUID;

/// What a release is the ground of, and knows nothing about: INV-13, its opening day. As long as it rests on the
/// release, that cannot be withdrawn.
public interface RestsOnRelease {
    boolean restsOn(UUID release);
}
