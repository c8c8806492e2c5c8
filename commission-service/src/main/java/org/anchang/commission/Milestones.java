package org.anchang.commission;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// COM-3, COM-4: how far a commission has come with its deal.
@Embeddable
public class Milestones {
    @Enumerated(EnumType.STRING)
    private CommissionState state = CommissionState.EXPECTED;

    private @Nullable LocalDate signedOn;
    private @Nullable LocalDate filedOn;
    private @Nullable LocalDate earnedOn;
    private @Nullable LocalDate endedOn;
    private @Nullable String endReason;

    void signed(LocalDate on) {
        signedOn = on;
    }

    void filed(LocalDate on) {
        filedOn = on;
    }

    /// Whether it is to be earned now.
    boolean hasReached(EarnedWhen step) {
        return state == CommissionState.EXPECTED
                && switch (step) {
                    case SIGNED -> signedOn != null;
                    case FILED -> filedOn != null;
                };
    }

    void earn(LocalDate on) {
        state = CommissionState.EARNED;
        earnedOn = on;
    }

    void end(String reason, LocalDate on) {
        state = CommissionState.REVERSED;
        endedOn = on;
        endReason = reason;
    }

    boolean isEarned() {
        return state == CommissionState.EARNED;
    }

    boolean hasEnded() {
        return state == CommissionState.REVERSED;
    }

    CommissionState state() {
        return state;
    }

    public @Nullable LocalDate filedOn() {
        return filedOn;
    }

    public @Nullable LocalDate earnedOn() {
        return earnedOn;
    }

    public @Nullable LocalDate endedOn() {
        return endedOn;
    }

    public @Nullable String endReason() {
        return endReason;
    }
}
