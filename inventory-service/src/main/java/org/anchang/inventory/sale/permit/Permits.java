package org.anchang.inventory.sale.permit;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.events.InventoryEvent.Certificate;
import org.anchang.inventory.Statements;
import org.anchang.inventory.sale.permit.RecordedCertificate.Revocation;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All certificates on record.
@ApplicationScoped
public class Permits {
    private static final String CERTIFICATES = """
            SELECT id, building, certificate, number, valid_from, valid_until, recorded_by, recorded_at,
                   revoked_from, revoked_for, revoked_by, revoked_at
            FROM certificate_listing WHERE %s ORDER BY recorded_at, id""";
    private static final String OF_BUILDING = CERTIFICATES.formatted("building = ?");
    private static final String OF_BUILDINGS = CERTIFICATES.formatted("building = ANY (?)");
    private static final String ONE = CERTIFICATES.formatted("building = ? AND id = ?");
    /// Locked as long as it is looked at, so that of two revocations the later one sees the earlier.
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('revocation ' || ?::uuid, 0))";

    /// A certificate of a building.
    record Place(UUID building, UUID certificate) {}

    @Inject
    Statements statements;

    /// Every certificate that the building ever had on record, the oldest record first.
    public List<RecordedCertificate> of(UUID building) {
        return statements.rows(OF_BUILDING, Permits::read, building);
    }

    /// The same of each of these buildings that has any.
    public Map<UUID, List<RecordedCertificate>> of(List<UUID> buildings) {
        return statements.rows(OF_BUILDINGS, Permits::read, (Object) buildings.toArray(UUID[]::new)).stream()
                .collect(Collectors.groupingBy(RecordedCertificate::building));
    }

    void add(RecordedCertificate certificate) {
        statements.write(
                """
                INSERT INTO certificate (id, building, certificate, number, valid_from, valid_until, recorded_by, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                certificate.id(),
                certificate.building(),
                certificate.certificate(),
                certificate.number(),
                certificate.validFrom(),
                certificate.validUntil(),
                certificate.recordedBy(),
                certificate.recordedAt());
    }

    /// For whoever is about to revoke it: one after the other.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    RecordedCertificate lock(Place place) {
        statements.row(LOCK, _ -> true, place.certificate());
        return statements
                .row(ONE, Permits::read, place.building(), place.certificate())
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    void revoke(UUID certificate, Revocation revocation) {
        statements.write(
                "INSERT INTO certificate_revocation (certificate, from_day, reason, person, at) VALUES (?, ?, ?, ?, ?)",
                certificate,
                revocation.from(),
                revocation.reason(),
                revocation.by(),
                revocation.at());
    }

    private static RecordedCertificate read(ResultSet row) throws SQLException {
        return new RecordedCertificate(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Certificate.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                revocation(row),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }

    private static @Nullable Revocation revocation(ResultSet row) throws SQLException {
        var from = row.getObject(9, LocalDate.class);
        return from == null
                ? null
                : new Revocation(
                        from,
                        row.getString(10),
                        row.getString(11),
                        row.getObject(12, OffsetDateTime.class).toInstant());
    }
}
