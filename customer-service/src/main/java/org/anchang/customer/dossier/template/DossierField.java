package org.anchang.customer.dossier.template;

import java.util.List;
import java.util.Optional;
import org.anchang.customer.dossier.consent.Purpose;
import org.jspecify.annotations.Nullable;

/// CUS-4: one thing that is asked.
///
/// @param number   on the printed form; absent for those of the reports and the project's own
/// @param purpose  for what it is kept: all but the ordinary needs the customer's consent (CUS-7)
/// @param locked   once entered, only the site manager changes it
/// @param kept     where it is kept already, if it is part of what is known of every customer
/// @param own      whether the project has added it
public record DossierField(
        String key,
        @Nullable String number,
        DossierSection section,
        String label,
        @Nullable String english,
        @Nullable String help,
        @Nullable String helpEnglish,
        FieldType type,
        List<DossierOption> options,
        Purpose purpose,
        boolean hidden,
        boolean required,
        boolean locked,
        @Nullable KeptWithCustomer kept,
        boolean own) {
    /// The six sections of the form (客户信息档案).
    public enum DossierSection {
        BASICS,
        FAMILY,
        PERSONAL_LIFE,
        PROPERTY,
        SOCIAL_STANDING,
        SELF_IMAGE
    }

    /// What every customer's record says anyway.
    public enum KeptWithCustomer {
        GENDER,
        PHONE
    }

    /// One answer among several.
    ///
    /// @param key as it is kept
    public record DossierOption(
            String key, String label, @Nullable String english) {}

    /// The value as it is kept; nothing where it is none of this field.
    public Optional<String> read(String value, List<String> chosen) {
        return type.read(value, chosen, options.stream().map(DossierOption::key).toList());
    }

    /// CUS-5: whether the dossiers are counted by it.
    public boolean makesGroups() {
        return type.makesGroups() && kept == null;
    }

    /// The same field as a project wants it.
    DossierField as(boolean hidden, boolean required, boolean locked, List<DossierOption> options) {
        return new DossierField(
                key,
                number,
                section,
                label,
                english,
                help,
                helpEnglish,
                type,
                options,
                purpose,
                hidden,
                required,
                locked,
                kept,
                own);
    }
}
