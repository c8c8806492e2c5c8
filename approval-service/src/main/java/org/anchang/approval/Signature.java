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
import org.anchang.kit.seal.Courier;
import org.anchang.kit.seal.Place;
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
    public record Line(@Nullable UUID task, String step, String role, boolean again) {}

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

    public static Signature on(Approval approval, Line line, Word word, Sealing sealing) {
        var signature = new Signature();
        signature.id = Ids.next();
        signature.approval = approval.id();
        signature.applicant = approval.applicant();
        signature.task = line.task();
        signature.step = line.step();
        signature.role = line.role();
        signature.again = line.again();
        signature.person = word.person();
        signature.decision = word.decision();
        signature.opinion = sealing.sealIfAny(word.opinion(), signature.opinionPlace());
        signature.given = new TreeMap<>(word.given());
        signature.formVersion = approval.formVersion();
        signature.signedAt = word.at();
        return signature;
    }

    /// What others hear of it beside what stands here.
    ///
    /// @param name  what the person is called
    /// @param drawn what they drew, in the open
    public record Told(
            String project, @Nullable String name, @Nullable String drawn) {}

    /// What the others hear of it: the opinion and the drawing sealed.
    public ApprovalStepSigned told(Told beside, Sealing sealing, Courier courier) {
        return new ApprovalStepSigned(
                approval,
                beside.project(),
                signedAt,
                step,
                role,
                person,
                decision.name(),
                id,
                beside.name(),
                courier.sealIfAny(opinion(sealing), opinionPlace()),
                courier.sealIfAny(beside.drawn(), new Place("signature", "drawn", id)),
                given.isEmpty() ? null : Map.copyOf(given));
    }

    /// APR-3: whether this person decided with it; a statement or a withdrawal decides nothing.
    public boolean isDecisionOf(String somebody) {
        return task != null && person.equals(somebody);
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

    private Place opinionPlace() {
        return new Place("signature", "opinion", id);
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
