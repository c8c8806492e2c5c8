package org.anchang.approval.run;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.anchang.approval.Approval;
import org.anchang.approval.ApprovalRefusal;
import org.anchang.approval.chain.Step;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A place on a form that waits for a signature.
@Entity
class ApprovalTask {
    /// Since when it waits, and until when it should not.
    record Term(Instant since, Instant until) {}

    @Id
    private UUID id;

    private UUID approval;
    private String project;
    private String place;
    private String step;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> signers;

    private boolean again;
    private Instant openedAt;
    private Instant dueAt;
    private @Nullable Instant closedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Closing closing;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ApprovalTask() {}

    /// @param signers any one of them
    static ApprovalTask opened(UUID id, Approval approval, Step.Place place, List<String> signers, Term waiting) {
        var task = new ApprovalTask();
        task.id = id;
        task.approval = approval.id();
        task.project = approval.project();
        task.place = place.key();
        task.step = place.step().key();
        task.signers = List.copyOf(signers);
        task.again = place.step().isOpenToSigners();
        task.openedAt = waiting.since();
        task.dueAt = waiting.until();
        return task;
    }

    boolean isOpen() {
        return closing == null;
    }

    /// Whether somebody may sign here who has signed this form before.
    boolean isOpenToSigners() {
        return again;
    }

    private void mustBeOpen() {
        refuseUnless(isOpen(), ApprovalRefusal.TASK_IS_CLOSED);
    }

    /// @param signer all names under which a person signs
    boolean isFor(Collection<String> signer) {
        return signers.stream().anyMatch(signer::contains);
    }

    /// TRK-7: it is asked of others than before.
    void ask(List<String> others) {
        mustBeOpen();
        signers = List.copyOf(others);
    }

    void close(Closing how, Instant at) {
        mustBeOpen();
        closing = how;
        closedAt = at;
    }

    UUID id() {
        return id;
    }

    UUID approval() {
        return approval;
    }

    String place() {
        return place;
    }

    String step() {
        return step;
    }

    List<String> signers() {
        return List.copyOf(signers);
    }

    /// The roles that may sign here; none where the chain names persons.
    String[] roles() {
        return signers.stream()
                .filter(signer -> signer.startsWith("role:"))
                .map(signer -> signer.substring("role:".length()))
                .toArray(String[]::new);
    }

    List<String> persons() {
        return signers.stream()
                .filter(signer -> signer.startsWith("person:"))
                .map(signer -> signer.substring("person:".length()))
                .toList();
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant dueAt() {
        return dueAt;
    }
}
