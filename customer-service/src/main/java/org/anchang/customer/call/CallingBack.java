package org.anchang.customer.call;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.call.MissedCallResource.CallBack;
import org.anchang.customer.call.MissedCallResource.RecordMissedCall;
import org.anchang.customer.roster.Roster;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// TEL-1: whoever called and was not heard is called back.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CallingBack {
    @Inject
    MissedCalls missed;

    @Inject
    LoggingCalls logging;

    @Inject
    Roster roster;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    MissedCall record(RecordMissedCall request) {
        caller.mustBeBoundTo(request.project());
        roster.meetCaller(request.project());
        var now = clock.instant();
        var at = request.missedAt() == null ? now : request.missedAt();
        refuseIf(at.isAfter(now), CustomerRefusal.CALL_HAS_NOT_ENDED);
        var phone = Phone.of(request.phone());
        var call = MissedCall.recorded(
                new MissedCall.Missed(
                        request.project(),
                        phone.digits(),
                        seen(request.callerName()),
                        seen(request.note()),
                        logging.customerWith(request.project(), phone)
                                .map(Customer::id)
                                .orElse(null),
                        at),
                caller.name(),
                now,
                sealing);
        missed.persist(call);
        return call;
    }

    MissedCall callBack(UUID id, CallBack request) {
        var call = missed.get(caller.scope(), id);
        call.calledBack(
                request.reached(),
                sealing.sealIfAny(seen(request.note()), call.place("result")),
                caller.name(),
                clock.instant());
        return call;
    }

    private static @Nullable String seen(@Nullable String text) {
        return text == null || Names.isUnseen(text) ? null : Names.trimmed(text);
    }
}
