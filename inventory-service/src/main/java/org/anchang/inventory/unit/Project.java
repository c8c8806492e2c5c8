package org.anchang.inventory.unit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.anchang.events.InventoryEvent.ProjectOpened;
import org.jspecify.annotations.Nullable;

/// One development on sale, with one sales office (项目 / 案场).
///
/// @param code      as tokens name it in `projects`
/// @param region    its two pinyin initials begin the customer numbers (CUS-2), e.g. `LY` or `洛阳`
/// @param rehearsal whether it is there to rehearse opening days in, with nothing for sale
public record Project(
        String code,
        String name,
        String region,
        @Nullable String city,
        boolean rehearsal,
        String createdBy,
        Instant createdAt) {
    /// CUS-2: what the others are told of the opening.
    public ProjectOpened opened() {
        var stream = UUID.nameUUIDFromBytes(("project " + code).getBytes(StandardCharsets.UTF_8));
        return new ProjectOpened(stream, code, createdAt, name, region, city, rehearsal);
    }
}
