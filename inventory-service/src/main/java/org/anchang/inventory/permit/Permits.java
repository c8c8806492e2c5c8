package org.anchang.inventory.permit;

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

/// All certificates on record.
@ApplicationScoped
public class Permits {
    private static final String CERTIFICATES = """
            SELECT id, building, certificate, number, valid_from, valid_until, recorded_by, recorded_at
            FROM certificate WHERE building %s ORDER BY recorded_at, id""";
    private static final String OF_BUILDING = CERTIFICATES.formatted("= ?");
    private static final String OF_BUILDINGS = CERTIFICATES.formatted("= ANY (?)");

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
                "INSERT INTO certificate VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                certificate.id(),
                certificate.building(),
                certificate.certificate(),
                certificate.number(),
                certificate.validFrom(),
                certificate.validUntil(),
                certificate.recordedBy(),
                certificate.recordedAt());
    }

    private static RecordedCertificate read(ResultSet row) throws SQLException {
        return new RecordedCertificate(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Certificate.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }
}
