package org.anchang.customer.care.gathering;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Texts;
import org.anchang.customer.care.gathering.Gatherings.Gathering;
import org.anchang.customer.care.gathering.Gatherings.GatheringKind;
import org.anchang.customer.care.gathering.Gatherings.Guest;
import org.anchang.customer.care.gathering.Gatherings.GuestAnswer;
import org.anchang.customer.care.link.SignedLinks;
import org.anchang.customer.care.segment.ChoosingCustomers;
import org.anchang.customer.care.segment.ChosenSegment;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// CAR-4: tours and events for customers and owners.
@Path("/api/v1/gatherings")
@RunOnVirtualThread
@Tag(name = "Events for customers")
@RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER, Role.GENERAL_MANAGER})
public class GatheringResource {
    /// @param most persons for whom there is room
    public record PlanGathering(
            @NotBlank @Size(max = 50) String project,
            @NotNull GatheringKind kind,
            @NotBlank @OneLine @Size(max = 100) String title,
            @NotBlank @OneLine @Size(max = 100) String place,
            @NotNull Instant beginsAt,
            @NotNull Instant endsAt,
            @NotNull @Min(1) @Max(10_000) Integer most) {}

    /// Customers one by one, or else by what they have in common.
    public record InviteToGathering(
            @Nullable @Size(max = ChoosingCustomers.MOST) List<@NotNull UUID> customers,
            @Nullable @Valid ChosenSegment segment) {}

    /// As of surveys.
    public record GatheringInvited(
            long invited, long invitedBefore, long told, long withoutConsent, long withoutPhone) {}

    /// @param persons how many come, the guest among them; left out: one
    public record AnswerInvitation(
            @NotNull GuestAnswer answer,
            @Nullable @Min(1) @Max(20) Integer persons) {}

    public record CheckIn(@NotBlank @OneLine @Size(max = 20) String code) {}

    /// @param persons      how many are coming, with those whom guests bring along
    /// @param referralsWon customers who came through guests that attended, within the project's days
    /// @param doorLink     what a code at the door says: by it guests check themselves in; for those who check in
    public record ShownGathering(
            UUID id,
            String project,
            GatheringKind kind,
            String title,
            String place,
            Instant beginsAt,
            Instant endsAt,
            int most,
            String madeBy,
            boolean calledOff,
            long invited,
            long coming,
            long persons,
            long declined,
            long attended,
            long referralsWon,
            @Nullable String doorLink,
            List<Action> actions) {}

    /// @param customerName in full for the customer's owner and the site manager, masked for others (SEC-1)
    /// @param code         for the owner and the site manager, to be told the guest
    /// @param byThemselves whether the guest answered by the link
    /// @param link         by which the guest answers; for the owner and the site manager, to be handed over
    public record ShownGuest(
            UUID id,
            UUID customer,
            String customerName,
            String owner,
            @Nullable String code,
            GuestAnswer answer,
            int persons,
            @Nullable Instant attendedAt,
            @Nullable String checkedInBy,
            boolean byThemselves,
            @Nullable String link,
            List<Action> actions) {}

    private static final Offer ANSWER = Offer.of(CustomerAction.ANSWER, GatheringResource.class, "answerInvitation");
    private static final Offer INVITE = Offer.of(CustomerAction.INVITE, GatheringResource.class, "inviteToGathering");
    private static final Offer CHECK_IN = Offer.of(CustomerAction.CHECK_IN, GatheringResource.class, "checkInGuest");
    private static final Offer CALL_OFF =
            Offer.of(CustomerAction.CALL_OFF, GatheringResource.class, "callOffGathering");

    @Inject
    Gatherings gatherings;

    @Inject
    HoldingGatherings holding;

    @Inject
    SignedLinks links;

    @Inject
    Texts texts;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Plan an event")
    public ShownGathering planGathering(@NotNull @Valid PlanGathering request) {
        return shown(gatherings.get(caller.scope(), holding.plan(request)));
    }

    @POST
    @Path("/{id}/calling-off")
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(summary = "Call an event off")
    public ShownGathering callOffGathering(@PathParam("id") UUID id) {
        holding.callOff(id);
        return shown(gatherings.get(caller.scope(), id));
    }

