package org.anchang.customer.call;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.call.MissedCall.MissedCallState;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// TEL-1: calls that nobody took.
@Path("/api/v1/missed-calls")
@RunOnVirtualThread
@Tag(name = "Calls")
public class MissedCallResource {
    /// @param missedAt left out: now
    public record RecordMissedCall(
            @NotBlank @Size(max = 50) String project,
            @NotBlank @Size(max = 40) String phone,
            @Nullable @OneLine @Size(max = 100) String callerName,
            @Nullable Instant missedAt,
            @Nullable @Size(max = 500) String note) {}

    /// @param reached whether the caller was spoken to: who was not still waits
    public record CallBack(
            @NotNull Boolean reached,
            @Nullable @Size(max = 500) String note) {}

    /// @param phone    in full for those who may call back: of a customer the owner, of others every consultant;
    ///     and the site manager
    /// @param customer whose phone it was known to be
    public record ShownMissedCall(
            UUID id,
            String project,
            String phone,
            @Nullable String callerName,
            @Nullable String note,
            @Nullable UUID customer,
            Instant missedAt,
            String recordedBy,
            MissedCallState state,
            int attempts,
            @Nullable String lastTriedBy,
            @Nullable Instant lastTriedAt,
            @Nullable String result,
            List<Action> actions) {}

    private static final Offer CALL_BACK = Offer.of(CustomerAction.CALL_BACK, MissedCallResource.class, "callBack");

    @Inject
    MissedCalls missed;

    @Inject
    CallingBack callingBack;

    @Inject
    Sealing sealing;

    @Inject
    Looks looks;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Record a call that nobody took, as the telephone shows it")
    public ShownMissedCall recordMissedCall(@NotNull @Valid RecordMissedCall request) {
        return shown(callingBack.record(request), true);
    }

    @POST
    @Path("/{id}/call-back")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Record that somebody called back; who was not reached still waits")
    public ShownMissedCall callBack(@PathParam("id") UUID id, @NotNull @Valid CallBack request) {
        return shown(callingBack.callBack(id, request), true);
    }

    @GET
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER})
    @Operation(summary = "Calls that nobody took, who has waited longest first")
    public Page<ShownMissedCall> listMissedCalls(
            @QueryParam("project") @Nullable String project,
            @QueryParam("state") @Nullable MissedCallState state,
            @Valid @BeanParam PageRequest page) {
        var found = missed.list(caller.scope(), project, state, page);
        looks.keepAll(
                found.items().stream().filter(this::isYours).map(this::look).toList());
        return found.map(call -> shown(call, isYours(call)));
    }

    /// What a consultant finds here at all is theirs to call back.
    private boolean isYours(MissedCall call) {
        return caller.holds(call.project(), Role.SITE_MANAGER)
                || caller.holds(call.project(), Role.CONSULTANT)
                        && caller.scope().ownOnly(call.project());
    }

    private Looks.At look(MissedCall call) {
        var right = caller.holds(call.project(), Role.SITE_MANAGER) ? Looks.Right.SITE_MANAGER : Looks.Right.OWNER;
        return new Looks.At("missed-call", call.id(), call.project(), right);
    }

    private ShownMissedCall shown(MissedCall call, boolean inFull) {
        var phone = sealing.open(call.phone(), call.place("phone"));
        var name = sealing.openIfAny(call.callerName(), call.place("caller_name"));
        return new ShownMissedCall(
                call.id(),
                call.project(),
                inFull ? phone : Mask.number(phone),
                name == null || inFull ? name : Mask.name(name),
                inFull ? sealing.openIfAny(call.note(), call.place("note")) : null,
                call.customer(),
                call.missedAt(),
                call.recordedBy(),
                call.state(),
                call.attempts(),
                call.lastTriedBy(),
                call.lastTriedAt(),
                inFull ? sealing.openIfAny(call.result(), call.place("result")) : null,
                call.state() == MissedCallState.OPEN
                        ? List.of(CALL_BACK.to(caller, call.project(), call.id()))
                        : List.of());
    }
}
