package org.anchang.inventory.sale.permit;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.anchang.events.InventoryEvent.PermitRecorded;
import org.anchang.events.InventoryEvent.PermitRevoked;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.sale.permit.CertificateResource.RecordCertificate;
import org.anchang.inventory.sale.permit.CertificateResource.Revoke;
import org.anchang.inventory.sale.permit.RecordedCertificate.Revocation;
import org.anchang.inventory.unit.Buildings;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.outbox.Outbox;

/// INV-6: puts the certificates of a building on record, revokes them, and tells of both.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RecordingCertificates {
    @Inject
    Buildings buildings;

    @Inject
    Permits permits;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CERTIFICATE_PERIOD_ENDS_BEFORE_IT_BEGINS
    RecordedCertificate record(UUID id, RecordCertificate asked) {
        var building = buildings.get(caller.scope(), id);
        refuseIf(
                asked.validUntil() != null && asked.validUntil().isBefore(asked.validFrom()),
                InventoryRefusal.CERTIFICATE_PERIOD_ENDS_BEFORE_IT_BEGINS);
        var certificate = new RecordedCertificate(
                Ids.next(),
                building.id(),
                asked.certificate(),
                asked.number(),
                asked.validFrom(),
                asked.validUntil(),
                null,
                caller.name(),
                clock.instant());
        permits.add(certificate);
        outbox.append(new PermitRecorded(
                building.id(),
                building.project(),
                certificate.recordedAt(),
                certificate.certificate(),
                certificate.number(),
                certificate.validFrom(),
                certificate.validUntil()));
        return certificate;
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, CERTIFICATE_IS_REVOKED
    RecordedCertificate revoke(Permits.CertificateOfBuilding which, Revoke asked) {
        var building = buildings.get(caller.scope(), which.building());
        var revoked = permits.lock(which);
        var before = revoked.revocation();
        if (before != null && !asked.from().isBefore(before.from())) {
            throw refuse(InventoryRefusal.CERTIFICATE_IS_REVOKED).with("from", before.from());
        }
        var revocation = new Revocation(asked.from(), asked.reason(), caller.name(), clock.instant());
        permits.revoke(which.certificate(), revocation);
        outbox.append(new PermitRevoked(
                which.building(),
                building.project(),
                revocation.at(),
                revoked.certificate(),
                revoked.number(),
                revocation.from(),
                revocation.reason()));
        return permits.lock(which);
    }
}
