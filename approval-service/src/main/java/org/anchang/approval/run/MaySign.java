package org.anchang.approval.run;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anchang.approval.Approval;
import org.anchang.approval.ApprovalRefusal;
import org.anchang.approval.Signers;
import org.anchang.approval.chain.Chain;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.problem.Refusal;
import org.anchang.kit.problem.Rule;
import org.jspecify.annotations.Nullable;

/// APR-2, APR-3, APR-7: what stands against somebody's signature on a place of a form; tried from the first to the
/// last. What bars a person whom the place is asked of stands here as a list asks for it, too.
public enum MaySign implements Refusal {
    APPROVAL_HAS_ENDED(ApprovalRefusal.APPROVAL_HAS_ENDED, it -> !it.running()),
    TASK_IS_CLOSED(ApprovalRefusal.TASK_IS_CLOSED, it -> !it.open()),
    OWN_REQUEST(Rule.APR_3, Facts::applicant, "applicant = :person"),
    NOT_YOURS_TO_SIGN(Rule.APR_3, it -> !it.asked(), null),
    ADMINISTRATORS_SIGN_NOTHING(Rule.APR_7, Facts::administrator, null),
    AUTHOR_IS_NO_SIGNER(Rule.APR_7, Facts::author, "author = :person"),
    SIGNED_ALREADY(Rule.APR_3, Facts::signed, ":person = any (decided)");

    /// What counts.
    ///
    /// @param asked  whether the place is asked of them
    /// @param author whether the chain is theirs by which the form goes
    /// @param signed whether they have decided on the form already, and the place lets nobody sign twice
    record Facts(
            boolean running,
            boolean open,
            boolean applicant,
            boolean asked,
            boolean administrator,
            boolean author,
            boolean signed) {}

    private static final int FORBIDDEN = 403;

    private final Meaning meaning;
    private final Predicate<Facts> against;
    private final @Nullable String inList;

    MaySign(ApprovalRefusal shared, Predicate<Facts> against) {
        this(shared.meaning(), against, null);
    }

    /// @param inList the same of a row of `signable_task`, where the list is not made so that there is none
    MaySign(Rule rule, Predicate<Facts> against, @Nullable String inList) {
        this(new Meaning(rule, FORBIDDEN), against, inList);
    }

    MaySign(Meaning meaning, Predicate<Facts> against, @Nullable String inList) {
        this.meaning = meaning;
        this.against = against;
        this.inList = inList;
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }

    /// Why they may not; empty: they may.
    static Optional<MaySign> refusal(Facts facts) {
        return Stream.of(values()).filter(rule -> rule.against.test(facts)).findFirst();
    }

    /// Leaves those in a list of places asked of somebody that are theirs to sign; an administrator has no such list.
    static Conditions listed(Conditions asked, String person) {
        Stream.of(values())
                .filter(rule -> rule.inList != null)
                .forEach(rule -> asked.and("not " + rule.inList, person));
        return asked;
    }

    /// @param decided whether they have decided on the form
    static Optional<MaySign> refusal(ApprovalTask task, Approval approval, Chain chain, Signers who, boolean decided) {
        return refusal(new Facts(
                approval.isRunning(),
                task.isOpen(),
                who.person().equals(approval.applicant()),
                task.isFor(who.in(approval.project())),
                who.isAdministrator(),
                who.person().equals(chain.author()),
                decided && !task.isOpenToSigners()));
    }

    /// TRK-7: of whom an open place is not asked yet. Whether they are an administrator only their own token says.
    static Optional<MaySign> inAnothersPlace(Approval approval, Chain chain, String person, boolean signed) {
        return refusal(new Facts(
                approval.isRunning(),
                true,
                person.equals(approval.applicant()),
                true,
                false,
                person.equals(chain.author()),
                signed));
    }
}
