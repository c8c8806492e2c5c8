package org.anchang.reporting.model;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.Cell;
import org.anchang.events.InventoryEvent.Described;
import org.anchang.events.InventoryEvent.UnitLayoutChanged;
import org.anchang.events.InventoryEvent.UnitState;
import org.anchang.events.InventoryEvent.UnitStateChanged;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// What is on sale, since when, and how far it has come.
@ApplicationScoped
class InventoryFacts extends Facts<InventoryEvent> {
    private static final Set<UnitState> SOLD =
            EnumSet.of(UnitState.RESERVED, UnitState.SUBSCRIBED, UnitState.CONTRACTED, UnitState.FILED);

    private static final String MOVED = """
            INSERT INTO seen_unit AS u (generation, unit, project, state, state_seq, released_at, sold_at, sold_seq)
            VALUES (:generation, :unit, :project, :state, :seq, CASE WHEN :released THEN :at END,
                    CASE WHEN :sold THEN :at END, CASE WHEN :sold THEN :seq ELSE 0 END)
            ON CONFLICT (generation, unit) DO UPDATE SET
                state = CASE WHEN u.state_seq < excluded.state_seq THEN excluded.state ELSE u.state END,
                state_seq = greatest(u.state_seq, excluded.state_seq),
                released_at = least(u.released_at, excluded.released_at),
                sold_at = CASE WHEN u.sold_seq < excluded.sold_seq THEN excluded.sold_at ELSE u.sold_at END,
                sold_seq = greatest(u.sold_seq, excluded.sold_seq)""";
    private static final String DESCRIBED = """
            UPDATE seen_unit SET label = :label, building = :building, product_type = :productType,
                layout = CASE WHEN layout_seq < :seq THEN :layout ELSE layout END, layout_seq = greatest(layout_seq, :seq)
            WHERE generation = :generation AND unit = :unit""";
    private static final String LAID_OUT = """
            INSERT INTO seen_unit AS u (generation, unit, project, layout, layout_seq)
            VALUES (:generation, :unit, :project, :layout, :seq)
            ON CONFLICT (generation, unit) DO UPDATE SET layout = excluded.layout, layout_seq = excluded.layout_seq
            WHERE u.layout_seq < excluded.layout_seq""";

    @Incoming(InventoryEvent.TOPIC)
    @Blocking
    CompletionStage<Void> on(Message<ConsumerRecords<String, byte[]>> messages) {
        return inbox.read(messages, this);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    void take(InventoryEvent event, EventPlace place) {
        switch (event) {
            case UnitStateChanged changed -> {
                moved(changed, place);
                describe(changed.unit(), changed.described(), place);
            }
            case Cell cell -> moved(cell, place);
            case UnitLayoutChanged changed -> keep(LAID_OUT, changed, place);
            case InventoryEvent.ProjectOpened _,
                    InventoryEvent.PermitRecorded _,
                    InventoryEvent.PermitRevoked _,
                    InventoryEvent.UnitsReleased _,
                    InventoryEvent.HoldExtended _,
                    InventoryEvent.NextInLineTold _,
                    InventoryEvent.UnitPriceChanged _,
                    InventoryEvent.OpeningDayDrawn _,
                    InventoryEvent.TicketCalled _,
                    InventoryEvent.Unknown _ -> {}
        }
    }

    private void moved(Cell cell, EventPlace place) {
        database.sql(MOVED)
                .with(place)
                .with("unit", cell.unit())
                .with("project", cell.project())
                .with("at", cell.at())
                .with("state", cell.to())
                .with("released", cell.from() == UnitState.CLOSED && cell.to() != UnitState.CLOSED)
                .with("sold", SOLD.contains(cell.to()) && !SOLD.contains(cell.from()))
                .write();
    }

    private void describe(UUID unit, @Nullable Described described, EventPlace place) {
        if (described != null) {
            database.sql(DESCRIBED)
                    .with(place)
                    .with("unit", unit)
                    .with(described)
                    .write();
        }
    }
}
