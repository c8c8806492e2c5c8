package org.anchang.customer.ownership.pool;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Ruling;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// TRK-5: a customer stays where they are until a day: who is somebody's falls into no pool, who is in a pool is not
/// taken. A manager locks, or an owner asks for it and a manager decides.
@Entity
class PoolLock {
    enum LockState {
        ASKED,
        LOCKED,
        REFUSED,
        ENDED
    }

    /// @param until the last day
    record Wish(LocalDate until, String reason, String by, Instant at) {}

    @Id
    private UUID id;

    private String project;
    private UUID customer;

    @Enumerated(EnumType.STRING)
    private LockState state;

    private LocalDate untilOn;
    private String reason;
    private String askedBy;
    private Instant askedAt;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String word;
    private @Nullable String endedBy;
    private @Nullable Instant endedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PoolLock() {}

    static PoolLock asked(Customer customer, Wish wish, Sealing sealing) {
        var lock = new PoolLock();
        lock.id = Ids.next();
        lock.project = customer.project();
        lock.customer = customer.id();
        lock.state = LockState.ASKED;
        lock.untilOn = wish.until();
        lock.reason = sealing.seal(wish.reason(), lock.place("reason"));
        lock.askedBy = wish.by();
        lock.askedAt = wish.at();
        return lock;
    }

    static PoolLock locked(Customer customer, Wish wish, Sealing sealing) {
        var lock = asked(customer, wish, sealing);
        lock.state = LockState.LOCKED;
        lock.decidedBy = wish.by();
        lock.decidedAt = wish.at();
        return lock;
    }

    /// @throws org.anchang.kit.problem.Refused PROTECTION_IS_DECIDED, OWN_PROTECTION_IS_OTHERS_TO_GRANT
    void grant(LocalDate until, Ruling decision, Sealing sealing) {
        decide(LockState.LOCKED, decision, sealing);
        untilOn = until;
    }

    /// @throws org.anchang.kit.problem.Refused PROTECTION_IS_DECIDED, OWN_PROTECTION_IS_OTHERS_TO_GRANT
    void refuse(Ruling decision, Sealing sealing) {
        decide(LockState.REFUSED, decision, sealing);
    }

    /// @throws org.anchang.kit.problem.Refused LOCK_HAS_ENDED
    void end(Ruling decision, Sealing sealing) {
        refuseUnless(state == LockState.LOCKED, CustomerRefusal.LOCK_HAS_ENDED);
        state = LockState.ENDED;
        endedBy = decision.by();
        endedAt = decision.at();
        if (decision.word() != null) {
            word = sealing.seal(decision.word(), place("word"));
        }
    }

    private void decide(LockState to, Ruling decision, Sealing sealing) {
        refuseUnless(state == LockState.ASKED, CustomerRefusal.PROTECTION_IS_DECIDED);
        refuseIf(decision.by().equals(askedBy), CustomerRefusal.OWN_PROTECTION_IS_OTHERS_TO_GRANT);
        state = to;
        word = sealing.sealIfAny(decision.word(), place("word"));
        decidedBy = decision.by();
        decidedAt = decision.at();
    }

    /// Whether it holds on that day.
    boolean holdsOn(LocalDate day) {
        return state == LockState.LOCKED && !day.isAfter(untilOn);
    }

    /// Where the text of a column is sealed.
    Place place(String column) {
        return new Place("pool_lock", column, id);
    }

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    UUID customer() {
        return customer;
    }

    LockState state() {
        return state;
    }

    LocalDate untilOn() {
        return untilOn;
    }

    /// Sealed, as is the word.
    String reason() {
        return reason;
    }

    String askedBy() {
        return askedBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    String word() {
        return word;
    }

    @Nullable
    String endedBy() {
        return endedBy;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
