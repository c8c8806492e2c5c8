package org.anchang.inventory.sale.permit;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.inventory.sale.permit.RecordedCertificate.Revocation;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;

/// All certificates on record.
@ApplicationScoped
public class Permits {
    private static final String CERTIFICATES = """
            SELECT id, building, certificate, number, valid_from, valid_until, recorded_by, recorded_at,
                   revoked_from AS revocation_from, revoked_for AS revocation_reason, revoked_by AS revocation_by,
                   revoked_at AS revocation_at
            FROM certificate_listing WHERE building = ANY (:buildings) ORDER BY recorded_at, id""";
    private static final String ADD = """
            INSERT INTO certificate (id, building, certificate, number, valid_from, valid_until, recorded_by, recorded_at)
            VALUES (:id, :building, :certificate, :number, :validFrom, :validUntil, :recordedBy, :recordedAt)""";
    private static final String REVOKE = """
            INSERT INTO certificate_revocation (certificate, from_day, reason, person, at)
            VALUES (:certificate, :from, :reason, :by, :at)""";
    /// Locked as long as it is looked at, so that of two revocations the later one sees the earlier.
    private static final String LOCK = """
            SELECT true FROM pg_advisory_xact_lock(hashtextextended('revocation ' || CAST(:certificate AS uuid), 0))""";

    record CertificateOfBuilding(UUID building, UUID certificate) {}

    @Inject
    Database database;

    /// Every certificate that the building ever had on record, the oldest record first.
    public List<RecordedCertificate> of(UUID building) {
        return of(List.of(building)).getOrDefault(building, List.of());
    }

    /// The same of each of these buildings that has any.
    public Map<UUID, List<RecordedCertificate>> of(Collection<UUID> buildings) {
        return database.sql(CERTIFICATES).with("buildings", buildings).rows(RecordedCertificate.class).stream()
                .collect(Collectors.groupingBy(RecordedCertificate::building));
    }

    /// INV-6: those of the five that the building does not have on that day, in their legal order.
    public List<Certificate> missing(UUID building, LocalDate day) {
        return RecordedCertificate.missing(of(building), day);
    }

    void add(RecordedCertificate certificate) {
        database.sql(ADD).with(certificate).write();
    }

    /// For whoever is about to revoke it: one after the other.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    RecordedCertificate lock(CertificateOfBuilding asked) {
        database.sql(LOCK).with("certificate", asked.certificate()).one(Boolean.class);
        return of(asked.building()).stream()
                .filter(certificate -> certificate.id().equals(asked.certificate()))
                .findFirst()
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    void revoke(UUID certificate, Revocation revocation) {
        database.sql(REVOKE).with(revocation).with("certificate", certificate).write();
    }
}
