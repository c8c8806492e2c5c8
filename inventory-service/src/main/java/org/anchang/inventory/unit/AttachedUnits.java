package org.anchang.inventory.unit;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.Statements;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// INV-11: parking spaces and storage rooms that go with a home. They are held, sold, swapped and given back with it;
/// [Units#move] sees to that, and the database to it that nothing else does.
@ApplicationScoped
public class AttachedUnits {
    /// @param pricedApart whether its price is added to the home's, or is in it
    public record AttachedUnit(
            UUID unit,
            String label,
            String building,
            String productType,
            boolean pricedApart,
            Pricing.AreaKind areaKind,
            BigDecimal area,
            @Nullable BigDecimal interiorArea,
            Pricing.Basis priceBasis,
            Money unitPrice,
            Money listTotal) {}

    private record OfHome(UUID home, AttachedUnit unit) {}

    private static final String SHOWN = """
            u.id, u.label, b.name, u.product_type, %s, a.kind, a.building_area, a.interior_area, p.basis,
            p.unit_price, p.list_total""";
    private static final String PRICED = """
            JOIN building b ON b.id = u.building
            JOIN unit_price p ON p.unit = u.id AND p.version = %s
            JOIN unit_area a ON a.id = p.area
            """;
    private static final String OF_HOMES = "SELECT u.attached_to, " + SHOWN.formatted("u.attached_apart")
            + " FROM unit u " + PRICED.formatted("u.price_version") + "WHERE u.attached_to = ANY (?) ORDER BY u.id";
    private static final String FROZEN = "SELECT f.hold, " + SHOWN.formatted("f.apart")
            + " FROM hold_attached f JOIN unit u ON u.id = f.unit " + PRICED.formatted("f.price_version")
            + "WHERE f.hold = ? ORDER BY u.id";
    private static final String NOT_FREE = """
            SELECT id, state, label FROM unit WHERE attached_to = ? AND state <> 'AVAILABLE' LIMIT 1""";
    private static final String NOT_CERTIFIED = """
            SELECT building FROM unit WHERE attached_to = ? AND NOT certificates_complete(building, ?) LIMIT 1""";

    @Inject
    Statements statements;

    @Inject
    Buildings buildings;

    /// What goes with each of the homes, as it stands.
    public Map<UUID, List<AttachedUnit>> of(List<UUID> homes) {
        return statements
                .rows(OF_HOMES, row -> new OfHome(row.getObject(1, UUID.class), read(row)), (Object)
                        homes.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(OfHome::home, Collectors.mapping(OfHome::unit, Collectors.toList())));
    }

    /// What a hold took along, at the prices that it froze.
    public List<AttachedUnit> takenBy(UUID hold) {
        return statements.rows(FROZEN, AttachedUnits::read, hold);
    }

    /// Why a hold could not take the unit, if it is for what is attached.
    ///
    /// @throws org.anchang.kit.problem.Refused UNIT_IS_ATTACHED, ATTACHED_UNIT_NOT_AVAILABLE,
    ///     CERTIFICATES_INCOMPLETE
    public void mustBeFreeToHold(UUID home, LocalDate day) {
        refuseIf(
                statements
                        .row("SELECT attached_to IS NOT NULL FROM unit WHERE id = ?", row -> row.getBoolean(1), home)
                        .orElse(false),
                InventoryRefusal.UNIT_IS_ATTACHED);
        statements.row(NOT_FREE, row -> row.getString(3), home).ifPresent(label -> {
            throw refuse(InventoryRefusal.ATTACHED_UNIT_NOT_AVAILABLE).with("attached", label);
        });
        mustBeCertified(home, day);
    }

    /// INV-6 holds for the building of an attached unit too.
    ///
    /// @throws org.anchang.kit.problem.Refused CERTIFICATES_INCOMPLETE
    public void mustBeCertified(UUID home, LocalDate day) {
        statements
                .row(NOT_CERTIFIED, row -> row.getObject(1, UUID.class), home, day)
                .ifPresent(building -> {
                    throw refuse(InventoryRefusal.CERTIFICATES_INCOMPLETE)
                            .with("building", building)
                            .with("missing", buildings.missingCertificates(building, day));
                });
    }

    private static AttachedUnit read(ResultSet row) throws SQLException {
        return new AttachedUnit(
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                Pricing.AreaKind.valueOf(row.getString(7)),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                Pricing.Basis.valueOf(row.getString(10)),
                new Money(row.getBigDecimal(11)),
                new Money(row.getBigDecimal(12)));
    }
}
