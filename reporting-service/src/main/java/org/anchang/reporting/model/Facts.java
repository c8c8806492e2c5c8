package org.anchang.reporting.model;

import org.anchang.events.Event;

/// Takes in what one service tells. Whatever is taken in twice, or after what came later, changes nothing.
interface Facts<E extends Event> {
    /// The sealed interface of the topic.
    Class<E> language();

    void take(E event, EventPlace place);
}
