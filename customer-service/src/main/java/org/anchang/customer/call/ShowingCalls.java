package org.anchang.customer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.call.CallResource.ShownCall;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.OffersByName;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.page.Page;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.SealedJson;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// SEC-1, CUS-6: opens what the caller may read of calls: of one whose caller is nobody's customer yet who took it, of
/// others the customer's owner; and the site manager. Each such answer is kept as a look.
@ApplicationScoped
class ShowingCalls {
    /// @param isYours      whether the caller may read it in full
    /// @param phoneInFull  in lists it is masked even so
    private record CallManner(boolean isYours, boolean phoneInFull) {}

    private static final Offer MAKE_CUSTOMER =
            Offer.of(CustomerAction.MAKE_CUSTOMER, CallResource.class, "makeCustomer");

    @Inject
    OffersByName offers;

    @Inject
    Customers customers;

    @Inject
    Sealing sealing;

    @Inject
    SealedJson json;

    @Inject
    Looks looks;

    @Inject
    Caller caller;

    /// The answer to who has just written it down, which is no look.
    ShownCall logged(PhoneCall call) {
        return shown(call, new CallManner(true, true));
    }

    ShownCall one(PhoneCall call) {
        var isYours = isYours(call, owners(List.of(call)));
        if (isYours) {
            looks.keep(look(call));
        }
        return shown(call, new CallManner(isYours, isYours));
    }

    Page<ShownCall> list(Page<PhoneCall> page) {
        var owners = owners(page.items());
        looks.keepAll(page.items().stream()
                .filter(call -> isYours(call, owners))
                .map(this::look)
                .toList());
        return page.map(call -> shown(call, new CallManner(isYours(call, owners), false)));
    }

    private Map<UUID, String> owners(List<PhoneCall> calls) {
        var ids =
                calls.stream().map(PhoneCall::customer).filter(Objects::nonNull).collect(Collectors.toSet());
        return customers.each(ids, Customer::owner);
    }

    private boolean isYours(PhoneCall call, Map<UUID, String> owners) {
        var reader = call.customer() == null ? call.takenBy() : owners.get(call.customer());
        return caller.name().equals(reader) || caller.holds(call.project(), Role.SITE_MANAGER);
    }

    private Looks.At look(PhoneCall call) {
        var right = caller.holds(call.project(), Role.SITE_MANAGER) ? Looks.Right.SITE_MANAGER : Looks.Right.OWNER;
        return new Looks.At("call", call.id(), call.project(), right);
    }

    private ShownCall shown(PhoneCall call, CallManner manner) {
        return new ShownCall(
                call.id(),
                call.project(),
                call.takenBy(),
                opened(call, "caller_name", call.callerName(), manner.isYours() ? name -> name : Mask::name),
                opened(call, "phone", call.phone(), manner.phoneInFull() ? phone -> phone : Mask::number),
                text(call, "address", call.address(), manner),
                text(call, "intent", call.intent(), manner),
                call.source(),
                manner.isYours() ? call.questions(json) : List.of(),
                call.questionsAsked(),
                call.questionsAnswered(),
                text(call, "note", call.note(), manner),
                call.startedAt(),
                call.endedAt(),
                Duration.between(call.startedAt(), call.endedAt()).toSeconds(),
                call.minutesLimit(),
                call.questionsLimit(),
                call.advertisingDay(),
                call.tooLong(),
                call.tooManyQuestions(),
                call.customer(),
                actions(call));
    }

    private @Nullable String text(PhoneCall call, String column, @Nullable String sealed, CallManner manner) {
        return manner.isYours() ? opened(call, column, sealed, text -> text) : null;
    }

    private @Nullable String opened(
            PhoneCall call, String column, @Nullable String sealed, UnaryOperator<String> shown) {
        return sealed == null ? null : shown.apply(sealing.open(sealed, call.place(column)));
    }

    private List<Action> actions(PhoneCall call) {
        var receives = offers.of(CustomerAction.RECEIVE_CALLER).to(caller, call.project(), call.id());
        if (call.customer() != null) {
            return List.of(receives);
        }
        return List.of(MAKE_CUSTOMER.to(caller, call.project(), call.id()), receives);
    }
}
