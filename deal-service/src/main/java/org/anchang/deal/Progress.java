package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.anchang.kit.name.Names;
import org.jspecify.annotations.Nullable;

/// Where a deal stands, since when, and how it ended. It goes on by the moves of [DealMove] only.
@Embeddable
public class Progress {
    @Enumerated(EnumType.STRING)
    private DealStage stage;

    private Instant stageSince;
    private @Nullable String endReason;
    private @Nullable String endNote;
    private @Nullable LocalDate payoutOn;

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

    void payOutOn(LocalDate day) {
        payoutOn = day;
    }

    /// RFD-1: what is owed back leaves on the day that finance set, or before it for a reason.
    ///
    /// @throws org.anchang.kit.problem.Refused PAYOUT_BEFORE_ITS_DATE
    public void mayPayOut(LocalDate today, @Nullable String whyEarly) {
        if (payoutOn != null && today.isBefore(payoutOn) && (whyEarly == null || Names.isUnseen(whyEarly))) {
            throw refuse(DealRefusal.PAYOUT_BEFORE_ITS_DATE).with("payoutOn", payoutOn);
        }
    }

    public DealStage stage() {
        return stage;
    }

    public Instant since() {
        return stageSince;
    }

    /// A word of ours, e.g. `HOLD_EXPIRED`; events tell no more of it (CUS-6).
    public @Nullable String endReason() {
        return endReason;
    }

    /// What the person wrote who let it lapse, sealed.
    public @Nullable String endNote() {
        return endNote;
    }

    /// RFD-1: the day on which finance pays out what a refund owes; empty where nothing was agreed: at once.
    public @Nullable LocalDate payoutOn() {
        return payoutOn;
    }
}
