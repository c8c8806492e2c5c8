package org.anchang.deal.inventory;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.anchang.deal.CertifiedUnit;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.HeldUnit;
import org.anchang.deal.inventory.InventoryClient.Claim;
import org.anchang.deal.inventory.InventoryClient.Hold;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks inventory for units and turns its answers into evidence. Its "no" passes through with its own code.
@ApplicationScoped
public class HoldingUnits {
    /// How long after asking inventory may still act on a claim, by real time; one left open is abandoned later.
    private static final Duration CLAIM_COUNTS_FOR = Duration.ofSeconds(20);

    @Inject
    @RestClient
    InventoryClient inventory;

    /// The hold as it stands, live or not (INV-5).
    public HeldUnit read(UUID hold) {
        return evidence(asked(() -> inventory.hold(hold)));
    }

    /// Binds the hold to the deal, so that it no longer ends by itself. The same deal may claim again.
    public HeldUnit claim(HeldUnitOf wanted) {
        var notAfter = Instant.now().plus(CLAIM_COUNTS_FOR);
        return evidence(asked(() -> inventory.claim(wanted.hold(), new Claim(wanted.deal(), notAfter))));
    }

    /// CON-1, INV-6: the five certificates of the unit's building are valid today.
    ///
    /// @throws org.anchang.kit.problem.Refused CERTIFICATES_INCOMPLETE
    public CertifiedUnit certified(UUID unit) {
        refuseUnless(asked(() -> inventory.unit(unit)).certificatesComplete(), DealRefusal.CERTIFICATES_INCOMPLETE);
        return new CertifiedUnit(unit);
    }

    /// A hold, and the deal that wants to be its only user.
    public record HeldUnitOf(UUID deal, UUID hold) {}

    private static HeldUnit evidence(Hold hold) {
        var unit = hold.unit();
        return new HeldUnit(
                hold.id(),
                unit.id(),
                unit.project(),
                unit.label(),
                unit.building(),
                unit.productType(),
                unit.area(),
                unit.interiorArea(),
                unit.areaKind(),
                unit.priceBasis() == null ? "BUILDING_AREA" : unit.priceBasis(),
                unit.unitPrice(),
                unit.listTotal(),
                hold.customer(),
                hold.consultant(),
                hold.live() == null || hold.live(),
                hold.deal());
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (InventoryAway | ProcessingException | TimeoutException | CircuitBreakerOpenException e) {
            throw refuse(DealRefusal.INVENTORY_DOES_NOT_ANSWER);
        }
    }
}
