package org.anchang.customer.care.occasion;

import static org.anchang.kit.problem.Refused.refuseIf;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.SealedJson;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// CAR-1: a birthday of a customer, or of somebody of their family.
@Entity
class Birthday {
    public enum Relation {
        SELF,
        SPOUSE,
        CHILD,
        PARENT,
        OTHER
    }

    /// Whose it is: the customer's own, or a family member's.
    record BirthdayOf(Relation relation, @Nullable String name) {}

    private static final TypeReference<Born> BORN = new TypeReference<>() {};

    @Id
    private UUID id;

    private String project;
    private UUID customer;

    @Enumerated(EnumType.STRING)
    private Relation relation;

    private @Nullable String personName;
    private String born;
    private String token;
    private String recordedBy;
    private Instant recordedAt;
    private @Nullable String removedBy;
    private @Nullable Instant removedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Birthday() {}

    static Birthday recorded(Customer customer, BirthdayOf whose, String token, String by, Instant at) {
        var birthday = new Birthday();
        birthday.id = Ids.next();
        birthday.project = customer.project();
        birthday.customer = customer.id();
        birthday.relation = whose.relation();
        birthday.token = token;
        birthday.recordedBy = by;
        birthday.recordedAt = at;
        return birthday;
    }

    /// The day and the name, sealed in their places.
    Birthday sealed(Born day, BirthdayOf whose, Sealing sealing, SealedJson json) {
        born = json.seal(day, place("born"));
        personName = sealing.sealIfAny(whose.name(), place("person_name"));
        return this;
    }

    /// What was made for it stays.
    ///
    /// @throws org.anchang.kit.problem.Refused BIRTHDAY_IS_REMOVED
    void remove(String by, Instant at) {
        refuseIf(removedAt != null, CustomerRefusal.BIRTHDAY_IS_REMOVED);
        removedBy = by;
        removedAt = at;
    }

    Born born(SealedJson json) {
        return json.open(born, BORN, place("born"));
    }

    /// Where the text of a column is sealed.
    Place place(String column) {
        return new Place("birthday", column, id);
    }

    UUID id() {
        return id;
    }

    Relation relation() {
        return relation;
    }

    /// Sealed.
    @Nullable
    String personName() {
        return personName;
    }
}
