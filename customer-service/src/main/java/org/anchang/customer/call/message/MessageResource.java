package org.anchang.customer.call.message;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// TEL-2: messages for people who were not there.
@Path("/api/v1/messages")
@RunOnVirtualThread
@Tag(name = "Calls")
@RolesAllowed({Role.SALES, Role.FINANCE})
public class MessageResource {
    public record LeaveMessage(
            @NotBlank @Size(max = 50) String project,
            @NotBlank @Size(max = 100) String recipient,
            @Nullable @OneLine @Size(max = 100) String callerName,
            @Nullable @Size(max = 40) String phone,
            @NotBlank @Size(max = 1000) String text) {}

    public record ShownMessage(
            UUID id,
            String project,
            String recipient,
            @Nullable String callerName,
            @Nullable String phone,
            String text,
            String leftBy,
            Instant leftAt,
            @Nullable Instant readAt,
            List<Action> actions) {}

    private static final Offer READ = Offer.of(CustomerAction.READ, MessageResource.class, "readMessage");

    @Inject
    Messages messages;

    @Inject
    LeavingMessages leaving;

    @Inject
    Sealing sealing;

    @Inject
    Looks looks;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(summary = "Leave a message for somebody of the project who is not there")
    public ShownMessage leaveMessage(@NotNull @Valid LeaveMessage request) {
        return shown(leaving.leave(request));
    }

    @POST
    @Path("/{id}/read")
    @Idempotent
    @Operation(summary = "Mark a message that was left for the caller as read")
    public ShownMessage readMessage(@PathParam("id") UUID id) {
        return shown(leaving.read(id));
    }

    @GET
    @Snapshot
    @Operation(
            summary = "The messages that were left for the caller, the latest first",
            description =
                    "`sent`: instead those that the caller has written down; `unread`: only what was not read yet")
    public Page<ShownMessage> listMessages(
            @QueryParam("project") @Nullable String project,
            @QueryParam("unread") @DefaultValue("false") boolean unread,
            @QueryParam("sent") @DefaultValue("false") boolean sent,
            @Valid @BeanParam PageRequest page) {
        var found = messages.list(caller.scope(), new Messages.InboxFilter(project, unread, sent), page);
        looks.keepAll(found.items().stream()
                .filter(message -> !message.leftBy().equals(caller.name()))
                .map(message -> new Looks.At("message", message.id(), message.project(), Looks.Right.OWNER))
                .toList());
        return found.map(this::shown);
    }

    private ShownMessage shown(Message message) {
        var isYours = message.recipient().equals(caller.name());
        return new ShownMessage(
                message.id(),
                message.project(),
                message.recipient(),
                sealing.openIfAny(message.callerName(), Message.place(message.id(), "caller_name")),
                sealing.openIfAny(message.phone(), Message.place(message.id(), "phone")),
                sealing.open(message.body(), Message.place(message.id(), "body")),
                message.leftBy(),
                message.leftAt(),
                message.readAt(),
                message.readAt() == null ? List.of(READ.on(isYours, message.id())) : List.of());
    }
}
