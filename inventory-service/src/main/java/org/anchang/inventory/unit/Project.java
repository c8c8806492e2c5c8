package org.anchang.inventory.unit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.anchang.events.InventoryEvent.ProjectOpened;
import org.jspecify.annotations.Nullable;

/// One development on sale, with one sales office (项目 / 案场).
@Entity
public class Project {
    @Id
    private String code;

    private String name;
    private String region;
    private @Nullable String city;
    private boolean rehearsal;
    private String createdBy;
    private Instant createdAt;

    @SuppressWarnings("NullAway")
    protected Project() {}

    /// @param code   as tokens name it in `projects`
    /// @param region its two pinyin initials begin the customer numbers (CUS-2), e.g. `LY` or `洛阳`
    /// @param rehearsal whether it is there to rehearse opening days in, with nothing for sale
    public record Particulars(
            String code,
            String name,
            String region,
            @Nullable String city,
            boolean rehearsal) {}

    public Project(Particulars particulars, String createdBy, Instant createdAt) {
        this.code = particulars.code();
        this.name = particulars.name();
        this.region = particulars.region();
        this.city = particulars.city();
        this.rehearsal = particulars.rehearsal();
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /// CUS-2: what the others are told of the opening.
    public ProjectOpened opened() {
        var stream = UUID.nameUUIDFromBytes(("project " + code).getBytes(StandardCharsets.UTF_8));
        return new ProjectOpened(stream, code, createdAt, name, region, city, rehearsal);
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String region() {
        return region;
    }

    public @Nullable String city() {
        return city;
    }

    public boolean rehearsal() {
        return rehearsal;
    }
}
