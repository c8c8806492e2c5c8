package org.anchang.reporting.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.anchang.events.Event;

/// What is told now goes into the generation that is read and into the one that is being built.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class TakingIn {
    @Inject
    Generations generations;

    <E extends Event> void take(Facts<E> facts, E event, long sequence) {
        generations.takingIn().forEach(generation -> facts.take(event, new EventPlace(generation, sequence)));
    }
}
