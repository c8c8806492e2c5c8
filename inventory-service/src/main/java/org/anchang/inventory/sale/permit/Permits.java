package org.anchang.inventory.sale.permit;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final String VALID = """
            SELECT DISTINCT certificate FROM certificate_listing
            WHERE building = :building AND valid_from <= :day AND (last_day IS NULL OR last_day >= :day)""";
    private static final String ADD = """
            INSERT INTO certificate (id, building, certificate, number, valid_from, valid_until, recorded_by, recorded_at)
            VALUES (:id, :building, :certificate, :number, :validFrom, :validUntil, :by, :at)""";
    private static final String REVOKE = """
            INSERT INTO certificate_revocation (certificate, from_day, reason, person, at)
            VALUES (:certificate, :from, :reason, :by, :at)""";
    /// Locked as long as it is looked at, so that of two revocations the later one sees the earlier.
    private static final String LOCK = """
            SELECT true FROM pg_advisory_xact_lock(hashtextextended('revocation ' || CAST(:certificate AS uuid), 0))""";

    /// A certificate of a building.
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
        var valid = Set.copyOf(
                database.sql(VALID).with("building", building).with("day", day).rows(Certificate.class));
        return Stream.of(Certificate.values())
                .filter(certificate -> !valid.contains(certificate))
                .toList();
    }

    void add(RecordedCertificate certificate) {
        database.sql(ADD)
                .with("id", certificate.id())
                .with("building", certificate.building())
                .with("certificate", certificate.certificate())
                .with("number", certificate.number())
                .with("validFrom", certificate.validFrom())
                .with("validUntil", certificate.validUntil())
                .with("by", certificate.recordedBy())
                .with("at", certificate.recordedAt())
                .write();
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
