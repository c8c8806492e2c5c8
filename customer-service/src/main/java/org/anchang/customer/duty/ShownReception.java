package org.anchang.customer.duty;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.duty.turn.ArrivalKind;
import org.anchang.customer.reception.ReceptionRule;
import org.anchang.kit.Action;
import org.jspecify.annotations.Nullable;

/// Somebody at the desk, as the board shows them.
///
/// @param customerName masked for everybody: the board hangs where visitors stand
/// @param owner        whose customer they are; nobody's yet while a new visitor waits
/// @param receiver     nobody yet while they wait
/// @param rule         REC-10: by which rule that one receives
/// @param absence      what keeps the owner away
/// @param call         TEL-1: the call before
/// @param inTouchAt    REC-3: when the owner was asked
public record ShownReception(
        UUID id,
        String project,
        ArrivalKind kind,
        int persons,
        @Nullable UUID customer,
        @Nullable String customerName,
        @Nullable String owner,
        @Nullable String receiver,
        @Nullable ReceptionRule rule,
        @Nullable UUID absence,
        @Nullable UUID visit,
        @Nullable UUID call,
        Instant cameAt,
        @Nullable Instant receivedAt,
        @Nullable Instant inTouchAt,
        @Nullable Instant endedAt,
        List<Action> actions) {}
