package org.anchang.inventory.hold;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.Statements;
import org.anchang.inventory.sale.permit.Permits;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.seal.Sealing;

/// INV-4, INV-5: a deal makes a hold its own before it takes money, so that the hold no longer ends by itself.
@ApplicationScoped
class ClaimingHolds {
    /// Against the end of the hold, which locks the same row, exactly one of the two wins.
    private static final String CLAIM = """
            UPDATE hold SET deal = ?
            WHERE id = ? AND ended_at IS NULL AND (deal IS NULL OR deal = ?)
              AND (deal IS NOT NULL OR expires_at > clock_timestamp())
              AND clock_timestamp() <= ?
            RETURNING old.deal IS NULL""";
    private static final String WHY_NOT = """
            SELECT CASE WHEN ended_at IS NOT NULL OR deal IS NULL AND expires_at <= clock_timestamp() THEN 'HOLD_HAS_ENDED'
                        WHEN deal IS NOT NULL AND deal <> ? THEN 'HOLD_IS_CLAIMED'
                        ELSE 'CLAIM_TOO_LATE' END
            FROM hold WHERE id = ?""";

    @Inject
    Holds holds;

    @Inject
    Units units;

    @Inject
    Permits permits;

    @Inject
    TakenAlong takenAlong;

    @Inject
    Statements statements;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// The same claim again changes nothing and is answered alike.
    ///
    /// A claim that was delayed on its way is refused by the clock of the database: its sender has given up on
    /// it by then.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CLAIM_IS_NOT_PROVED, CERTIFICATES_INCOMPLETE,
    ///     HOLD_HAS_ENDED, HOLD_IS_CLAIMED, CLAIM_TOO_LATE
    @Transactional
    void claim(UUID id, HoldResource.Claim claim) {
        var hold = holds.get(caller.scope(), id);
        refuseUnless(isProved(id, claim), InventoryRefusal.CLAIM_IS_NOT_PROVED);
        if (hold.deal() == null) {
            var building = units.locate(caller.scope(), hold.unit()).building();
            refuseUnless(
                    permits.missing(building, clock.today()).isEmpty(),
                    InventoryRefusal.CERTIFICATES_INCOMPLETE);
            takenAlong.mustBeCertified(hold.unit(), clock.today());
        }
        var deal = claim.deal();
        var isNew = statements
                .row(CLAIM, row -> row.getBoolean(1), deal, id, deal, claim.notAfter())
                .orElseThrow(() -> refuse(statements
                        .row(WHY_NOT, row -> InventoryRefusal.valueOf(row.getString(1)), deal, id)
                        .orElse(InventoryRefusal.HOLD_HAS_ENDED)));
        if (isNew) {
            units.remember(hold.unit(), "HOLD_CLAIMED", new Cause(id, deal, null));
        }
    }

    /// Who may see the hold could think of any deal, and a claimed hold never ends by itself.
    private boolean isProved(UUID id, HoldResource.Claim claim) {
        var proof = sealing.fingerprint("claim " + id + " " + claim.deal());
        return MessageDigest.isEqual(
                proof.getBytes(StandardCharsets.UTF_8), claim.proof().getBytes(StandardCharsets.UTF_8));
    }
}
