package org.anchang.deal.answer;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.Deals;

/// What the features keep about deals: each is asked once, however many deals are shown.
@ApplicationScoped
class Keepers {
    @Inject
    Deals deals;

    @Inject
    @All
    List<Keeper> keepers;

    /// By deal; each of the deals has an entry.
    Map<UUID, AllKept> of(Collection<Deal> asked) {
        var found = new HashMap<UUID, AllKept>();
        asked.forEach(deal -> found.put(deal.id(), AllKept.NOTHING));
        deals.flush();
        for (var keeper : keepers) {
            for (var kept : keeper.kept(asked)) {
                found.computeIfPresent(kept.deal(), (_, standing) -> standing.with(kept));
            }
        }
        return found;
    }
}
