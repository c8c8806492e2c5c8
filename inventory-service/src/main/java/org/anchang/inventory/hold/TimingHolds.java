package org.anchang.inventory.hold;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.events.InventoryEvent.HoldExtended;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.Statements;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// INV-5: the clock of a hold: it gets more time, stands still, and goes on. Each is one conditional update of
/// the hold's row, as its end and its claim are, so that of two at once one wins.
@ApplicationScoped
public class TimingHolds {
    /// Whose clock it is.
    private record Clock(UUID hold, UUID unit, String project) {}

    private record Timed(Instant expiresAt, @Nullable Instant pausedUntil) {
        static Timed read(ResultSet row) throws SQLException {
            var pausedUntil = row.getObject(2, OffsetDateTime.class);
            return new Timed(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    pausedUntil == null ? null : pausedUntil.toInstant());
        }
    }

    /// Pauses do not count as extensions.
    private static final String EXTEND = """
            UPDATE hold SET expires_at = expires_at + make_interval(mins => ?)
            WHERE id = ? AND ended_at IS NULL AND deal IS NULL AND expires_at > clock_timestamp()
              AND expires_at - pause_granted + make_interval(mins => ?) <= started_at + make_interval(mins => ?)
            RETURNING expires_at, NULL::timestamptz""";
    /// All that is left of the pauses is granted at once, so that a pause that nobody ends is over by itself.
    private static final String PAUSE = """
            UPDATE hold SET expires_at = expires_at + make_interval(mins => ?) - pause_granted,
                paused_until = clock_timestamp() + make_interval(mins => ?) - pause_granted,
                pause_granted = make_interval(mins => ?)
            WHERE id = ? AND ended_at IS NULL AND deal IS NULL AND expires_at > clock_timestamp()
              AND (paused_until IS NULL OR paused_until <= clock_timestamp()) AND pause_granted < make_interval(mins => ?)
            RETURNING expires_at, paused_until""";
    private static final String GO_ON = """
            UPDATE hold SET expires_at = expires_at - (paused_until - clock_timestamp()),
                pause_granted = pause_granted - (paused_until - clock_timestamp()), paused_until = NULL
            WHERE id = ? AND ended_at IS NULL AND deal IS NULL AND paused_until > clock_timestamp()
            RETURNING expires_at, paused_until""";
    /// By the clock of the office it is the hold that the unit had when the deal was opened: none made since counts.
    private static final String PAUSE_FIRST = """
            UPDATE hold SET expires_at = expires_at + make_interval(mins => ?), pause_granted = make_interval(mins => ?),
                paused_until = clock_timestamp() + make_interval(mins => ?)
            WHERE unit = ? AND consultant = ? AND held_at <= ? AND ended_at IS NULL AND deal IS NULL AND expires_at > clock_timestamp()
              AND paused_until IS NULL AND pause_granted = interval '0' AND make_interval(mins => ?) > interval '0'
            RETURNING expires_at, paused_until, id""";
    private static final String IS_PAUSED = "SELECT paused_until > clock_timestamp() FROM hold WHERE id = ?";

    @Inject
    Holds holds;

    @Inject
    Units units;

    @Inject
    Statements statements;

    @Inject
    Settings settings;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// Lets a hold last longer, within the project's limit.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, HOLD_HAS_ENDED, HOLD_IS_CLAIMED, HOLD_WOULD_BE_TOO_LONG
    @Transactional
    void extend(UUID id, HoldResource.Extend request) {
        var hold = holds.get(caller.scope(), id);
        var longest = settings.integer(hold.project(), InventorySetting.HOLD_MINUTES_LONGEST);
        var minutes = request.minutes() == null
                ? settings.integer(hold.project(), InventorySetting.HOLD_MINUTES)
                : request.minutes();
        var timed = statements
                .row(EXTEND, Timed::read, minutes, id, minutes, longest)
                .orElseThrow(() -> {
                    holds.mustBeUsable(id);
                    return refuse(InventoryRefusal.HOLD_WOULD_BE_TOO_LONG).with("longest", longest);
                });
        tell(hold, timed, "EXTENSION");
        units.remember(hold.unit(), "HOLD_EXTENDED", Cause.ofHold(id, request.reason()));
    }

    /// Lets the clock stand still while the order form is being written, as long as all pauses of the hold together may
    /// be; nothing else about the hold changes.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, HOLD_HAS_ENDED, HOLD_IS_CLAIMED, HOLD_IS_PAUSED,
    ///     PAUSE_IS_USED_UP
    @Transactional
    void pause(UUID id) {
        var hold = holds.get(caller.scope(), id);
        var longest = settings.integer(hold.project(), InventorySetting.HOLD_PAUSE_MINUTES_LONGEST);
        var timed = statements
                .row(PAUSE, Timed::read, longest, longest, longest, id, longest)
                .orElseThrow(() -> {
                    holds.mustBeUsable(id);
                    return isPaused(id)
                            ? refuse(InventoryRefusal.HOLD_IS_PAUSED)
                            : refuse(InventoryRefusal.PAUSE_IS_USED_UP).with("longest", longest);
                });
        tell(hold, timed, "PAUSE");
        units.remember(hold.unit(), "HOLD_PAUSED", Cause.ofHold(id, null));
    }

    /// A deal was opened on the hold, and its order form is being written: the clock stands still by itself,
    /// once. A hold that was paused before, that has ended, or that a deal has claimed stays as it is.
    @Transactional(Transactional.TxType.MANDATORY)
    public void pauseForTheForm(TicketIssued issued) {
        record Paused(Timed timed, UUID hold) {}
        var longest = settings.integer(issued.project(), InventorySetting.HOLD_PAUSE_MINUTES_LONGEST);
        statements
                .row(
                        PAUSE_FIRST,
                        row -> new Paused(Timed.read(row), row.getObject(3, UUID.class)),
                        longest,
                        longest,
                        longest,
                        issued.unit(),
                        issued.consultant(),
                        issued.at(),
                        longest)
                .ifPresent(paused -> {
                    tell(new Clock(paused.hold(), issued.unit(), issued.project()), paused.timed(), "PAUSE");
                    units.remember(issued.unit(), "HOLD_PAUSED", new Cause(paused.hold(), issued.deal(), null));
                });
    }

    /// Lets the clock go on; the hold has as much time as it had when it was paused, and its extensions since.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, HOLD_HAS_ENDED, HOLD_IS_CLAIMED, HOLD_IS_NOT_PAUSED
    @Transactional
    void goOn(UUID id) {
        var hold = holds.get(caller.scope(), id);
        var timed = statements.row(GO_ON, Timed::read, id).orElseThrow(() -> {
            holds.mustBeUsable(id);
            return refuse(InventoryRefusal.HOLD_IS_NOT_PAUSED);
        });
        tell(hold, timed, "RESUMPTION");
        units.remember(hold.unit(), "HOLD_RESUMED", Cause.ofHold(id, null));
    }

    private boolean isPaused(UUID id) {
        return statements.row(IS_PAUSED, row -> row.getBoolean(1), id).orElse(false);
    }

    private void tell(Hold hold, Timed timed, String cause) {
        tell(new Clock(hold.id(), hold.unit(), hold.project()), timed, cause);
    }

    private void tell(Clock of, Timed timed, String cause) {
        outbox.append(new HoldExtended(
                of.unit(), of.project(), clock.instant(), of.hold(), timed.expiresAt(), cause, timed.pausedUntil()));
    }
}
