package org.anchang.deal;

import static org.anchang.deal.DealStage.CONTRACTED;
import static org.anchang.deal.DealStage.FILED;
import static org.anchang.deal.DealStage.RESERVED;
import static org.anchang.deal.DealStage.SUBSCRIBED;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.anchang.kit.problem.Rule;

/// What a deal can be changed by once money was taken, by the names that the API and the events use: the rule, and the
/// stages at which it is asked for and carried out; where it ends the deal, those of its move.
public enum ChangeKind {
    SWAP(DealMove.SWAP),
    REFUND(DealMove.REFUND),
    RENAME(Rule.REN_1, RESERVED, SUBSCRIBED, CONTRACTED),
    DISCOUNT(Rule.DIS_1, RESERVED, SUBSCRIBED),
    LAYOUT_CHANGE(Rule.LAY_1, RESERVED, SUBSCRIBED, CONTRACTED, FILED),
    VOID(DealMove.VOID);

    private final Predicate<DealStage> possible;
    private final Consumer<DealStage> mustBePossible;

    ChangeKind(DealMove move) {
        this.possible = move::isPossibleFrom;
        this.mustBePossible = move::from;
    }

    ChangeKind(Rule rule, DealStage first, DealStage... more) {
        this.possible = EnumSet.of(first, more)::contains;
        this.mustBePossible = stage -> stage.allowIf(possible.test(stage), rule);
    }

    public boolean isPossibleAt(DealStage stage) {
        return possible.test(stage);
    }

    /// @throws org.anchang.kit.problem.Refused STAGE_DOES_NOT_ALLOW
    void mustBePossibleAt(DealStage stage) {
        mustBePossible.accept(stage);
    }

    /// The sheet of the form; a void has none.
    public Optional<String> paper() {
        return this == VOID
                ? Optional.empty()
                : Optional.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
