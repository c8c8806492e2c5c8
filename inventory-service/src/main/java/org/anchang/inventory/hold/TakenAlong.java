package org.anchang.inventory.hold;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.catalogue.AttachedUnit;
import org.anchang.inventory.sale.permit.Permits;
import org.anchang.kit.sql.Database;

/// INV-11: parking spaces and storage rooms that go with a home are held with it or not at all.
@ApplicationScoped
class TakenAlong {
    private static final String BY_HOLD = """
            SELECT unit, label, building, product_type, priced_apart, area_kind, area, interior_area, price_basis, unit_price,
                   list_total
            FROM hold_attached_listing WHERE hold = :hold ORDER BY unit""";
    private static final String IS_ATTACHED = "SELECT attached_to IS NOT NULL FROM unit_standing WHERE id = :home";
    private static final String NOT_FREE = """
            SELECT label FROM unit_standing WHERE attached_to = :home AND state <> 'AVAILABLE' LIMIT 1""";
    private static final String NOT_CERTIFIED = """
            SELECT building FROM unit_standing WHERE attached_to = :home AND NOT certificates_complete(building, :day) LIMIT 1""";

    @Inject
    Database database;

    @Inject
    Permits permits;

    /// What a hold took along, at the prices that it froze.
    List<AttachedUnit> by(UUID hold) {
        return database.sql(BY_HOLD).with("hold", hold).rows(AttachedUnit.class);
    }

    /// Why a hold could not take the unit, if it is for what is attached.
    ///
    /// @throws org.anchang.kit.problem.Refused UNIT_IS_ATTACHED, ATTACHED_UNIT_NOT_AVAILABLE,
    ///     CERTIFICATES_INCOMPLETE
    void mustBeFreeToHold(UUID home, LocalDate day) {
        refuseIf(
                database.sql(IS_ATTACHED).with("home", home).row(Boolean.class).orElse(false),
                InventoryRefusal.UNIT_IS_ATTACHED);
        database.sql(NOT_FREE).with("home", home).row(String.class).ifPresent(label -> {
            throw refuse(InventoryRefusal.ATTACHED_UNIT_NOT_AVAILABLE).with("attached", label);
        });
        mustBeCertified(home, day);
    }

    /// INV-6 holds for the building of an attached unit too.
    ///
    /// @throws org.anchang.kit.problem.Refused CERTIFICATES_INCOMPLETE
    void mustBeCertified(UUID home, LocalDate day) {
        database.sql(NOT_CERTIFIED)
                .with("home", home)
                .with("day", day)
                .row(UUID.class)
                .ifPresent(building -> {
                    throw refuse(InventoryRefusal.CERTIFICATES_INCOMPLETE)
                            .with("building", building)
                            .with("missing", permits.missing(building, day));
                });
    }
}
