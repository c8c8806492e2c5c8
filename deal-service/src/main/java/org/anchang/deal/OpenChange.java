package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// SWP-3: a change that waits for signatures; a deal has one at a time, and nothing else of consequence is done
/// meanwhile.
@Embeddable
public record OpenChange(
        @Column(name = "open_change") UUID request,

        @Column(name = "open_change_form") @Enumerated(EnumType.STRING)
        ChangeKind form) {
    /// @throws org.anchang.kit.problem.Refused CHANGE_ALREADY_OPEN, with the form that is
    static void mustBeNone(@Nullable OpenChange open) {
        if (open != null) {
            throw refuse(DealRefusal.CHANGE_ALREADY_OPEN).with("form", open.form.name());
        }
    }

    /// @throws org.anchang.kit.problem.Refused CHANGE_IS_NOT_OPEN
    static void mustBe(@Nullable OpenChange open, UUID request) {
        refuseUnless(open != null && open.request.equals(request), DealRefusal.CHANGE_IS_NOT_OPEN);
    }
}
