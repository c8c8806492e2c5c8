package org.anchang.deal.past;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.deal.DealStage;
import org.anchang.kit.money.Money;
import org.anchang.kit.past.Past.Between;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// AOF-1: reads deals as they stood.
@ApplicationScoped
class PastDeals {
    /// @param unit     the home
    /// @param home     its label
    /// @param buyers   masked (CUS-6); before a form named them, the customer
    /// @param total    the price by the signed order form; by the list before
    /// @param deposits taken, and neither offset nor given back
    /// @param change   the request that waited for signatures, e.g. `SWAP`
    /// @param due      by the schedule, on that day
    /// @param overdue  the part of it that was due before that day
    /// @param paid     on the price
    /// @param received money that had come in and not gone back
    /// @param owedBack to the buyers
    public record DealStood(
            UUID deal,
            String project,
            String ticket,
            DealStage stage,
            Instant stageSince,
            UUID customer,
            String consultant,
            @Nullable UUID unit,
            @Nullable String home,
            @Nullable String buyers,
            @Nullable Money total,
            Money deposits,
            @Nullable String change,
            Money due,
            Money overdue,
            Money paid,
            Money received,
            Money owedBack) {
        Money outstanding() {
            return total == null ? Money.ZERO : total.minus(paid);
        }
    }

    /// A stage that the deal came to.
    public record DealMoved(Instant at, DealStage to) {}

    private static final String STOOD = "SELECT * FROM deal_stood(:deal, CAST(:at AS timestamptz))";
    private static final String MOVES = """
            SELECT at, to_stage AS "to" FROM deal_moved WHERE deal = :deal AND at > :from AND at <= :to ORDER BY at""";

    @Inject
    Database database;

    /// Empty where there was no such deal yet.
    Optional<DealStood> at(UUID deal, Instant at) {
        return database.sql(STOOD).with("deal", deal).with("at", at).row(DealStood.class);
    }

    List<DealMoved> moves(UUID deal, Between moments) {
        return database.sql(MOVES).with("deal", deal).with(moments).rows(DealMoved.class);
    }
}
