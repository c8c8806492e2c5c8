package org.anchang.deal.inventory;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.evidence.CertifiedUnits;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.deal.inventory.InventoryClient.Claim;
import org.anchang.deal.inventory.InventoryClient.Hold;
import org.anchang.kit.money.Money;
import org.anchang.kit.seal.Courier;
import org.anchang.kit.seal.Place;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks inventory for units and turns its answers into evidence. Its "no" passes through with its own code.
///
/// Promise: nobody waits for inventory with a database connection or a lock in hand; in a transaction it is not
/// asked at all.
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class AskingInventory {
    /// How long after asking inventory may still act on a claim, by real time; one left open is abandoned later.
    private static final Duration CLAIM_COUNTS_FOR = Duration.ofSeconds(20);

    @Inject
    @RestClient
    InventoryClient inventory;

    /// INV-12: the floor price comes sealed, so that the consultant in whose name we ask cannot read it.
    @Inject
    Courier courier;

    /// The hold as it stands, live or not (INV-5).
    public HeldUnit read(UUID hold) {
        return evidence(asked(() -> inventory.hold(hold)));
    }

    /// Binds the hold to the deal, so that it no longer ends by itself. The same deal may claim again.
    public HeldUnit claim(HeldUnitOf wanted) {
        var notAfter = Instant.now().plus(CLAIM_COUNTS_FOR);
        var proof = courier.proof("claim " + wanted.hold() + " " + wanted.deal());
        return evidence(asked(() -> inventory.claim(wanted.hold(), new Claim(wanted.deal(), notAfter, proof))));
    }

    /// CON-1, INV-6: the five certificates of the units' buildings are valid today.
    ///
    /// @throws org.anchang.kit.problem.Refused CERTIFICATES_INCOMPLETE
    public CertifiedUnits certified(Collection<UUID> units) {
        for (var unit : units) {
            refuseUnless(asked(() -> inventory.unit(unit)).certificatesComplete(), DealRefusal.CERTIFICATES_INCOMPLETE);
        }
        return new CertifiedUnits(Set.copyOf(units));
    }

    /// A hold, and the deal that wants to be its only user.
    public record HeldUnitOf(UUID deal, UUID hold) {}

    private HeldUnit evidence(Hold hold) {
        var unit = hold.unit();
        return new HeldUnit(
                hold.id(),
                unit.id(),
                unit.project(),
                unit.label(),
                unit.building(),
                unit.productType(),
                unit.layout(),
                unit.area(),
                unit.interiorArea(),
                unit.areaKind(),
                unit.priceBasis() == null ? "BUILDING_AREA" : unit.priceBasis(),
                unit.unitPrice(),
                unit.listTotal(),
                hold.customer(),
                hold.consultant(),
                hold.live() == null || hold.live(),
                hold.deal(),
                hold.sealedFloor() == null
                        ? null
                        : Money.of(courier.open(hold.sealedFloor(), Place.floorOf(hold.id()))),
                Objects.requireNonNullElse(unit.attached(), List.of()));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (InventoryClient.Away | ProcessingException | TimeoutException | CircuitBreakerOpenException e) {
            throw refuse(DealRefusal.INVENTORY_DOES_NOT_ANSWER);
        }
    }
}
