package org.anchang.approval.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.approval.ApprovalState;
import org.anchang.approval.Decision;
import org.anchang.approval.Form;
import org.anchang.kit.Action;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An approval as it is answered.
///
/// @param fields    the form as it was asked for; what people wrote on it, like the opinions, only for who asked,
///                  who is asked to sign, and the site manager (CUS-6)
/// @param given     what the signers added to the form
/// @param endReason for a refusal the step at which it was refused; the person's words are in the history
/// @param steps     the whole chain, and how far it is; absent in lists
/// @param history   every signature, in order (APR-4); absent in lists
/// @param seen      who has looked at the form; absent in lists
public record ApprovalView(
        UUID id,
        String project,
        Form form,
        UUID request,
        UUID deal,
        String applicant,
        Map<String, String> fields,
        Map<String, String> given,
        int formVersion,
        int chainVersion,
        ApprovalState state,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        List<OpenTask> tasks,
        @Nullable List<StepView> steps,
        @Nullable List<Signed> history,
        @Nullable List<Seen> seen,
        List<Action> actions) {
    /// Who has looked, and when first.
    public record Seen(String person, Instant at) {}

    public enum Progress {
        SIGNED,
        OPEN,
        WAITING,
        /// Its condition did not hold.
        NOT_NEEDED,
        REFUSED,
        /// The approval ended before its turn.
        NOT_REACHED
    }

    /// @param stage steps of the same stage are signed side by side
    /// @param gives fields that the signer adds when approving
    public record StepView(
            String step,
            int stage,
            @Schema(ref = "RoleName") @Nullable String role,
            List<String> persons,
            @Nullable String when,
            List<String> gives,
            Progress progress) {}

    public record Signed(
            String step,
            String role,
            String person,
            Decision decision,
            @Nullable String opinion,
            Map<String, String> fields,
            int formVersion,
            Instant at) {}

    /// @param role  absent where the chain names persons
    /// @param gives fields that the signer adds when approving
    public record OpenTask(
            UUID id,
            UUID approval,
            String project,
            Form form,
            String step,
            @Schema(ref = "RoleName") @Nullable String role,
            List<String> persons,
            List<String> gives,
            UUID request,
            UUID deal,
            String applicant,
            Map<String, String> fields,
            Instant openedAt,
            Instant dueAt,
            List<Action> actions) {}
}
