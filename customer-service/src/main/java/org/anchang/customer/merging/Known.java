package org.anchang.customer.merging;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.Gender;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.Partner;
import org.jspecify.annotations.Nullable;

/// CUS-3: what a merge can change of the record that stays, opened, by field.
record Known(TreeMap<KnownField, @Nullable String> values) {
    enum KnownField {
        NAME,
        GENDER,
        CHANNEL,
        SOURCE,
        INTRODUCER,
        INTENT_GRADE,
        NOTE,
        FIRST_CONSULTANT,
        BROKER,
        REGISTRATION
    }

    record MergedChange(
            KnownField field,
            @Nullable String before,
            @Nullable String after) {}

    List<MergedChange> changesTo(Known after) {
        return values.entrySet().stream()
                .map(value -> new MergedChange(value.getKey(), value.getValue(), after.values.get(value.getKey())))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    /// Whether it is still as the merge made it. What a later talk says of the grade (TRK-1) counts, and is left.
    boolean isStill(MergedChange change) {
        return change.field() == KnownField.INTENT_GRADE || Objects.equals(values.get(change.field()), change.after());
    }

    /// As it was before, but for what was said since.
    Known without(List<MergedChange> changes) {
        var before = new TreeMap<>(values);
        changes.stream()
                .filter(change -> Objects.equals(values.get(change.field()), change.after()))
                .forEach(change -> before.put(change.field(), change.before()));
        return new Known(before);
    }

    String name() {
        return Objects.requireNonNull(values.get(KnownField.NAME));
    }

    String firstConsultant() {
        return Objects.requireNonNull(values.get(KnownField.FIRST_CONSULTANT));
    }

    Channel channel() {
        return Channel.valueOf(Objects.requireNonNull(values.get(KnownField.CHANNEL)));
    }

    @Nullable
    Gender gender() {
        var gender = values.get(KnownField.GENDER);
        return gender == null ? null : Gender.valueOf(gender);
    }

    @Nullable
    IntentGrade grade() {
        var grade = values.get(KnownField.INTENT_GRADE);
        return grade == null ? null : IntentGrade.valueOf(grade);
    }

    @Nullable
    UUID introducer() {
        var introducer = values.get(KnownField.INTRODUCER);
        return introducer == null ? null : UUID.fromString(introducer);
    }

    @Nullable
    Partner partner() {
        return Partner.of(values.get(KnownField.BROKER), values.get(KnownField.REGISTRATION));
    }

    @Nullable
    String source() {
        return values.get(KnownField.SOURCE);
    }

    @Nullable
    String note() {
        return values.get(KnownField.NOTE);
    }
}
