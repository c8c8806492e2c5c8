package org.anchang.inventory.hold;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.unit.Cause;
import org.anchang.inventory.unit.Units;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.seal.Courier;
import org.anchang.kit.sql.Database;

/// INV-4, INV-5: a deal makes a hold its own before it takes money, so that the hold no longer ends by itself.
@ApplicationScoped
class ClaimingHolds {
    private static final String CLAIM =
            "UPDATE hold SET deal = :deal WHERE id = :hold AND clock_timestamp() <= :notAfter";

    @Inject
    Holds holds;

    @Inject
    Units units;

    @Inject
    Database database;

    @Inject
    Courier courier;

    @Inject
    Caller caller;

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
            refuseUnless(holds.uncertified(hold.unit()) == null, InventoryRefusal.CERTIFICATES_INCOMPLETE);
        }
        var deal = claim.deal();
        // Against the end of the hold, which locks the same row, exactly one of the two wins.
        var locked = holds.lock(id);
        locked.refuseUnusableFor(deal);
        var claimed = database.sql(CLAIM)
                .with("hold", id)
                .with("deal", deal)
                .with("notAfter", claim.notAfter())
                .write();
        refuseUnless(claimed == 1, InventoryRefusal.CLAIM_TOO_LATE);
        if (locked.deal() == null) {
            units.remember(hold.unit(), "HOLD_CLAIMED", new Cause(id, deal, null));
        }
    }

    /// Who may see the hold could think of any deal, and a claimed hold never ends by itself.
    private boolean isProved(UUID id, HoldResource.Claim claim) {
        return courier.isProof(claim.proof(), "claim " + id + " " + claim.deal());
    }
}
