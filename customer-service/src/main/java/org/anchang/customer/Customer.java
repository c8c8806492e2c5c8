package org.anchang.customer;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.events.CustomerEvent.CustomerArchivedAsBuyer;
import org.anchang.events.CustomerEvent.CustomerCorrected;
import org.anchang.events.CustomerEvent.CustomerLeftBuyers;
import org.anchang.events.CustomerEvent.CustomerReassigned;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.events.CustomerEvent.OwnershipDecided;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// CUS-1: somebody the office knows, by a phone number or not yet (CUS-10), and the consultant whose customer it is.
@Entity
public class Customer {
    /// What is known at registration.
    ///
    /// @param consultant the first one, REC-2 and REC-5
    /// @param by         who wrote it down
    public record Registration(
            UUID id,
            String project,
            CustomerNumber number,
            SealedIdentity identity,
            Origin origin,
            String consultant,
            String by,
            Instant at) {}

    /// How the customer came, and what was noted then.
    ///
    /// @param source of the project's dictionary
    /// @param note   sealed
    public record Origin(
            Channel channel,
            @Nullable String source,
            @Nullable UUID introducedBy,
            @Nullable Gender gender,
            @Nullable String note,
            @Nullable Partner partner) {
        /// Where nobody said by what they heard of the project, and no partner brought them.
        public Origin(Channel channel, @Nullable UUID introducedBy, @Nullable Gender gender, @Nullable String note) {
            this(channel, null, introducedBy, gender, note, null);
        }
    }

    /// REC-6, TRK-5, TRK-7: a decision about the owner.
    ///
    /// @param how  what the event tells of the reason, e.g. `DECIDED`; why, stands in the customer's
    ///     history (CUS-6)
    /// @param pool into or out of which named pool; none: the general one, or none at all
    public record Decision(
            String to,
            String by,
            Instant at,
            String how,
            @Nullable UUID pool) {
        public Decision(String to, String by, Instant at, String how) {
            this(to, by, at, how, null);
        }

        /// Somebody has decided it, for a reason of this one customer.
        public Decision(String to, String by, Instant at) {
            this(to, by, at, "DECIDED", null);
        }
    }

    /// TRK-5: the owner of whom nobody owns: the public pool (公海). No account has this name.
    public static final String POOL = "*";

    @Id
    private UUID id;

    private String project;
    private String number;

    @Embedded
    private SealedIdentity identity;

    @Enumerated(EnumType.STRING)
    private @Nullable Gender gender;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private @Nullable String source;

    @Embedded
    private @Nullable Partner partner;

    private @Nullable UUID introducedBy;
    private String firstConsultant;
    private String owner;

    @Enumerated(EnumType.STRING)
    private @Nullable IntentGrade intentGrade;

    private @Nullable String note;
    private String registeredBy;
    private Instant registeredAt;
    private @Nullable Instant boughtAt;
    private @Nullable UUID mergedInto;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Customer() {}

    /// Where a customer's note is sealed.
    public static Place noteOf(UUID id) {
        return new Place("customer", "note", id);
    }

    public static Customer registered(Registration registration) {
        var customer = new Customer();
        customer.id = registration.id();
        customer.project = registration.project();
        customer.number = registration.number().toString();
        customer.identity = registration.identity();
        customer.channel = registration.origin().channel();
        customer.source = registration.origin().source();
        customer.partner = registration.origin().partner();
        customer.introducedBy = registration.origin().introducedBy();
        customer.gender = registration.origin().gender();
        customer.note = registration.origin().note();
        customer.firstConsultant = registration.consultant();
        customer.owner = registration.consultant();
        customer.registeredBy = registration.by();
        customer.registeredAt = registration.at();
        return customer;
    }

    /// CUS-1: what the others are told about a registration; of the name no more than lists show (CUS-6).
    public CustomerRegistered registration(Sealing sealing) {
        var name = sealing.open(identity.name(), SealedIdentity.nameOf(id));
        return new CustomerRegistered(
                id,
                project,
                registeredAt,
                number,
                firstConsultant,
                channel.name(),
                introducedBy,
                Mask.name(name),
                Partner.broker(partner),
                Partner.registration(partner));
    }

