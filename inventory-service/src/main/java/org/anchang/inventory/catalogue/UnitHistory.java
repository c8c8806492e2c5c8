package org.anchang.inventory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.catalogue.HistoryResource.Held;
import org.anchang.inventory.catalogue.HistoryResource.PastPrice;
import org.anchang.inventory.catalogue.HistoryResource.Priced;
import org.anchang.inventory.unit.UnitState;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Prefix;
import org.jspecify.annotations.Nullable;

/// SEC-2: what happened to units.
@ApplicationScoped
class UnitHistory {
    /// A row of `unit_history_listing`.
    ///
    /// @param words what was written about the hold, sealed
    record Happened(
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
            @Nullable String reason,
            @Nullable String words) {
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

        private static @Nullable PastPrice price(@Nullable Money unitPrice, @Nullable Money total) {
            return unitPrice == null || total == null ? null : new PastPrice(unitPrice, total);
        }
    }

    private static final String HISTORY = """
            SELECT id, at, person, what, from_state, to_state, hold_id, hold_consultant, hold_customer, deal, price_version,
                   unit_price, list_total, unit_price_before, list_total_before, reason, words
            FROM unit_history_listing
            WHERE unit = :unit AND id > :after AND (:all OR of_the_unit OR hold_consultant = :caller OR person = :caller)
            ORDER BY id LIMIT :rows""";

    @Inject
    Database database;

    /// The oldest first.
    Page<Happened> of(UUID unit, Onlooker onlooker, PageRequest page) {
        var lines = database.sql(HISTORY)
                .with("unit", unit)
                .with(onlooker)
                .with("after", page.afterNumber())
                .with("rows", page.rows())
                .rows(Happened.class);
        return Page.of(lines, page, line -> List.of(line.id()));
    }
}
