package org.anchang.approval.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anchang.approval.Approval;
import org.anchang.approval.Signatures;
import org.anchang.approval.chain.Chains;
import org.anchang.approval.chain.Step;
import org.anchang.approval.staff.Staff;
import org.anchang.kit.identity.Role;

/// TRK-7: a place is asked of whom the chain names; in the place of somebody who has left, of the successor, if that
/// one may sign there (APR-3, APR-7); and of the office's superiors, where nobody who was named is left.
@ApplicationScoped
class WhoIsAsked {
    private static final String PERSON = "person:";

    /// Several, so that one of them is neither the applicant nor has signed already.
    private static final List<String> SUPERIORS =
            List.of("role:" + Role.SITE_MANAGER, "role:" + Role.SALES_MANAGER, "role:" + Role.GENERAL_MANAGER);

    @Inject
    Staff staff;

    @Inject
    Signatures signatures;

    @Inject
    Chains chains;

    /// @param signers of the place, as they stand
    /// @return the same, where all of them work here
    List<String> instead(Approval approval, Step step, List<String> signers) {
        var asked = new LinkedHashSet<>(signers);
        for (var signer : signers) {
            var person = person(signer);
            if (!person.isEmpty() && staff.isGone(person, approval.project())) {
                asked.remove(signer);
                staff.successor(person, approval.project())
                        .filter(one -> maySign(one, approval, step))
                        .ifPresent(one -> asked.add(PERSON + one));
            }
        }
        return asked.isEmpty() ? SUPERIORS : new ArrayList<>(asked);
    }

    /// Who is asked for another place of the form would be asked twice, and signs once.
    private boolean maySign(String person, Approval approval, Step step) {
        var signs =
                !step.isOpenToSigners() && (approval.asks(Set.of(PERSON + person)) || signatures.has(approval, person));
        return MaySign.inAnothersPlace(approval, chains.known(approval.chain()), person, signs)
                .isEmpty();
    }

    private static String person(String signer) {
        return signer.startsWith(PERSON) ? signer.substring(PERSON.length()) : "";
    }
}
