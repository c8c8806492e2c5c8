package org.anchang.customer.care.gathering;

import static org.anchang.kit.problem.Refused.refuse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import org.anchang.customer.care.gathering.Gatherings.Gathering;
import org.anchang.customer.care.gathering.Gatherings.GuestAnswer;
import org.anchang.customer.care.link.Pace;
import org.anchang.customer.care.link.SignedLinks;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.ForAnybody;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CAR-4: an event as a guest sees it, by the link of the invitation or the one at the door, without an account.
/// Nothing of any person is in it.
@Path("/api/v1/guest-links")
@RunOnVirtualThread
@Tag(name = "Events for customers")
@PermitAll
@ForAnybody
public class GuestLinkResource {
    /// What can be done by a link now.
    public enum GuestLinkState {
        OPEN,
        /// The guest has been checked in
        ATTENDED,
        CALLED_OFF,
        /// The event is over; at the door also: has not come yet
        CLOSED
    }

    /// @param code what the guest shows at the door
    public record AskedGuest(
            String title,
            String place,
            Instant beginsAt,
            Instant endsAt,
            GuestLinkState state,
            GuestAnswer answer,
            int persons,
            String code) {}

    /// @param coming  whether the guest comes
    /// @param persons how many come, the guest among them; left out: one
    public record AnswerAsGuest(
            @NotNull Boolean coming,
            @Nullable @Min(1) @Max(20) Integer persons) {}

    public record AskedDoor(String title, String place, Instant beginsAt, Instant endsAt, GuestLinkState state) {}

    public record CheckMyselfIn(
            @NotBlank @OneLine @Size(max = 20) String code) {}

    @Inject
    Gatherings gatherings;

    @Inject
    HoldingGatherings holding;

    @Inject
    SignedLinks links;

    @Inject
    Pace pace;

    @Inject
    OfficeClock clock;

    @GET
    @Path("/answers/{token}")
    @Snapshot
    @Operation(summary = "The event to which somebody is invited, and what they have answered")
    public AskedGuest getAskedGuest(@PathParam("token") String token) {
        return asked(guest(token));
    }

    @POST
    @Path("/answers/{token}")
    @Idempotent
    @Operation(summary = "Say whether one comes, with how many; may be said again until one is there")
    public AskedGuest answerAsGuest(@PathParam("token") String token, @NotNull @Valid AnswerAsGuest request) {
        var guest = guest(token);
        holding.answerByLink(
                guest,
                request.coming() ? GuestAnswer.COMING : GuestAnswer.DECLINED,
                request.persons() == null ? 1 : request.persons());
        return asked(guest);
    }

    @GET
    @Path("/doors/{token}")
    @Snapshot
    @Operation(summary = "The event at whose door a code was read")
    public AskedDoor getAskedDoor(@PathParam("token") String token) {
        return door(gatherings.known(gathering(token)));
    }

    @POST
    @Path("/doors/{token}")
    @Idempotent
    @Operation(summary = "Check oneself in at the door, by the code of one's invitation")
    public AskedDoor checkMyselfIn(@PathParam("token") String token, @NotNull @Valid CheckMyselfIn request) {
        var gathering = gathering(token);
        holding.checkInByLink(gathering, request.code());
        return door(gatherings.known(gathering));
    }

    private UUID guest(String token) {
        var id = links.read(Gatherings.GUEST_LINK, token).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        pace.mayAskBy(token);
        return id;
    }

    private UUID gathering(String token) {
        var id = links.read(Gatherings.DOOR_LINK, token).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        pace.manyMayAskBy(token);
        return id;
    }

    private AskedGuest asked(UUID id) {
        var guest = gatherings.atTheDoor(id);
        var gathering = gatherings.known(guest.gathering());
        var state = guest.attendedAt() != null
                ? GuestLinkState.ATTENDED
                : state(gathering, gathering.endsAt().isAfter(clock.instant()));
        return new AskedGuest(
                gathering.title(),
                gathering.place(),
                gathering.beginsAt(),
                gathering.endsAt(),
                state,
                guest.answer(),
                guest.persons(),
                guest.code());
    }

    private AskedDoor door(Gathering gathering) {
        return new AskedDoor(
                gathering.title(),
                gathering.place(),
                gathering.beginsAt(),
                gathering.endsAt(),
                state(gathering, gathering.isDoorOpen(clock.instant())));
    }

    private static GuestLinkState state(Gathering gathering, boolean isOpen) {
        return gathering.calledOffAt() != null
                ? GuestLinkState.CALLED_OFF
                : isOpen ? GuestLinkState.OPEN : GuestLinkState.CLOSED;
    }
}
