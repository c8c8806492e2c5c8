package org.anchang.customer.dossier;

import static org.anchang.kit.problem.Refused.refuse;

import java.util.Set;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.dossier.consent.Purpose;
import org.anchang.customer.dossier.template.DossierField;
import org.anchang.kit.problem.Refused;
import org.jspecify.annotations.Nullable;

/// CUS-4, CUS-7: whether something may be entered into a field. Rules in their order, nothing is read or written here.
final class EntryPolicy {
    /// What it depends on.
    ///
    /// @param before  what the field says now
    /// @param agreed  to what the customer has agreed
    /// @param decides whether the site manager enters it
    record Facts(@Nullable String before, Set<Purpose> agreed, boolean decides) {}

    private EntryPolicy() {}

    /// What stands in the field then; null where it is taken out.
    ///
    /// @throws Refused DOSSIER_FIELD_IS_KEPT_ELSEWHERE, DOSSIER_FIELD_IS_HIDDEN, DOSSIER_CONSENT_MISSING,
    ///     DOSSIER_VALUE_IS_LOCKED, DOSSIER_VALUE_DOES_NOT_FIT
    static @Nullable String decide(DossierField field, EnterValue wish, Facts facts) {
        if (field.kept() != null) {
            throw refused(CustomerRefusal.DOSSIER_FIELD_IS_KEPT_ELSEWHERE, field);
        }
        if (field.hidden()) {
            throw refused(CustomerRefusal.DOSSIER_FIELD_IS_HIDDEN, field);
        }
        if (field.purpose().needsConsent() && !facts.agreed().contains(field.purpose())) {
            throw refused(CustomerRefusal.DOSSIER_CONSENT_MISSING, field).with("purpose", field.purpose());
        }
        if (field.locked() && facts.before() != null && !facts.decides()) {
            throw refused(CustomerRefusal.DOSSIER_VALUE_IS_LOCKED, field);
        }
        if (wish.saysNothing()) {
            return null;
        }
        return field.read(wish.text(), wish.choices())
                .orElseThrow(() -> refused(CustomerRefusal.DOSSIER_VALUE_DOES_NOT_FIT, field)
                        .with("fieldType", field.type()));
    }

    private static Refused refused(CustomerRefusal refusal, DossierField field) {
        return refuse(refusal).with("field", field.key());
    }
}
