package org.anchang.inventory.hold;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.events.InventoryEvent.HoldExtended;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-5: the clock of a hold: it gets more time, stands still, and goes on. Each locks the hold's row first, as
/// its end and its claim do, so that of two at once one wins and the other is told what it finds then.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TimingHolds {
    private record Clock(UUID hold, UUID unit, String project) {}

    private record Timed(Instant expiresAt, @Nullable Instant pausedUntil) {}

    private record Paused(UUID hold, Timed timed) {}

    /// Pauses do not count as extensions.
    private static final String EXTEND = """
            UPDATE hold SET expires_at = expires_at + make_interval(mins => :minutes)
            WHERE id = :hold
              AND expires_at - pause_granted + make_interval(mins => :minutes) <= started_at + make_interval(mins => :longest)
            RETURNING expires_at, NULL::timestamptz AS paused_until""";
    /// All that is left of the pauses is granted at once, so that a pause that nobody ends is over by itself.
    private static final String PAUSE = """
            UPDATE hold SET expires_at = expires_at + make_interval(mins => :longest) - pause_granted,
                paused_until = clock_timestamp() + make_interval(mins => :longest) - pause_granted,
                pause_granted = make_interval(mins => :longest)
            WHERE id = :hold AND pause_granted < make_interval(mins => :longest)
            RETURNING expires_at, paused_until""";
    private static final String GO_ON = """
            UPDATE hold SET expires_at = expires_at - (paused_until - clock_timestamp()),
                pause_granted = pause_granted - (paused_until - clock_timestamp()), paused_until = NULL
            WHERE id = :hold AND paused_until > clock_timestamp()
            RETURNING expires_at, paused_until""";
    /// By the clock of the office it is the hold that the unit had when the deal was opened: none made since counts.
    private static final String PAUSE_FIRST = """
            UPDATE hold SET expires_at = expires_at + make_interval(mins => :longest), pause_granted = make_interval(mins => :longest),
                paused_until = clock_timestamp() + make_interval(mins => :longest)
            WHERE unit = :unit AND consultant = :consultant AND held_at <= :openedAt AND ended_at IS NULL AND deal IS NULL
              AND expires_at > clock_timestamp() AND paused_until IS NULL AND pause_granted = interval '0'
              AND make_interval(mins => :longest) > interval '0'
            RETURNING id AS hold, expires_at, paused_until""";

    @Inject
    Holds holds;

    @Inject
    Units units;

    @Inject
    Database database;

    @Inject
    Settings settings;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// Lets a hold last longer, within the project's limit.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, HOLD_HAS_ENDED, HOLD_IS_CLAIMED, HOLD_WOULD_BE_TOO_LONG
    void extend(UUID id, HoldResource.Extend request) {
        var hold = holds.get(caller.scope(), id);
        var longest = settings.integer(hold.project(), InventorySetting.HOLD_MINUTES_LONGEST);
        var minutes = request.minutes() == null
                ? settings.integer(hold.project(), InventorySetting.HOLD_MINUTES)
                : request.minutes();
        holds.lock(id).refuseUnusable();
        var timed = database.sql(EXTEND)
                .with("hold", id)
                .with("minutes", minutes)
                .with("longest", longest)
                .row(Timed.class)
                .orElseThrow(
                        () -> refuse(InventoryRefusal.HOLD_WOULD_BE_TOO_LONG).with("longest", longest));
        tell(hold, timed, "EXTENSION");
        var words = sealing.sealIfAny(request.reason(), Cause.wordsOf(id));
        units.remember(hold.unit(), "HOLD_EXTENDED", Cause.ofHold(id, null, words));
    }

    /// Lets the clock stand still while the order form is being written, as long as all pauses of the hold together may
    /// be; nothing else about the hold changes.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, HOLD_HAS_ENDED, HOLD_IS_CLAIMED, HOLD_IS_PAUSED,
    ///     PAUSE_IS_USED_UP
    void pause(UUID id) {
        var hold = holds.get(caller.scope(), id);
        var longest = settings.integer(hold.project(), InventorySetting.HOLD_PAUSE_MINUTES_LONGEST);
        var locked = holds.lock(id);
        locked.refuseUnusable();
        refuseIf(locked.isPaused(), InventoryRefusal.HOLD_IS_PAUSED);
        var timed = database.sql(PAUSE)
                .with("hold", id)
                .with("longest", longest)
                .row(Timed.class)
                .orElseThrow(() -> refuse(InventoryRefusal.PAUSE_IS_USED_UP).with("longest", longest));
        tell(hold, timed, "PAUSE");
        units.remember(hold.unit(), "HOLD_PAUSED", Cause.ofHold(id));
    }

    /// A deal was opened on the hold, and its order form is being written: the clock stands still by itself,
    /// once. A hold that was paused before, that has ended, or that a deal has claimed stays as it is.
    public void pauseForTheForm(TicketIssued issued) {
        var longest = settings.integer(issued.project(), InventorySetting.HOLD_PAUSE_MINUTES_LONGEST);
        database.sql(PAUSE_FIRST)
                .with("unit", issued.unit())
                .with("consultant", issued.consultant())
                .with("openedAt", issued.at())
                .with("longest", longest)
                .row(Paused.class)
                .ifPresent(paused -> {
                    tell(new Clock(paused.hold(), issued.unit(), issued.project()), paused.timed(), "PAUSE");
                    units.remember(issued.unit(), "HOLD_PAUSED", new Cause(paused.hold(), issued.deal(), null));
                });
    }

    /// Lets the clock go on; the hold has as much time as it had when it was paused, and its extensions since.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, HOLD_HAS_ENDED, HOLD_IS_CLAIMED, HOLD_IS_NOT_PAUSED
    void goOn(UUID id) {
        var hold = holds.get(caller.scope(), id);
        holds.lock(id).refuseUnusable();
        var timed = database.sql(GO_ON)
                .with("hold", id)
                .row(Timed.class)
                .orElseThrow(() -> refuse(InventoryRefusal.HOLD_IS_NOT_PAUSED));
        tell(hold, timed, "RESUMPTION");
        units.remember(hold.unit(), "HOLD_RESUMED", Cause.ofHold(id));
    }

    private void tell(Hold hold, Timed timed, String cause) {
        tell(new Clock(hold.id(), hold.unit(), hold.project()), timed, cause);
    }

    private void tell(Clock of, Timed timed, String cause) {
        outbox.append(new HoldExtended(
                of.unit(), of.project(), clock.instant(), of.hold(), timed.expiresAt(), cause, timed.pausedUntil()));
    }
}
