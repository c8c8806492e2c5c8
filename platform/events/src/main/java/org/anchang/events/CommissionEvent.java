package org.anchang.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What commission-service tells: who has earned what on which deal.
public sealed interface CommissionEvent extends Event {
    String TOPIC = "commission-events";

    UUID commission();

    @Override
    default UUID aggregate() {
        return commission();
    }

    /// COM-2: one person's part, in CNY; below zero where something is taken back.
    record Share(String consultant, BigDecimal amount, String reason) {}

    /// COM-3
    record CommissionEarned(
            UUID commission,
            String project,
            Instant at,
            UUID deal,
            int planVersion,
            BigDecimal amount,
            List<Share> shares)
            implements CommissionEvent {}

    /// COM-4: recomputed on swap or discount; `amount` is the difference.
    record CommissionAdjusted(
            UUID commission,
            String project,
            Instant at,
            UUID deal,
            String reason,
            BigDecimal amount,
            List<Share> shares)
            implements CommissionEvent {}

    /// COM-4: taken back on refund; `amount` is below zero.
    record CommissionReversed(
            UUID commission,
            String project,
            Instant at,
            UUID deal,
            String reason,
            BigDecimal amount,
            List<Share> shares)
            implements CommissionEvent {}

    /// COM-3: paid out by the parts of the plan; each share's `reason` is its part: `AT_EARNING`, `WITH_FILING` or
    /// `WITH_COLLECTIONS`. Below zero where it is taken back (COM-4).
    ///
    /// @param reason what made it due, e.g. `DEAL_FILED`
    record CommissionPaid(
            UUID commission,
            String project,
            Instant at,
            UUID deal,
            BigDecimal amount,
            List<Share> shares,
            @Nullable String reason)
            implements CommissionEvent {}

    /// Newer than this reader: counted, passed over, and still a step in the aggregate's sequence.
    record Unknown(UUID commission, String project, Instant at, String type) implements CommissionEvent {}
}
