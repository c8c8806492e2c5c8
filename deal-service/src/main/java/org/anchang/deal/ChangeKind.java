package org.anchang.deal;

import static org.anchang.deal.DealStage.CONTRACTED;
import static org.anchang.deal.DealStage.FILED;
import static org.anchang.deal.DealStage.RESERVED;
import static org.anchang.deal.DealStage.SUBSCRIBED;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a deal can be changed by once money was taken, by the names that the API and the events use: the rule, and the
/// stages at which it is asked for and carried out; where it ends the deal, those of its move.
public enum ChangeKind {
    SWAP(DealMove.SWAP),
    REFUND(DealMove.REFUND),
    RENAME("REN-1", RESERVED, SUBSCRIBED, CONTRACTED),
    DISCOUNT("DIS-1", RESERVED, SUBSCRIBED),
    LAYOUT_CHANGE("LAY-1", RESERVED, SUBSCRIBED, CONTRACTED, FILED),
    VOID(DealMove.VOID);

    private final @Nullable DealMove move;
    private final String rule;
    private final Set<DealStage> stages;

    ChangeKind(DealMove move) {
        this.move = move;
        this.rule = "";
        this.stages = Set.of();
    }

    ChangeKind(String rule, DealStage first, DealStage... more) {
        this.move = null;
        this.rule = rule;
        this.stages = EnumSet.of(first, more);
    }

    public boolean isPossibleAt(DealStage stage) {
        return move == null ? stages.contains(stage) : move.isPossibleFrom(stage);
    }

    /// @throws org.anchang.kit.problem.Refused STAGE_DOES_NOT_ALLOW
    void mustBePossibleAt(DealStage stage) {
        if (move == null) {
            stage.allowIf(stages.contains(stage), rule);
        } else {
            move.from(stage);
        }
    }

    /// The sheet of the form; a void has none.
    public Optional<String> paper() {
        return this == VOID
                ? Optional.empty()
                : Optional.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
