package org.anchang.inventory.unit;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.anchang.inventory.Columns;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// A unit (房源) as it stands: where it is, what it costs, and who has it. Read only: its state changes by
/// [Units#move], its price by an import.
@Entity
@Immutable
@Table(name = "unit_listing")
public class Unit {
    /// INV-4: who has the unit now.
    ///
    /// @param deal the deal that claimed the hold; while there is none, the hold ends by itself
    public record LiveHold(
            UUID id,
            String consultant,
            UUID customer,
            Instant until,
            @Nullable UUID deal) {}

    @Id
    private UUID id;

    private String project;
    private UUID building;
    private String buildingName;
    private String section;
    private String floor;
    private String room;
    private String label;
    private String productType;
    private @Nullable String layout;
    private @Nullable String view;
    private @Nullable UUID attachedTo;
    private @Nullable Boolean attachedApart;

    @Enumerated(EnumType.STRING)
    private UnitState state;

    @Embedded
    private Pricing pricing;

    private @Nullable String openChange;
    private @Nullable UUID hold;
    private @Nullable String heldBy;
    private @Nullable UUID heldFor;
    private @Nullable Instant heldUntil;
    private @Nullable UUID deal;
    private @Nullable String withheldFor;

    @SuppressWarnings("NullAway")
    protected Unit() {}

    /// What [#read] takes, of `unit_listing`.
    public static final String COLUMNS = """
            id, project, building, building_name, section, floor, room, label, product_type, layout, attached_to,
            attached_apart, state, open_change, hold, held_by, held_for, held_until, deal, withheld_for,\s""" + Pricing.COLUMNS;

    /// Of a statement that reads units beside something else.
    public static Unit read(Columns row) throws SQLException {
        var unit = new Unit();
        unit.id = row.id();
        unit.project = row.text();
        unit.building = row.id();
        unit.buildingName = row.text();
        unit.section = row.text();
        unit.floor = row.text();
        unit.room = row.text();
        unit.label = row.text();
        unit.productType = row.text();
        unit.layout = row.textIfAny();
        unit.attachedTo = row.idIfAny();
        unit.attachedApart = row.flagIfAny();
        unit.state = UnitState.valueOf(row.text());
        unit.openChange = row.textIfAny();
        unit.hold = row.idIfAny();
        unit.heldBy = row.textIfAny();
        unit.heldFor = row.idIfAny();
        unit.heldUntil = row.instantIfAny();
        unit.deal = row.idIfAny();
        unit.withheldFor = row.textIfAny();
        unit.pricing = Pricing.read(row);
        return unit;
    }

    public UUID id() {
        return id;
    }

    public String project() {
        return project;
    }

    public UUID building() {
        return building;
    }

    public String buildingName() {
        return buildingName;
    }

    public String section() {
        return section;
    }

    public String floor() {
        return floor;
    }

    public String room() {
        return room;
    }

    public String label() {
        return label;
    }

    public String productType() {
        return productType;
    }

    public @Nullable String layout() {
        return layout;
    }

    public @Nullable String view() {
        return view;
    }

    public @Nullable UUID attachedTo() {
        return attachedTo;
    }

    public @Nullable Boolean attachedApart() {
        return attachedApart;
    }

    public UnitState state() {
        return state;
    }

    public Pricing pricing() {
        return pricing;
    }

    public @Nullable String openChange() {
        return openChange;
    }

    public @Nullable String withheldFor() {
        return withheldFor;
    }

    public @Nullable LiveHold liveHold() {
        return hold == null || heldBy == null || heldFor == null || heldUntil == null
                ? null
                : new LiveHold(hold, heldBy, heldFor, heldUntil, deal);
    }
}
