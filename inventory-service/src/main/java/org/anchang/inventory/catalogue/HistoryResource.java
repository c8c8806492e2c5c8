package org.anchang.inventory.catalogue;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anchang.inventory.Statements;
import org.anchang.inventory.unit.UnitState;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// SEC-2: who did what to a unit and when: releases, holds, deals, prices, areas, layouts, withholdings.
@Path("/api/v1/units/{unit}/history")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Units")
public class HistoryResource {
    /// Whose hold it was.
    public record Held(UUID id, String consultant, UUID customer) {}

    /// @param before absent of a unit's first price
    public record Priced(int version, @Nullable Price before, Price after) {}

    public record Price(Money unitPrice, Money total) {}

    /// @param what   the move or what else happened, e.g. `HOLD`, `PRICE_CHANGED`
    /// @param person who did it, of `NEXT_IN_LINE_TOLD` who was told; absent where it is not for the caller to
    ///     know, as is the reason
    public record Line(
            Instant at,
            @Nullable String person,
            String what,
            @Nullable UnitState from,
            @Nullable UnitState to,
            @Nullable Held hold,
            @Nullable UUID deal,
            @Nullable Priced price,
            @Nullable String reason) {}

    private record Numbered(long id, Line line) {}

    /// What a consultant sees of others' doings is what the sales-control table shows of the unit itself. Moves are no
    /// part of it: a withheld unit, which looks sold, would show by the deal that its history does not have.
    /// Older lines have who was told as next in line for a reason.
    private static final String HISTORY = """
            SELECT h.id, h.at, who.person, h.what, h.from_state, h.to_state, held.id, held.consultant, held.customer, h.deal,
                   h.price_version, q.unit_price, q.list_total, p.unit_price, p.list_total, who.reason
            FROM unit_history h
            CROSS JOIN LATERAL (SELECT CASE WHEN h.what = 'NEXT_IN_LINE_TOLD' THEN coalesce(h.reason, h.person) ELSE h.person END AS person,
                                       CASE WHEN h.what <> 'NEXT_IN_LINE_TOLD' THEN h.reason END AS reason) who
            LEFT JOIN hold held ON held.id = h.hold
            LEFT JOIN unit_price p ON p.unit = h.unit AND p.version = h.price_version
            LEFT JOIN unit_price q ON q.unit = h.unit AND q.version = h.price_version - 1
            WHERE h.unit = ? AND h.id > ? AND (? OR held.consultant = ? OR who.person = ?
                OR h.what IN ('LISTED', 'PRICE_CHANGED', 'LAYOUT_CHANGED', 'AREA_RECORDED', 'CORRECTED', 'BUILDING_RENAMED'))
            ORDER BY h.id LIMIT ?""";
    /// INV-12, INV-14: what only managers may know why.
    private static final Set<String> FOR_MANAGERS = Set.of("WITHHOLD", "FLOOR_PRICE_SET");

    @Inject
    Units units;

    @Inject
    Statements statements;

    @Inject
    Caller caller;

    @GET
    @Operation(
            summary =
                    "Who did what to the unit and when, the oldest first; consultants see their own holds and deals, and how"
                            + " the unit itself changed")
    public Page<Line> list(@PathParam("unit") UUID unit, @BeanParam @Valid PageRequest page) {
        units.locate(caller.scope(), unit);
        var lines = statements.rows(
                HISTORY,
                this::line,
                unit,
                after(page),
                !caller.scope().ownOnly(),
                caller.name(),
                caller.name(),
                page.rows());
        return Page.of(lines, page, line -> List.of(line.id())).map(Numbered::line);
    }

    private static long after(PageRequest page) {
        try {
            return page.after().map(key -> Long.parseLong(key.getLast())).orElse(0L);
        } catch (NumberFormatException e) {
            throw refuse(KitRefusal.CURSOR_NOT_UNDERSTOOD);
        }
    }

    private Numbered line(ResultSet row) throws SQLException {
        var what = row.getString(4);
        var person = row.getString(3);
        var held = held(row);
        var isOwn = !caller.scope().ownOnly()
                || caller.name().equals(person)
                || held != null && caller.name().equals(held.consultant());
        var isSecret = FOR_MANAGERS.contains(what)
                && !caller.holds(Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR);
        return new Numbered(
                row.getLong(1),
                new Line(
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        isOwn ? person : null,
                        what,
                        state(row.getString(5)),
                        state(row.getString(6)),
                        held,
                        row.getObject(10, UUID.class),
                        priced(row),
                        isOwn && !isSecret ? row.getString(16) : null));
    }

    private static @Nullable Held held(ResultSet row) throws SQLException {
        var hold = row.getObject(7, UUID.class);
        return hold == null ? null : new Held(hold, row.getString(8), row.getObject(9, UUID.class));
    }

    private static @Nullable Priced priced(ResultSet row) throws SQLException {
        var version = row.getObject(11, Integer.class);
        var after = price(row, 14);
        return version == null || after == null ? null : new Priced(version, price(row, 12), after);
    }

    /// @param column of the unit price; the total stands in the next
    private static @Nullable Price price(ResultSet row, int column) throws SQLException {
        var unitPrice = row.getBigDecimal(column);
        var total = row.getBigDecimal(column + 1);
        return unitPrice == null || total == null ? null : new Price(new Money(unitPrice), new Money(total));
    }

    private static @Nullable UnitState state(@Nullable String name) {
        return name == null ? null : UnitState.valueOf(name);
    }
}
