package org.anchang.inventory.unit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A building (楼栋) of a project; its certificates decide whether anything in it may be sold (INV-6).
@Entity
public class Building {
    @Id
    private UUID id;

    private String project;
    private String name;
    private @Nullable String buildingType;
    private long version;

    @SuppressWarnings("NullAway")
    protected Building() {}

    public UUID id() {
        return id;
    }

    public String project() {
        return project;
    }

    public String name() {
        return name;
    }

    public @Nullable String buildingType() {
        return buildingType;
    }

    /// Grows with every change.
    public long version() {
        return version;
    }
}
