package org.anchang.kit;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Commands of features that those who offer them may not know.
@ApplicationScoped
public class OffersByName {
    private final Map<ActionName, Offer> offers;

    @Inject
    OffersByName(@All List<OfferSource> sources) {
        offers = sources.stream()
                .flatMap(source -> source.offers().stream())
                .collect(Collectors.toUnmodifiableMap(Offer::name, Function.identity()));
    }

    /// @throws IllegalArgumentException if no feature has such a command
    public Offer of(ActionName name) {
        var offer = offers.get(name);
        if (offer == null) {
            throw new IllegalArgumentException("no feature offers " + name);
        }
        return offer;
    }
}
