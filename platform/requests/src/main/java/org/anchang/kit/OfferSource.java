package org.anchang.kit;

import java.util.List;

/// A resource whose commands are offered by features that may not know it, because it shows their things.
public interface OfferSource {
    /// `@PermitAll`: it is called for whoever is shown a thing, also where the resource is for others.
    List<Offer> offers();
}
