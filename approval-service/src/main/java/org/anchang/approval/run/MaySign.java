package org.anchang.approval.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.anchang.approval.Approval;
import org.anchang.approval.ApprovalRefusal;
import org.anchang.approval.Signers;
import org.anchang.approval.chain.Chain;

/// APR-2, APR-3, APR-7: what counts when somebody wants to sign a place of a form, and what stands against it. The
/// conditions are said here; a list of tasks asks the view `signable_task`, and a test compares the two.
///
/// @param asked  whether the place is asked of them
/// @param author whether the chain is theirs by which the form goes
/// @param signed whether they have decided on the form already, and the place lets nobody sign twice
record MaySign(
        boolean running,
        boolean open,
        boolean applicant,
        boolean asked,
        boolean administrator,
        boolean author,
        boolean signed) {
    /// Tried in the order in which the refusals are declared.
    private static final Map<ApprovalRefusal, Predicate<MaySign>> AGAINST =
            new EnumMap<>(Map.<ApprovalRefusal, Predicate<MaySign>>of(
                    ApprovalRefusal.APPROVAL_HAS_ENDED, it -> !it.running(),
                    ApprovalRefusal.TASK_IS_CLOSED, it -> !it.open(),
                    ApprovalRefusal.OWN_REQUEST, MaySign::applicant,
                    ApprovalRefusal.NOT_YOURS_TO_SIGN, it -> !it.asked(),
                    ApprovalRefusal.ADMINISTRATORS_SIGN_NOTHING, MaySign::administrator,
                    ApprovalRefusal.AUTHOR_IS_NO_SIGNER, MaySign::author,
                    ApprovalRefusal.SIGNED_ALREADY, MaySign::signed));

    /// @param decided whether they have decided on the form
    static MaySign at(ApprovalTask task, Approval approval, Chain chain, Signers who, boolean decided) {
        return new MaySign(
                approval.isRunning(),
                task.isOpen(),
                who.person().equals(approval.applicant()),
                task.isFor(who.in(approval.project())),
                who.isAdministrator(),
                who.person().equals(chain.author()),
                decided && !task.isOpenToSigners());
    }

    /// TRK-7: of whom an open place is not asked yet. Whether they are an administrator only their own token says.
    static MaySign inAnothersPlace(Approval approval, Chain chain, String person, boolean signed) {
        return new MaySign(
                approval.isRunning(),
                true,
                person.equals(approval.applicant()),
                true,
                false,
                person.equals(chain.author()),
                signed);
    }

    /// Why they may not; empty: they may.
    Optional<ApprovalRefusal> refusal() {
        return AGAINST.entrySet().stream()
                .filter(no -> no.getValue().test(this))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
