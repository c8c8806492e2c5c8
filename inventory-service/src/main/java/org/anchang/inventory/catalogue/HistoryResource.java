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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anchang.inventory.unit.UnitState;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Prefix;
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

    /// A row of `unit_history_listing`.
    private record Happened(
            long id,
            Instant at,
            String person,
            String what,
            @Nullable UnitState fromState,
            @Nullable UnitState toState,
            @Prefix("hold") @Nullable Held hold,
            @Nullable UUID deal,
            @Nullable Integer priceVersion,
            @Nullable Money unitPrice,
            @Nullable Money listTotal,
            @Nullable Money unitPriceBefore,
            @Nullable Money listTotalBefore,
            @Nullable String reason) {
        boolean isOf(String consultant) {
            return consultant.equals(person) || hold != null && consultant.equals(hold.consultant());
        }

        @Nullable
        Priced priced() {
            var after = price(unitPrice, listTotal);
            return priceVersion == null || after == null
                    ? null
                    : new Priced(priceVersion, price(unitPriceBefore, listTotalBefore), after);
        }

        private static @Nullable Price price(@Nullable Money unitPrice, @Nullable Money total) {
            return unitPrice == null || total == null ? null : new Price(unitPrice, total);
        }
    }

    /// What a consultant sees of others' doings is what the sales-control table shows of the unit itself. Moves are no
    /// part of it: a withheld unit, which looks sold, would show by the deal that its history does not have.
    private static final String HISTORY = """
            SELECT id, at, person, what, from_state, to_state, hold_id, hold_consultant, hold_customer, deal, price_version,
                   unit_price, list_total, unit_price_before, list_total_before, reason
            FROM unit_history_listing
            WHERE unit = :unit AND id > :after AND (:all OR hold_consultant = :caller OR person = :caller
                OR what IN ('LISTED', 'PRICE_CHANGED', 'LAYOUT_CHANGED', 'AREA_RECORDED', 'CORRECTED', 'BUILDING_RENAMED'))
            ORDER BY id LIMIT :rows""";
    /// INV-12, INV-14: what only managers may know why.
    private static final Set<String> FOR_MANAGERS = Set.of("WITHHOLD", "FLOOR_PRICE_SET");

    @Inject
    Units units;

    @Inject
    Database database;

    @Inject
    Caller caller;

    @GET
    @Operation(
            summary =
                    "Who did what to the unit and when, the oldest first; consultants see their own holds and deals, and how"
                            + " the unit itself changed")
    public Page<Line> list(@PathParam("unit") UUID unit, @BeanParam @Valid PageRequest page) {
        units.locate(caller.scope(), unit);
        var lines = database.sql(HISTORY)
                .with("unit", unit)
                .with("after", after(page))
                .with("all", !caller.scope().ownOnly())
                .with("caller", caller.name())
                .with("rows", page.rows())
                .rows(Happened.class);
        return Page.of(lines, page, line -> List.of(line.id())).map(this::line);
    }

    private static long after(PageRequest page) {
        try {
            return page.after().map(key -> Long.parseLong(key.getLast())).orElse(0L);
        } catch (NumberFormatException e) {
            throw refuse(KitRefusal.CURSOR_NOT_UNDERSTOOD);
        }
    }

    private Line line(Happened line) {
        var isOwn = !caller.scope().ownOnly() || line.isOf(caller.name());
        var isSecret = FOR_MANAGERS.contains(line.what())
                && !caller.holds(Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER, Role.ADMINISTRATOR);
        return new Line(
                line.at(),
                isOwn ? line.person() : null,
                line.what(),
                line.fromState(),
                line.toState(),
                line.hold(),
                line.deal(),
                line.priced(),
                isOwn && !isSecret ? line.reason() : null);
    }
}