    @POST
    @Path("/{id}/invitations")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Invite customers, each once, with a code of their own; by kind the site manager alone")
    public GatheringInvited inviteToGathering(@PathParam("id") UUID id, @NotNull @Valid InviteToGathering request) {
        return holding.invite(id, request);
    }

    @POST
    @Path("/{id}/guests/{guest}/answer")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Write down what a guest says, as long as there is room")
    public ShownGuest answerInvitation(
            @PathParam("id") UUID id, @PathParam("guest") UUID guest, @NotNull @Valid AnswerInvitation request) {
        return shown(holding.answer(id, guest, request.answer(), request.persons() == null ? 1 : request.persons()));
    }

    @POST
    @Path("/{id}/attendances")
    @Idempotent
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(summary = "Check a guest in at the door, by the code that they show")
    public ShownGuest checkInGuest(@PathParam("id") UUID id, @NotNull @Valid CheckIn request) {
        return shown(holding.checkIn(id, request.code()));
    }

    @GET
    @Snapshot
    @Operation(summary = "Events, the latest first")
    public Page<ShownGathering> listGatherings(
            @QueryParam("project") @Nullable String project, @Valid @BeanParam PageRequest page) {
        return gatherings.list(caller.scope(), project, page).map(this::shown);
    }

    @GET
    @Path("/{id}")
    @Snapshot
    @Operation(summary = "An event with its counts")
    public ShownGathering getGathering(@PathParam("id") UUID id) {
        return shown(gatherings.get(caller.scope(), id));
    }

    @GET
    @Path("/{id}/guests")
    @Snapshot
    @Operation(summary = "Who is invited to an event; consultants see own customers")
    public Page<ShownGuest> listGuests(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        var gathering = gatherings.get(caller.scope(), id);
        var found = gatherings.guests(caller.scope(), gathering, page);
        var names = texts.names(found.items().stream().map(Guest::customer).toList());
        return found.map(guest -> shown(guest, names));
    }

    private ShownGuest shown(Guest guest) {
        return shown(guest, texts.names(List.of(guest.customer())));
    }

    private ShownGuest shown(Guest guest, Map<UUID, String> names) {
        var isYours = guest.owner().equals(caller.name()) || caller.holds(guest.project(), Role.SITE_MANAGER);
        return new ShownGuest(
                guest.id(),
                guest.customer(),
                requireNonNull(names.get(guest.customer())),
                guest.owner(),
                isYours ? guest.code() : null,
                guest.answer(),
                guest.persons(),
                guest.attendedAt(),
                guest.checkedInBy(),
                Gatherings.GUEST_THEMSELVES.equals(guest.answeredBy()),
                isYours && guest.attendedAt() == null ? links.link(Gatherings.GUEST_LINK, guest.id()) : null,
                guest.attendedAt() == null ? List.of(ANSWER.on(isYours, guest.gathering(), guest.id())) : List.of());
    }

    private ShownGathering shown(Gathering gathering) {
        var isManager = caller.holds(gathering.project(), Role.SITE_MANAGER);
        var isStaff = caller.holds(gathering.project(), Role.CONSULTANT, Role.SITE_MANAGER);
        return new ShownGathering(
                gathering.id(),
                gathering.project(),
                gathering.kind(),
                gathering.title(),
                gathering.place(),
                gathering.beginsAt(),
                gathering.endsAt(),
                gathering.most(),
                gathering.madeBy(),
                gathering.calledOffAt() != null,
                gathering.invited(),
                gathering.coming(),
                gathering.persons(),
                gathering.declined(),
                gathering.attended(),
                gatherings.referralsWon(gathering),
                isStaff && gathering.calledOffAt() == null ? links.link(Gatherings.DOOR_LINK, gathering.id()) : null,
                gathering.calledOffAt() == null
                        ? List.of(
                                INVITE.on(isStaff, gathering.id()),
                                CHECK_IN.on(isStaff, gathering.id()),
                                CALL_OFF.on(isManager, gathering.id()))
                        : List.of());
    }
}
