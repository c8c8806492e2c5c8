package org.anchang.customer.care.segment;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.IntentGrade;
import org.jspecify.annotations.Nullable;

/// Customers by what they have in common; whatever is left out does not count.
///
/// @param bought   buyers, or those who are none
/// @param source   by what they heard of the project
/// @param attended an event to which they came
/// @param tag      CUS-9: that they have
public record ChosenSegment(
        @Nullable @Size(max = 100) String owner,
        @Nullable Channel channel,
        @Nullable IntentGrade grade,
        @Nullable Boolean bought,
        @Nullable @Size(max = 100) String source,
        @Nullable UUID attended,
        @Nullable UUID tag) {}
