package org.anchang.deal.answer;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.anchang.deal.Deal;
import org.anchang.deal.answer.DealOffer.Person;
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

    List<Action> of(Deal deal, AllPapers papers) {
        return possible(features, deal, papers, new Person() {
            @Override
            public String name() {
                return caller.name();
            }

            @Override
            public boolean holds(String... roles) {
                return caller.holds(deal.project(), roles);
            }
        });
    }

    /// The same for anybody.
    static List<Action> possible(Collection<Offers> features, Deal deal, AllPapers papers, Person person) {
        return features.stream()
                .flatMap(feature -> feature.offers(deal, papers).stream())
                .filter(offer -> deal.openChange() == null || offer.whileChanging())
                .sorted(Comparator.comparingInt(DealOffer::place))
                .map(offer -> offer.to(deal, person))
                .toList();
    }
}
