package org.anchang.customer.correction;

import static org.anchang.kit.problem.Refused.refuseIf;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchang.customer.Channel;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Gender;
import org.anchang.customer.Partner;
import org.anchang.customer.correction.Correction.Change;
import org.anchang.customer.correction.Correction.CorrectedField;
import org.jspecify.annotations.Nullable;

/// CUS-10: what is known of a person, opened, as it can be put right.
///
/// @param introducer the number of the customer who brought this one
record Particulars(
        String name,
        @Nullable Gender gender,
        Channel channel,
        @Nullable String source,
        @Nullable String introducer,
        @Nullable String note,
        @Nullable Partner partner) {
    /// @throws org.anchang.kit.problem.Refused NOTHING_CORRECTED
    List<Change> changesTo(Particulars right) {
        var changes = differences(right);
        refuseIf(changes.isEmpty(), CustomerRefusal.NOTHING_CORRECTED);
        return changes;
    }

    List<Change> differences(Particulars right) {
        return Stream.of(
                        new Change(CorrectedField.NAME, name, right.name),
                        new Change(CorrectedField.GENDER, text(gender), text(right.gender)),
                        new Change(CorrectedField.CHANNEL, channel.name(), right.channel.name()),
                        new Change(CorrectedField.SOURCE, source, right.source),
                        new Change(CorrectedField.INTRODUCER, introducer, right.introducer),
                        new Change(CorrectedField.NOTE, note, right.note),
                        new Change(CorrectedField.BROKER, Partner.broker(partner), Partner.broker(right.partner)),
                        new Change(
                                CorrectedField.REGISTRATION,
                                Partner.registration(partner),
                                Partner.registration(right.partner)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private static @Nullable String text(@Nullable Gender gender) {
        return gender == null ? null : gender.name();
    }
}
