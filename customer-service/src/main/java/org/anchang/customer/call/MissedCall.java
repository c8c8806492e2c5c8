package org.anchang.customer.call;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// TEL-1: a call that nobody took; a task until somebody has called back and reached the caller.
@Entity
class MissedCall {
    /// Whether it still waits.
    public enum MissedCallState {
        OPEN,
        CALLED_BACK
    }

    /// What is known of it.
    ///
    /// @param phone    as it is dialled
    /// @param customer whose phone it is, where the project knows
    record Missed(
            String project,
            String phone,
            @Nullable String callerName,
            @Nullable String note,
            @Nullable UUID customer,
            Instant at) {}

    @Id
    private UUID id;

    private String project;
    private @Nullable String callerName;
    private String phone;
    private @Nullable String note;
    private @Nullable UUID customer;
    private Instant missedAt;
    private String recordedBy;
    private Instant recordedAt;

    @Enumerated(EnumType.STRING)
    private MissedCallState state;

    private int attempts;
    private @Nullable String lastTriedBy;
    private @Nullable Instant lastTriedAt;
    private @Nullable String result;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MissedCall() {}

    static MissedCall recorded(Missed missed, String by, Instant at, Sealing sealing) {
        var call = new MissedCall();
        call.id = Ids.next();
        call.project = missed.project();
        call.phone = sealing.seal(missed.phone(), call.place("phone"));
        call.callerName = sealing.sealIfAny(missed.callerName(), call.place("caller_name"));
        call.note = sealing.sealIfAny(missed.note(), call.place("note"));
        call.customer = missed.customer();
        call.missedAt = missed.at();
        call.recordedBy = by;
        call.recordedAt = at;
        call.state = MissedCallState.OPEN;
        return call;
    }

    /// TEL-1: who was not reached still waits.
    ///
    /// @param said sealed
    /// @throws org.anchang.kit.problem.Refused CALLED_BACK_ALREADY
    void calledBack(boolean reached, @Nullable String said, String by, Instant at) {
        if (state == MissedCallState.CALLED_BACK) {
            throw refuse(CustomerRefusal.CALLED_BACK_ALREADY).with("person", lastTriedBy == null ? by : lastTriedBy);
        }
        state = reached ? MissedCallState.CALLED_BACK : MissedCallState.OPEN;
        attempts++;
        lastTriedBy = by;
        lastTriedAt = at;
        result = said == null ? result : said;
    }

    /// Where the text of a column is sealed.
    Place place(String column) {
        return new Place("missed_call", column, id);
    }

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    /// Sealed, as are the other texts.
    @Nullable
    String callerName() {
        return callerName;
    }

    String phone() {
        return phone;
    }

    @Nullable
    String note() {
        return note;
    }

    @Nullable
    UUID customer() {
        return customer;
    }

    Instant missedAt() {
        return missedAt;
    }

    String recordedBy() {
        return recordedBy;
    }

    MissedCallState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    String lastTriedBy() {
        return lastTriedBy;
    }

    @Nullable
    Instant lastTriedAt() {
        return lastTriedAt;
    }

    @Nullable
    String result() {
        return result;
    }
}
