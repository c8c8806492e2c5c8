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
record Known(TreeMap<Field, @Nullable String> values) {
    enum Field {
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

    record Change(
            Field field, @Nullable String before, @Nullable String after) {}

    List<Change> changesTo(Known after) {
        return values.entrySet().stream()
                .map(value -> new Change(value.getKey(), value.getValue(), after.values.get(value.getKey())))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    /// Whether it is still as the merge made it. What a later talk says of the grade (TRK-1) counts, and is left.
    boolean isStill(Change change) {
        return change.field() == Field.INTENT_GRADE || Objects.equals(values.get(change.field()), change.after());
    }

    /// As it was before, but for what was said since.
    Known without(List<Change> changes) {
        var before = new TreeMap<>(values);
        changes.stream()
                .filter(change -> Objects.equals(values.get(change.field()), change.after()))
                .forEach(change -> before.put(change.field(), change.before()));
        return new Known(before);
    }

    String name() {
        return Objects.requireNonNull(values.get(Field.NAME));
    }

    String firstConsultant() {
        return Objects.requireNonNull(values.get(Field.FIRST_CONSULTANT));
    }

    Channel channel() {
        return Channel.valueOf(Objects.requireNonNull(values.get(Field.CHANNEL)));
    }

    @Nullable
    Gender gender() {
        var gender = values.get(Field.GENDER);
        return gender == null ? null : Gender.valueOf(gender);
    }

    @Nullable
    IntentGrade grade() {
        var grade = values.get(Field.INTENT_GRADE);
        return grade == null ? null : IntentGrade.valueOf(grade);
    }

    @Nullable
    UUID introducer() {
        var introducer = values.get(Field.INTRODUCER);
        return introducer == null ? null : UUID.fromString(introducer);
    }

    @Nullable
    Partner partner() {
        return Partner.of(values.get(Field.BROKER), values.get(Field.REGISTRATION));
    }

    @Nullable
    String source() {
        return values.get(Field.SOURCE);
    }

    @Nullable
    String note() {
        return values.get(Field.NOTE);
    }
}
