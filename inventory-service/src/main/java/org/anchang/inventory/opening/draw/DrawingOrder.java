package org.anchang.inventory.opening.draw;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.opening.OpeningDay;
import org.anchang.inventory.opening.OpeningDays;
import org.anchang.inventory.opening.Seed;
import org.anchang.inventory.opening.TicketMove;
import org.anchang.inventory.opening.TicketQueue;
import org.anchang.inventory.opening.Tickets;
import org.anchang.inventory.opening.Tickets.Happening;
import org.anchang.inventory.opening.ticket.BadRow.BadRowReason;
import org.anchang.inventory.opening.ticket.BadRows;
import org.anchang.inventory.opening.ticket.ListFile;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sheet.ReadSheet;
import org.jspecify.annotations.Nullable;

/// INV-13: draws the order of the tickets that have checked in, once and for all.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DrawingOrder {
    @Inject
    OpeningDays days;

    @Inject
    Tickets tickets;

    @Inject
    TicketQueue queue;

    @Inject
    Draws draws;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @param seed where the service does not keep it
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OPENING_DAY_MOVE_NOT_POSSIBLE, NOBODY_HAS_CHECKED_IN,
    ///     SEED_IS_TOO_SHORT, SEED_IS_NOT_THE_PUBLISHED_ONE
    void byLottery(UUID id, @Nullable String seed) {
        var day = days.lock(caller.scope(), id);
        day.mustBeToDraw();
        var taking = takingPart(day);
        var revealed = day.reveal(seed, sealing);
        var order = new Lottery(revealed).order(taking.keySet());
        record(day, DrawMethod.LOTTERY, revealed, inOrder(taking, order));
    }

    /// The list names every ticket that has checked in, once, and no other.
    ///
    /// @return what became of each sheet of the file
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OPENING_DAY_MOVE_NOT_POSSIBLE, NOBODY_HAS_CHECKED_IN,
    ///     TICKET_LIST_NOT_UNDERSTOOD
    /// @throws BadRows NOTARY_ORDER_HAS_BAD_ROWS
    List<ReadSheet> byNotary(UUID id, ListFile.Sent sent) {
        var day = days.lock(caller.scope(), id);
        day.mustBeToDraw();
        var taking = takingPart(day);
        var checkedIn = new LinkedHashMap<String, UUID>();
        taking.forEach((number, ticket) -> checkedIn.put(Names.key(number), ticket));
        var list = ListFile.read(sent, List.of(ListFile.NUMBER), (_, _) -> {});
        var order = list.numbers();
        Set<String> known = tickets.known(day, order.keySet());
        order.forEach((number, row) -> {
            if (!checkedIn.containsKey(number)) {
                list.mark(
                        row,
                        ListFile.NUMBER,
                        known.contains(number) ? BadRowReason.NOT_CHECKED_IN : BadRowReason.NUMBER_UNKNOWN);
            }
        });
        var missing = taking.keySet().stream()
                .filter(number -> !order.containsKey(Names.key(number)))
                .toList();
        if (list.isBad() || !missing.isEmpty()) {
            throw new BadRows(InventoryRefusal.NOTARY_ORDER_HAS_BAD_ROWS, list.found(), missing);
        }
        record(day, DrawMethod.NOTARY, null, inOrder(checkedIn, List.copyOf(order.keySet())));
        return list.sheets();
    }

    private Map<String, UUID> takingPart(OpeningDay day) {
        var taking = draws.checkedIn(day);
        refuseIf(taking.isEmpty(), InventoryRefusal.NOBODY_HAS_CHECKED_IN);
        return taking;
    }

    private static List<UUID> inOrder(Map<String, UUID> taking, List<String> numbers) {
        return numbers.stream().map(taking::get).toList();
    }

    private void record(OpeningDay day, DrawMethod method, @Nullable Seed seed, List<UUID> drawn) {
        var at = clock.instant();
        var event = day.draw(new OpeningDay.Order(method.name(), seed, drawn.size()), at);
        draws.add(
                day, new Draws.Draw(method, seed == null ? null : seed.text(), drawn.size(), caller.name(), at), drawn);
        queue.draw(day, drawn);
        tickets.remember(drawn, Happening.of(TicketMove.DRAW));
        days.reached(day, null);
        outbox.append(event);
    }
}