    /// REC-6: the customer belongs to somebody else from now on.
    ///
    /// @throws org.anchang.kit.problem.Refused ALREADY_THE_OWNER
    public CustomerReassigned reassign(Decision decision) {
        if (decision.to().equals(owner)) {
            throw refuse(CustomerRefusal.ALREADY_THE_OWNER).with("owner", owner);
        }
        var from = owner;
        owner = decision.to();
        return new CustomerReassigned(id, project, decision.at(), from, owner, decision.how(), decision.by());
    }

    /// CUS-8, TRK-5: the customer is nobody's: as they came in, or in another pool than before.
    public CustomerReassigned cameIn(Decision decision) {
        return new CustomerReassigned(id, project, decision.at(), owner, owner, decision.how(), decision.by());
    }

    /// COM-1, CUS-8: who gets a customer who had no first consultant is the first.
    ///
    /// @return what is told of it
    public Optional<OwnershipDecided> firstIsOwner(String by, Instant at) {
        if (isPooled() || !firstConsultant.equals(POOL)) {
            return Optional.empty();
        }
        firstConsultant = owner;
        return Optional.of(new OwnershipDecided(id, project, at, null, "FIRST_OWNER", owner, owner, by));
    }

    /// REC-4, REC-6: it was decided who counts as the first consultant, and so whose the commission is.
    public void firstWas(String consultant) {
        firstConsultant = consultant;
    }

    /// CUS-2: the first signed deal moves the customer to the archive of those who bought; a later one finds them
    /// there.
    public Optional<CustomerArchivedAsBuyer> archiveAsBuyer(Instant at) {
        if (boughtAt != null) {
            return Optional.empty();
        }
        var former = number;
        number = CustomerNumber.Archive.C + former.substring(1);
        boughtAt = at;
        return Optional.of(new CustomerArchivedAsBuyer(id, project, at, number, former));
    }

    /// CUS-2: nothing is left of what was signed: among those who did not buy, under the number they had there.
    /// Both find the customer.
    public Optional<CustomerLeftBuyers> leaveBuyers(Instant at) {
        if (boughtAt == null) {
            return Optional.empty();
        }
        var former = number;
        number = CustomerNumber.Archive.X + former.substring(1);
        boughtAt = null;
        return Optional.of(new CustomerLeftBuyers(id, project, at, number, former));
    }

    /// CUS-3: `other` is the same person; this record stands for both from now on. What it does not know it takes
    /// from the other, which keeps its own row and is nobody's to find any more.
    ///
    /// @param first the record with which the office came to know the person, and so its first consultant (COM-1)
    /// @throws org.anchang.kit.problem.Refused CUSTOMERS_ARE_THE_SAME, CUSTOMERS_OF_TWO_PROJECTS
    public CustomersMerged merge(Customer other, Customer first, Instant at) {
        refuseIf(other.id.equals(id), CustomerRefusal.CUSTOMERS_ARE_THE_SAME);
        refuseUnless(other.project.equals(project), CustomerRefusal.CUSTOMERS_OF_TWO_PROJECTS);
        firstConsultant = first.firstConsultant;
        gender = gender == null ? other.gender : gender;
        source = source == null ? other.source : source;
        introducedBy = introducedBy == null && !id.equals(other.introducedBy) ? other.introducedBy : introducedBy;
        intentGrade = intentGrade == null ? other.intentGrade : intentGrade;
        other.owner = owner;
        other.mergedInto = id;
        return new CustomersMerged(id, project, at, other.id);
    }

