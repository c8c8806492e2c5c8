package org.anchang.customer.importing.row;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.Gender;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.tracking.ContactWay;
import org.jspecify.annotations.Nullable;

/// What a row says; null where it says nothing.
///
/// @param phone      as it is written
/// @param number     of the older system
/// @param source     of the project's dictionary
/// @param consultant as the file names them
/// @param tags       of the project's dictionary
/// @param introducer a phone, or a number of the older system
/// @param at         when it was recorded, or happened
/// @param author     who recorded it, or received, as the file names them
public record SaidRow(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String number,
        @Nullable Gender gender,
        @Nullable Channel channel,
        @Nullable String source,
        @Nullable IntentGrade grade,
        @Nullable String consultant,
        @Nullable String introducer,
        @Nullable Instant at,
        @Nullable String author,
        @Nullable String note,
        Set<UUID> tags,
        SaidTalk talk) {
    /// Of a follow-up.
    public record SaidTalk(
            @Nullable ContactWay way,
            @Nullable String said,
            @Nullable String response,
            @Nullable String satisfied,
            @Nullable String dissatisfied,
            @Nullable String resistance) {}
}
