package org.anchang.deal;

import static org.anchang.deal.DealStage.CONTRACTED;
import static org.anchang.deal.DealStage.FILED;
import static org.anchang.deal.DealStage.LAPSED;
import static org.anchang.deal.DealStage.QUEUED;
import static org.anchang.deal.DealStage.REFUNDED;
import static org.anchang.deal.DealStage.RESERVED;
import static org.anchang.deal.DealStage.SUBSCRIBED;
import static org.anchang.deal.DealStage.SWAPPED;
import static org.anchang.deal.DealStage.VOIDED;
import static org.anchang.kit.problem.Refused.refuse;

import java.util.EnumSet;
import java.util.Set;
import org.anchang.kit.problem.Rule;

/// Every legal move of a deal: its rule, the stage it leads to, then the stages it may start from.
public enum DealMove {
    RESERVE(Rule.DEP_1, RESERVED, QUEUED),
    SUBSCRIBE(Rule.DEP_2, SUBSCRIBED, QUEUED, RESERVED),
    SIGN(Rule.CON_2, CONTRACTED, SUBSCRIBED),
    FILE(Rule.CON_6, FILED, CONTRACTED),
    VOID(Rule.DEP_6, VOIDED, RESERVED, SUBSCRIBED),
    SWAP(Rule.SWP_2, SWAPPED, RESERVED, SUBSCRIBED),
    /// From FILED once filing and mortgage are cancelled.
    REFUND(Rule.RFD_2, REFUNDED, RESERVED, SUBSCRIBED, CONTRACTED, FILED),
    LAPSE(Rule.DEP_2, LAPSED, QUEUED, RESERVED, SUBSCRIBED);

    private final Rule rule;
    private final DealStage to;
    private final Set<DealStage> from;

    DealMove(Rule rule, DealStage to, DealStage first, DealStage... more) {
        this.rule = rule;
        this.to = to;
        this.from = EnumSet.of(first, more);
    }

    /// The stage after this move.
    ///
    /// @throws org.anchang.kit.problem.Refused STAGE_DOES_NOT_ALLOW, with the move's rule, where the table has
    ///   no entry
    public DealStage from(DealStage stage) {
        if (!isPossibleFrom(stage)) {
            throw refuse(DealRefusal.STAGE_DOES_NOT_ALLOW)
                    .with("rule", rule.id())
                    .with("move", name())
                    .with("stage", stage.name())
                    .with("allowedFrom", from.stream().map(Enum::name).toList());
        }
        return to;
    }

    public boolean isPossibleFrom(DealStage stage) {
        return from.contains(stage);
    }
}
