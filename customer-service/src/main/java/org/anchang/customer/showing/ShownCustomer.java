package org.anchang.customer.showing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.Gender;
import org.anchang.customer.IntentGrade;
import org.anchang.kit.Action;
import org.jspecify.annotations.Nullable;

/// A customer as answers show them.
///
/// @param name          in full for the owner and the site manager, masked for others (SEC-1)
/// @param phone         the same, and always masked in lists
/// @param otherPhones   CUS-3: of records that were merged into this one, shown as `phone` is; none in lists
/// @param formerNumbers aliases (CUS-2), those of merged records too
/// @param alreadyKnown  CUS-3: whether the registration found the customer instead of making one
public record ShownCustomer(
        UUID id,
        String project,
        String number,
        List<String> formerNumbers,
        String name,
        String phone,
        List<String> otherPhones,
        @Nullable Gender gender,
        Channel channel,
        @Nullable UUID introducedBy,
        String owner,
        String firstConsultant,
        @Nullable IntentGrade intentGrade,
        @Nullable String note,
        Instant registeredAt,
        @Nullable Instant boughtAt,
        boolean alreadyKnown,
        List<Action> actions) {}
