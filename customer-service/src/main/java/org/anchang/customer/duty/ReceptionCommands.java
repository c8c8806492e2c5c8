package org.anchang.customer.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.customer.duty.ReceptionResource.ReceiveInTurn;
import org.anchang.kit.idempotency.Idempotent;

/// Receiving as one command, behind what has to be waited for outside of its transaction (CUS-2).
@ApplicationScoped
class ReceptionCommands {
    @Inject
    ReceivingInTurn receiving;

    @Inject
    ShowingDuty showing;

    @Idempotent
    ShownReception receive(ReceiveInTurn visitor) {
        return showing.one(receiving.receive(visitor));
    }
}
