package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a deal stands, since when, and why it ended. It goes on by the moves of [DealMove] only.
@Embeddable
class Progress {
    @Enumerated(EnumType.STRING)
    private DealStage stage;

    private Instant stageSince;
    private @Nullable String endReason;
    private @Nullable String endNote;

    protected Progress() {}

    Progress(DealStage stage, Instant since) {
        this.stage = stage;
        this.stageSince = since;
    }

    /// @throws org.anchang.kit.problem.Refused STAGE_DOES_NOT_ALLOW
    void go(DealMove move, Instant at) {
        stage = move.from(stage);
        stageSince = at;
    }

    /// @param reason a word of ours, e.g. `DECIDED`
    void end(DealMove move, String reason, Instant at) {
        go(move, at);
        endReason = reason;
    }

    void note(String sealed) {
        endNote = sealed;
    }

    /// What is no move: done at some stages and not at others.
    ///
    /// @param rule the one that says so
    /// @throws org.anchang.kit.problem.Refused STAGE_DOES_NOT_ALLOW
    void allowIf(boolean stageAllows, String rule) {
        if (!stageAllows) {
            throw refuse(DealRefusal.STAGE_DOES_NOT_ALLOW).with("rule", rule).with("stage", stage.name());
        }
    }

    DealStage stage() {
        return stage;
    }

    Instant since() {
        return stageSince;
    }

    @Nullable
    String endReason() {
        return endReason;
    }

    @Nullable
    String endNote() {
        return endNote;
    }
}
