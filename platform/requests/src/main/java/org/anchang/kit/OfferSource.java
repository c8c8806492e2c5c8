package org.anchang.kit;

import java.util.List;

/// A resource whose commands are offered by features that may not know it, because it shows their things.
public interface OfferSource {
    List<Offer> offers();
}
