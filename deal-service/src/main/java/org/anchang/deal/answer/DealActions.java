package org.anchang.deal.answer;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.answer.Offered.Person;
import org.anchang.kit.Action;
import org.anchang.kit.identity.Caller;

/// What can be done with a deal next: what its features offer.
@ApplicationScoped
class DealActions {
    @Inject
    @All
    List<Offers> features;

    @Inject
    Caller caller;

    List<Action> of(Deal deal, AllKept kept) {
        return possible(features, deal, kept, Person.of(caller, deal.project()));
    }

    /// The same for anybody.
    static List<Action> possible(Collection<Offers> features, Deal deal, AllKept kept, Person person) {
        return features.stream()
                .flatMap(feature -> feature.offers(deal, kept).stream())
                .filter(offer -> deal.openChange() == null || offer.whileChanging())
                .sorted(Comparator.comparingInt(Offered::place))
                .map(offer -> offer.to(deal.id(), person))
                .toList();
    }
}
