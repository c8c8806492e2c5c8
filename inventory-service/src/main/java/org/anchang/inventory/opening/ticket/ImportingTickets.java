package org.anchang.inventory.opening.ticket;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.opening.OpeningDays;
import org.anchang.inventory.opening.Ticket;
import org.anchang.inventory.opening.Tickets;
import org.anchang.inventory.opening.ticket.BadRow.BadRowReason;
import org.anchang.inventory.opening.ticket.ListFile.Sent;
import org.anchang.inventory.opening.ticket.ListFile.TicketColumn;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.sheet.Line;
import org.anchang.kit.sheet.ReadSheet;
import org.jspecify.annotations.Nullable;

/// INV-13: puts tickets on the list of an opening day, all rows of a file or none.
@ApplicationScoped
class ImportingTickets {
    /// What an import did.
    record Imported(int tickets, int withCustomer, List<ReadSheet> sheets) {}

    private static final TicketColumn NAME =
            new TicketColumn(true, true, 50, List.of("姓名", "客户姓名", "客户名称", "购房人", "购房人姓名", "登记人", "登记人姓名"));
    private static final TicketColumn PHONE =
            new TicketColumn(true, true, 30, List.of("电话", "手机", "手机号", "手机号码", "联系电话", "联系方式", "电话号码"));
    private static final TicketColumn CUSTOMER = new TicketColumn(false, false, 36, List.of("客户", "客户标识"));
    private static final List<TicketColumn> COLUMNS = List.of(ListFile.NUMBER, NAME, PHONE, CUSTOMER);
    private static final Pattern AN_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Inject
    OpeningDays days;

    @Inject
    Tickets tickets;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OPENING_DAY_MOVE_NOT_POSSIBLE, TICKET_LIST_NOT_UNDERSTOOD
    /// @throws BadRows TICKET_LIST_HAS_BAD_ROWS
    @Transactional(Transactional.TxType.MANDATORY)
    Imported take(UUID id, Sent sent) {
        var day = days.lock(caller.scope(), id);
        day.mustTakeTickets();
        var listed = new ArrayList<Ticket.Registered>();
        var list = ListFile.read(sent, COLUMNS, (read, row) -> listed.add(listed(read, row)));
        tickets.known(day, list.numbers().keySet())
                .forEach(number -> list.mark(
                        requireNonNull(list.numbers().get(number)), ListFile.NUMBER, BadRowReason.NUMBER_KNOWN));
        if (list.isBad()) {
            throw new BadRows(InventoryRefusal.TICKET_LIST_HAS_BAD_ROWS, list.found(), List.of());
        }
        tickets.add(day, listed);
        var withCustomer =
                listed.stream().filter(ticket -> ticket.customer() != null).count();
        return new Imported(listed.size(), (int) withCustomer, list.sheets());
    }

    private static Ticket.Registered listed(ListFile list, Line<TicketColumn> row) {
        var phone = list.cell(row, PHONE);
        var understood = Phone.in(phone);
        if (!phone.isEmpty() && understood.isEmpty()) {
            list.mark(row, PHONE, BadRowReason.NO_PHONE);
        }
        return new Ticket.Registered(
                list.cell(row, ListFile.NUMBER),
                list.cell(row, NAME),
                understood.map(Phone::digits).orElse(phone),
                customer(list, row));
    }

    private static @Nullable UUID customer(ListFile list, Line<TicketColumn> row) {
        var customer = list.cell(row, CUSTOMER);
        if (customer.isEmpty()) {
            return null;
        }
        if (!AN_ID.matcher(customer).matches()) {
            list.mark(row, CUSTOMER, BadRowReason.NO_CUSTOMER_ID);
            return null;
        }
        return UUID.fromString(customer);
    }
}
