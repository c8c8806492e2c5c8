package org.anchang.customer.dispute;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.SealedJson;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// REC-6: whose a customer is, from the day somebody asked until a person has decided who has no part in
/// it. None is
/// ever removed.
@Entity
class OwnershipCase {
    public enum CaseState {
        OPEN,
        DECIDED
    }

    /// What is asked for.
    ///
    /// @param other   who says that the customer is theirs, or whom the customer wishes
    /// @param parties who has a part in it
    /// @param reason  none where a household's rule asks
    record Filed(
            CaseKind kind,
            @Nullable String other,
            Collection<String> parties,
            @Nullable String reason,
            LocalDate dueOn) {}

    /// What was decided.
    ///
    /// @param first whose the commission is
    record Decided(String owner, String first, String reason) {}

    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    @Id
    private UUID id;

    private String project;

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    private UUID customer;
    private String owner;
    private String first;
    private @Nullable String other;
    private String filedBy;
    private Instant filedAt;
    private @Nullable String reason;
    private String evidence;
    private LocalDate dueOn;
    private @Nullable String remindedBy;
    private @Nullable Instant remindedAt;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedOwner;
    private @Nullable String decidedFirst;
    private @Nullable String decision;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "ownership_party", joinColumns = @JoinColumn(name = "filed"))
    @Column(name = "person")
    private Set<String> parties = new TreeSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected OwnershipCase() {}

    /// @throws org.anchang.kit.problem.Refused CUSTOMER_IS_IN_THE_POOL, DISPUTE_NEEDS_TWO
    static OwnershipCase filed(Customer about, Filed wish, String by, Instant at, Sealing sealing) {
        refuseIf(about.isPooled() && wish.kind() != CaseKind.HOUSEHOLD, CustomerRefusal.CUSTOMER_IS_IN_THE_POOL);
        refuseIf(
                about.owner().equals(wish.other()) || wish.kind() == CaseKind.DISPUTE && wish.other() == null,
                CustomerRefusal.DISPUTE_NEEDS_TWO);
        var filed = new OwnershipCase();
        filed.id = Ids.next();
        filed.project = about.project();
        filed.kind = wish.kind();
        filed.customer = about.id();
        filed.owner = about.owner();
        filed.first = about.firstConsultant();
        filed.other = wish.other();
        filed.parties.addAll(wish.parties());
        filed.filedBy = by;
        filed.filedAt = at;
        filed.reason = sealing.sealIfAny(wish.reason(), filed.place("reason"));
        filed.dueOn = wish.dueOn();
        filed.state = CaseState.OPEN;
        return filed;
    }

    /// REC-6: as the office's records say at the filing.
    void rests(List<Evidence> gathered, SealedJson json) {
        evidence = json.seal(gathered, place("evidence"));
    }

    /// @throws org.anchang.kit.problem.Refused OWNERSHIP_CASE_IS_DECIDED, PARTIES_DO_NOT_DECIDE
    void decide(Decided what, String by, Instant at, Sealing sealing) {
        mustBeOpen();
        refuseIf(isParty(by) || by.equals(what.owner()), CustomerRefusal.PARTIES_DO_NOT_DECIDE);
        state = CaseState.DECIDED;
        decidedBy = by;
        decidedAt = at;
        decidedOwner = what.owner();
        decidedFirst = what.first();
        decision = sealing.seal(what.reason(), place("decision"));
    }

    /// Once a day is enough.
    ///
    /// @throws org.anchang.kit.problem.Refused OWNERSHIP_CASE_IS_DECIDED, REMINDED_TODAY
    void remind(String by, Instant at) {
        mustBeOpen();
        refuseIf(
                remindedAt != null && OfficeClock.dateOf(remindedAt).equals(OfficeClock.dateOf(at)),
                CustomerRefusal.REMINDED_TODAY);
        remindedBy = by;
        remindedAt = at;
    }

    /// @throws org.anchang.kit.problem.Refused OWNERSHIP_CASE_IS_DECIDED, NO_PARTY_TO_THE_CASE
    void mustHear(String person) {
        mustBeOpen();
        refuseUnless(isParty(person), CustomerRefusal.NO_PARTY_TO_THE_CASE);
    }

    private void mustBeOpen() {
        if (decidedBy != null) {
            throw refuse(CustomerRefusal.OWNERSHIP_CASE_IS_DECIDED).with("by", decidedBy);
        }
    }

    /// CUS-3: the customer's record has gone into another.
    void goesTo(UUID record) {
        customer = record;
    }

    boolean isParty(String person) {
        return parties.contains(person);
    }

    boolean isOpen() {
        return state == CaseState.OPEN;
    }

    boolean isOverdue(LocalDate today) {
        return isOpen() && dueOn.isBefore(today);
    }

    List<Evidence> evidence(SealedJson json) {
        return json.open(evidence, EVIDENCE, place("evidence"));
    }

    /// Where the text of a column is sealed.
    Place place(String column) {
        return new Place("ownership_case", column, id);
    }

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    CaseKind kind() {
        return kind;
    }

    UUID customer() {
        return customer;
    }

    String owner() {
        return owner;
    }

    String first() {
        return first;
    }

    @Nullable
    String other() {
        return other;
    }

    Set<String> parties() {
        return Set.copyOf(parties);
    }

    String filedBy() {
        return filedBy;
    }

    Instant filedAt() {
        return filedAt;
    }

    /// Sealed, as is the decision.
    @Nullable
    String reason() {
        return reason;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    String remindedBy() {
        return remindedBy;
    }

    @Nullable
    Instant remindedAt() {
        return remindedAt;
    }

    CaseState state() {
        return state;
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
    String decidedOwner() {
        return decidedOwner;
    }

    @Nullable
    String decidedFirst() {
        return decidedFirst;
    }

    @Nullable
    String decision() {
        return decision;
    }
}
