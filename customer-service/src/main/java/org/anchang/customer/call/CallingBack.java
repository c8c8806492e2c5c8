package org.anchang.customer.call;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuse;
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
                        Names.seen(request.callerName()),
                        Names.seen(request.note()),
                        logging.customerWith(request.project(), phone)
                                .map(Customer::id)
                                .orElse(null),
                        at),
                caller.name(),
                now,
                sealing);
        missed.record(call);
        return call;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CALLED_BACK_ALREADY
    MissedCall callBack(UUID id, CallBack request) {
        var said = sealing.sealIfAny(
                Names.seen(request.note()), missed.get(caller.scope(), id).place("result"));
        var isFirst = missed.calledBack(id, request.reached(), said, caller.name(), clock.instant());
        var call = missed.get(caller.scope(), id);
        if (!isFirst) {
            throw refuse(CustomerRefusal.CALLED_BACK_ALREADY).with("person", requireNonNull(call.lastTriedBy()));
        }
        return call;
    }
}
