package org.anchang.approval;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.anchang.events.ApprovalEvent.ApprovalStepSigned;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Sealing;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// APR-4: what one person put on the form, where, when, and on which version of it. Only ever added.
@Entity
@Immutable
public class Signature {
    /// Where on the form.
    ///
    /// @param task  absent for the applicant's own word
    /// @param again the chain lets somebody sign here who has signed before
    public record Place(@Nullable UUID task, String step, String role, boolean again) {}

    /// Who says what.
    public record Word(
            String person, Decision decision, @Nullable String opinion, Map<String, String> given, Instant at) {}

    @Id
    private UUID id;

    private UUID approval;
    private String applicant;
    private @Nullable UUID task;
    private String step;
    private String role;
    private String person;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    private @Nullable String opinion;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> given;

    private int formVersion;
    private boolean again;
    private Instant signedAt;

    @SuppressWarnings("NullAway.Init")
    protected Signature() {}

    public static Signature on(Approval approval, Place place, Word word, Sealing sealing) {
        var signature = new Signature();
        signature.id = Ids.next();
        signature.approval = approval.id();
        signature.applicant = approval.applicant();
        signature.task = place.task();
        signature.step = place.step();
        signature.role = place.role();
        signature.again = place.again();
        signature.person = word.person();
        signature.decision = word.decision();
        signature.opinion = sealing.sealIfAny(word.opinion(), signature.opinionPlace());
        signature.given = new TreeMap<>(word.given());
        signature.formVersion = approval.formVersion();
        signature.signedAt = word.at();
        return signature;
    }

    /// What the others hear of it: the opinion and the drawing sealed.
    ///
    /// @param name  what the person is called
    /// @param drawn what they drew, in the open
    public ApprovalStepSigned told(String project, @Nullable String name, @Nullable String drawn, Sealing sealing) {
        return new ApprovalStepSigned(
                approval,
                project,
                signedAt,
                step,
                role,
                person,
                decision.name(),
                id,
                name,
                opinion,
                sealing.sealIfAny(drawn, new org.anchang.kit.seal.Place("signature", "drawn", id)),
                given.isEmpty() ? null : Map.copyOf(given));
    }

    /// APR-3: whether this person decided with it; a statement or a withdrawal decides nothing.
    public boolean isDecisionOf(String somebody) {
        return task != null && person.equals(somebody);
    }

    public UUID approval() {
        return approval;
    }

    public @Nullable UUID task() {
        return task;
    }

    public String step() {
        return step;
    }

    public String role() {
        return role;
    }

    public String person() {
        return person;
    }

    public Decision decision() {
        return decision;
    }

    /// CUS-6: it may say of the buyers what is nobody else's: sealed at rest.
    public @Nullable String opinion(Sealing sealing) {
        return sealing.openIfAny(opinion, opinionPlace());
    }

    private org.anchang.kit.seal.Place opinionPlace() {
        return new org.anchang.kit.seal.Place("signature", "opinion", id);
    }

    public Map<String, String> given() {
        return Map.copyOf(given);
    }

    public int formVersion() {
        return formVersion;
    }

    public Instant signedAt() {
        return signedAt;
    }
}
