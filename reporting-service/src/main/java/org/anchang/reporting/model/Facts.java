package org.anchang.reporting.model;

import jakarta.inject.Inject;
import java.util.UUID;
import org.anchang.events.Event;
import org.anchang.kit.inbox.Inbox;
import org.anchang.kit.inbox.Reader;
import org.anchang.kit.sql.Database;

/// Takes in what one service tells. Whatever is taken in twice, or after what came later, changes nothing.
abstract class Facts<E extends Event> implements Reader<E> {
    @Inject
    Inbox inbox;

    @Inject
    Generations generations;

    @Inject
    Database database;

    abstract void take(E event, EventPlace place);

    /// @param told the event, whose components are the statement's parameters
    void keep(String sql, Record told, EventPlace place) {
        database.sql(sql).with(place).with(told).write();
    }

    @Override
    public void read(E event) {
        throw new UnsupportedOperationException("without its place an event is not taken in");
    }

    /// What is told now goes into the generation that is read and into the one that is being built.
    @Override
    public void read(E event, UUID id, long sequence) {
        generations.takingIn().forEach(generation -> take(event, new EventPlace(generation, sequence)));
    }
}
