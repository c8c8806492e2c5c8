package org.anchang.customer.call.message;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.call.message.MessageResource.LeaveMessage;
import org.anchang.customer.colleague.Colleagues;
import org.anchang.customer.roster.Roster;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.seal.Sealing;

/// TEL-2: writes down what somebody is to know, and that they do.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class LeavingMessages {
    @Inject
    Messages messages;

    @Inject
    Roster roster;

    @Inject
    Colleagues colleagues;

    @Inject
    Sealing sealing;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    Message leave(LeaveMessage request) {
        caller.mustBeBoundTo(request.project());
        roster.meetCaller(request.project());
        var recipient = Names.plain(request.recipient());
        if (!roster.isConsultant(new Roster.Worker(request.project(), recipient))
                && !colleagues.worksIn(request.project(), recipient)) {
            throw refuse(CustomerRefusal.RECIPIENT_UNKNOWN).with("person", recipient);
        }
        var phone = Names.seen(request.phone());
        var message = Message.left(
                new Message.Left(
                        request.project(),
                        recipient,
                        Names.seen(request.callerName()),
                        phone == null ? null : Phone.of(phone).digits(),
                        Names.trimmed(request.text())),
                caller.name(),
                clock.instant(),
                sealing);
        messages.leave(message);
        return message;
    }

    Message read(UUID id) {
        return messages.read(caller.scope(), id, clock.instant());
    }
}
