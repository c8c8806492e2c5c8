package org.anchang.customer.showing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.Gender;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.phone.PhoneKind;
import org.anchang.customer.tag.TagsOfCustomers.TagOfCustomer;
import org.anchang.kit.Action;
import org.jspecify.annotations.Nullable;

/// A customer as answers show them.
///
/// @param name          in full for the owner and the site manager, masked for others (SEC-1)
/// @param phone         the same, and always masked in lists; absent while none is known (CUS-10)
/// @param otherPhones   CUS-10: further ones, shown as `phone` is; none in lists
/// @param phones        all of them, for the owner and the site manager; none in lists
/// @param source        by what they heard of the project
/// @param broker        who of a partner brought them; as `registration`, the partner's own of them (报备), absent
///     where another consultant's customer was found
/// @param number        says by its first letter whether the customer has bought; absent where another
///     consultant's customer was found
/// @param formerNumbers aliases (CUS-2), those of merged records too
/// @param alreadyKnown  CUS-3: whether the registration found the customer instead of making one
/// @param lastContactAt CUS-3: when the office last had to do with a customer whom the registration found
/// @param tags          CUS-9: of the project's dictionary
public record ShownCustomer(
        UUID id,
        String project,
        @Nullable String number,
        List<String> formerNumbers,
        String name,
        @Nullable String phone,
        List<String> otherPhones,
        List<ShownPhone> phones,
        @Nullable Gender gender,
        Channel channel,
        @Nullable String source,
        @Nullable String broker,
        @Nullable String registration,
        @Nullable UUID introducedBy,
        String owner,
        String firstConsultant,
        @Nullable IntentGrade intentGrade,
        @Nullable String note,
        Instant registeredAt,
        @Nullable Instant boughtAt,
        boolean alreadyKnown,
        @Nullable Instant lastContactAt,
        List<TagOfCustomer> tags,
        List<Action> actions) {
    /// A number of the customer, in full.
    ///
    /// @param phone behind a landline's stands its extension after a `-`
    public record ShownPhone(UUID id, String phone, PhoneKind kind, List<Action> actions) {}
}
