package org.anchang.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What approval-service tells: how the signatures on a form go, and how they end (APR-5).
public sealed interface ApprovalEvent extends Event {
    String TOPIC = "approval-events";

    UUID approval();

    @Override
    default UUID aggregate() {
        return approval();
    }

    /// On the way; no other service has to act.
    sealed interface Progress extends ApprovalEvent {}

    /// All signatures are there: the owner of the form carries it out.
    sealed interface Approved extends ApprovalEvent {
        UUID request();

        UUID deal();

        /// What the signers added to the form, e.g. finance's `payoutOn` (RFD-1), by field name.
        Map<String, String> fields();
    }

    /// Ended without effect: the owner of the form gives up what it had set aside for it.
    sealed interface Declined extends ApprovalEvent {
        UUID request();

        UUID deal();
    }

    /// APR-1: an approval runs, on this version of the project's chain.
    record ApprovalOpened(
            UUID approval,
            String project,
            Instant at,
            String form,
            UUID request,
            UUID deal,
            String applicant,
            int chainVersion,
            List<String> steps)
            implements Progress {}

    /// APR-4. What the person wrote and drew travels sealed, for the owner of the form prints it (decision 48).
    ///
    /// @param signature which one; to it opinion and drawing are bound
    /// @param name      what the person is called, as their token said
    /// @param opinion   sealed in the place `signature`, `opinion`
    /// @param drawn     the signature as the person drew it, sealed in the place `signature`, `drawn`
    /// @param given     what the signer added to the form, e.g. `cost`
    record ApprovalStepSigned(
            UUID approval,
            String project,
            Instant at,
            String step,
            String role,
            String person,
            String decision,
            @Nullable UUID signature,
            @Nullable String name,
            @Nullable String opinion,
            @Nullable String drawn,
            @Nullable Map<String, String> given)
            implements Progress {}

    /// APR-2: taken back by the applicant while it ran.
    record ApprovalWithdrawn(UUID approval, String project, Instant at, UUID request, UUID deal, String reason)
            implements Declined {}

    /// 特惠, DIS-1
    record DiscountApproved(
            UUID approval, String project, Instant at, UUID request, UUID deal, Map<String, String> fields)
            implements Approved {}

    record DiscountRefused(UUID approval, String project, Instant at, UUID request, UUID deal, String reason)
            implements Declined {}

    /// 调房, SWP-3
    record SwapApproved(UUID approval, String project, Instant at, UUID request, UUID deal, Map<String, String> fields)
            implements Approved {}

    record SwapRefused(UUID approval, String project, Instant at, UUID request, UUID deal, String reason)
            implements Declined {}

    /// 更名, REN-1
    record RenameApproved(
            UUID approval, String project, Instant at, UUID request, UUID deal, Map<String, String> fields)
            implements Approved {}

    record RenameRefused(UUID approval, String project, Instant at, UUID request, UUID deal, String reason)
            implements Declined {}

    /// 退房, RFD-2
    record RefundApproved(
            UUID approval, String project, Instant at, UUID request, UUID deal, Map<String, String> fields)
            implements Approved {}

    record RefundRefused(UUID approval, String project, Instant at, UUID request, UUID deal, String reason)
            implements Declined {}

    /// 户型结构变更, LAY-1
    record LayoutChangeApproved(
            UUID approval, String project, Instant at, UUID request, UUID deal, Map<String, String> fields)
            implements Approved {}

    record LayoutChangeRefused(UUID approval, String project, Instant at, UUID request, UUID deal, String reason)
            implements Declined {}

    /// DEP-6
    record VoidApproved(UUID approval, String project, Instant at, UUID request, UUID deal, Map<String, String> fields)
            implements Approved {}

    record VoidRefused(UUID approval, String project, Instant at, UUID request, UUID deal, String reason)
            implements Declined {}

    /// Newer than this reader: counted, passed over, and still a step in the aggregate's sequence.
    record Unknown(UUID approval, String project, Instant at, String type) implements ApprovalEvent {}
}