    /// CUS-3: of the record that has gone into this one, these were the right ones.
    ///
    /// @throws org.anchang.kit.problem.Refused INTRODUCER_UNKNOWN: nobody has brought themselves
    public void takeOver(Customer other, Set<MergedField> fields, Sealing sealing) {
        if (fields.contains(MergedField.NAME)) {
            var name = sealing.open(other.identity.name(), SealedIdentity.nameOf(other.id));
            identity =
                    new SealedIdentity(sealing.seal(name, SealedIdentity.nameOf(id)), other.identity.nameFingerprint());
        }
        if (fields.contains(MergedField.GENDER)) {
            gender = other.gender;
        }
        if (fields.contains(MergedField.INTENT_GRADE)) {
            intentGrade = other.intentGrade;
        }
        if (fields.contains(MergedField.CHANNEL)) {
            refuseIf(id.equals(other.introducedBy), CustomerRefusal.INTRODUCER_UNKNOWN);
            channel = other.channel;
            source = other.source;
            partner = other.partner;
            introducedBy = other.introducedBy;
        }
    }

    /// CUS-3: the record stands for itself again, and is `to`'s.
    public void standAgain(String to) {
        mergedInto = null;
        owner = to;
    }

    /// CUS-3: what a merge has changed is as it was.
    public void beAgain(SealedIdentity identity, Origin origin, @Nullable IntentGrade grade, String first) {
        correct(identity, origin);
        intentGrade = grade;
        firstConsultant = first;
    }

    /// CUS-3: what was noted of a record that has gone into this one stands here too.
    public void takeOverNote(Customer other, Sealing sealing) {
        var both = Stream.of(this, other)
                .map(one -> sealing.openIfAny(one.note, noteOf(one.id)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        note = both.isEmpty() ? null : sealing.seal(both, noteOf(id));
    }

    /// CUS-10: what is known of the person is put right; whose customer they are and under which number stays.
    public void correct(SealedIdentity right, Origin origin) {
        identity = right;
        channel = origin.channel();
        source = origin.source();
        partner = origin.partner();
        introducedBy = origin.introducedBy();
        gender = origin.gender();
        note = origin.note();
    }

    /// CUS-10: what the others are told when a name was put right, or how the customer came; no more of the name than
    /// lists show (CUS-6).
    public CustomerCorrected called(Sealing sealing, Instant at) {
        return new CustomerCorrected(
                id,
                project,
                at,
                Mask.name(sealing.open(identity.name(), SealedIdentity.nameOf(id))),
                channel.name(),
                Partner.broker(partner),
                Partner.registration(partner));
    }

    /// REF-1: somebody brought the customer, or nobody did after all.
    public void introduce(@Nullable UUID introducer) {
        introducedBy = introducer;
    }

    /// TRK-1: how likely the customer buys, as last seen.
    public void grade(IntentGrade grade) {
        intentGrade = grade;
    }

    public boolean belongsTo(String consultant) {
        return owner.equals(consultant);
    }

    /// TRK-5: whether the customer is nobody's.
    public boolean isPooled() {
        return owner.equals(POOL);
    }

    public UUID id() {
        return id;
    }

    public String project() {
        return project;
    }

    public String number() {
        return number;
    }

    public SealedIdentity identity() {
        return identity;
    }

    public @Nullable Gender gender() {
        return gender;
    }

    public Channel channel() {
        return channel;
    }

    /// Of the project's dictionary.
    public @Nullable String source() {
        return source;
    }

    /// Who of a partner brought them.
    public @Nullable Partner partner() {
        return partner;
    }

    public @Nullable UUID introducedBy() {
        return introducedBy;
    }

    /// COM-1, REC-5: nobody's (`*`) while nobody has had them (CUS-8); stays, whoever owns the customer later,
    /// unless that is decided otherwise (REC-6).
    public String firstConsultant() {
        return firstConsultant;
    }

    public String owner() {
        return owner;
    }

    public @Nullable IntentGrade intentGrade() {
        return intentGrade;
    }

    /// Sealed.
    public @Nullable String note() {
        return note;
    }

    public String registeredBy() {
        return registeredBy;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public @Nullable Instant boughtAt() {
        return boughtAt;
    }

    /// Changes with each change of the record.
    public long version() {
        return version;
    }

    /// CUS-3: the record that stands for this one, if it is not this one itself.
    public @Nullable UUID mergedInto() {
        return mergedInto;
    }
}
