package org.anchang.customer.sending;

import static org.anchang.kit.problem.Refused.refuse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.Texts;
import org.anchang.customer.sending.SentMessages.KeptMessage;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CAR-7, CAR-5: who was told what, and whether it went out.
@Path("/api/v1/sent-messages")
@RunOnVirtualThread
@Tag(name = "Messages")
public class SentMessageResource {
    /// @param customer     absent where it went to somebody of the office
    /// @param person       of the office, by user name
    /// @param customerName in full for the customer's owner and the site manager, masked for others (SEC-1)
    /// @param occasion     the care task, survey, event or news
    /// @param text         to a customer: for the owner and the site manager alone
    /// @param reason       why it did not go out, or may not have
    /// @param dueAt        when it goes out: after the quiet hours
    /// @param carrier      by what it went out
    public record SentMessage(
            UUID id,
            String project,
            @Nullable UUID customer,
            @Nullable String customerName,
            @Nullable String person,
            MessageKind kind,
            UUID occasion,
            @Nullable String text,
            MessageState state,
            @Nullable MessageTrouble reason,
            String askedBy,
            Instant askedAt,
            Instant dueAt,
            @Nullable String carrier,
            @Nullable Instant endedAt,
            List<Action> actions) {}

    private static final Offer SEND_AGAIN = Offer.of(CustomerAction.SEND_AGAIN, SentMessageResource.class, "sendAgain");

    @Inject
    SentMessages messages;

    @Inject
    TellingCustomers telling;

    @Inject
    Customers customers;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
    @Operation(
            summary = "Messages to customers and managers, the latest first; consultants see those to own customers",
            description = "`occasion`: the care task, survey, event or news that they are about")
    public Page<SentMessage> listSentMessages(
            @QueryParam("project") @Nullable String project,
            @QueryParam("customer") @Nullable UUID customer,
            @QueryParam("occasion") @Nullable UUID occasion,
            @QueryParam("kind") @Nullable MessageKind kind,
            @QueryParam("state") @Nullable MessageState state,
            @Valid @BeanParam PageRequest page) {
        var filter = new SentMessages.MessageFilter(project, customers.present(customer), occasion, kind, state);
        var found = messages.list(caller.scope(), filter, page);
        var names = texts.names(customers(found.items()));
        return texts.each(found, KeptMessage::customer, told -> shown(told, names));
    }

    @POST
    @Path("/{id}/again")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(
            summary = "Send a message again that did not go out, or may not have",
            description = "Under the same key: a carrier that has taken it already takes it for done")
    public SentMessage sendAgain(@PathParam("id") UUID id) {
        telling.again(caller.scope(), id);
        var told = messages.get(caller.scope(), id).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        return shown(told, texts.names(customers(List.of(told)))).apply(texts.written());
    }

    private static List<UUID> customers(List<KeptMessage> told) {
        return told.stream().flatMap(one -> Stream.ofNullable(one.customer())).toList();
    }

    private Function<Texts.Reading, SentMessage> shown(KeptMessage told, Map<UUID, String> names) {
        var isOver = told.reason() != null;
        return read -> new SentMessage(
                told.id(),
                told.project(),
                told.customer(),
                told.customer() == null ? null : names.get(told.customer()),
                told.person(),
                told.kind(),
                told.occasion(),
                (told.customer() == null ? texts.written() : read).of(told.body(), TellingCustomers.body(told.id())),
                told.state(),
                told.reason(),
                told.askedBy(),
                told.askedAt(),
                told.dueAt(),
                told.carrier(),
                told.endedAt(),
                isOver ? List.of(SEND_AGAIN.to(caller, told.project(), told.id())) : List.of());
    }
}
