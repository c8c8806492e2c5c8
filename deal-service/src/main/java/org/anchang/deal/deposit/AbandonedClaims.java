package org.anchang.deal.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.anchang.deal.DealStage;
import org.anchang.deal.Deals;
import org.anchang.deal.inventory.UnitClaims;
import org.anchang.deal.inventory.UnitClaims.Abandoned;
import org.anchang.events.DealEvent.UnitClaimAbandoned;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// A unit was asked for and its deposit never came about (a crash, a client that gave up): inventory is told to let
/// go, and the ticket ends. Replicas share the work by skipping each other's rows.
@ApplicationScoped
class AbandonedClaims implements Sweep {
    private static final String WHY = "DEPOSIT_DID_NOT_COME_ABOUT";

    @Inject
    Slices slices;

    @Inject
    UnitClaims claims;

    @Inject
    Deals deals;

    @Inject
    Outbox outbox;

    @Inject
    OfficeClock clock;

    @ConfigProperty(name = "anchang.claims.abandoned-after")
    Duration abandonedAfter;

    @Override
    public String nextDue() {
        return UnitClaims.nextAbandoned(abandonedAfter);
    }

    @Override
    public void run() {
        slices.run(() -> claims.abandon(abandonedAfter).forEach(this::letGo));
    }

    private void letGo(Abandoned claim) {
        outbox.append(new UnitClaimAbandoned(
                claim.deal(), claim.project(), clock.instant(), claim.unit(), claim.hold(), WHY));
        deals.ofEvent(claim.deal())
                .filter(deal -> deal.stage() == DealStage.QUEUED)
                .ifPresent(deal -> outbox.append(deal.returnTicket(WHY, clock.instant())));
    }
}
