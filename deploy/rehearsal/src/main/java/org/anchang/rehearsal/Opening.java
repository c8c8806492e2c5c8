package org.anchang.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.anchang.client.Person;

/// The planned releases of a copy, all for one second.
///
/// @param releases ids
/// @param moment   of this JVM's clock for intervals, in nanoseconds
record Opening(List<String> releases, long moment) {
    /// What the clock of the office shows, which need not agree with ours.
    ///
    /// @param at when it was `nanos` here
    record OfficeTime(Instant at, long nanos) {
        long nanosAt(Instant moment) {
            return nanos + Duration.between(at, moment).toNanos();
        }

        Instant now() {
            return at.plusNanos(System.nanoTime() - nanos);
        }
    }

    /// How long after its second the last of them was open.
    ///
    /// @throws IllegalStateException if one is not open: then nothing was rehearsed
    Duration late(Person siteManager) {
        return releases.stream()
                .map(release ->
                        late(siteManager.get("/releases/" + release).done().json()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static Duration late(JsonNode release) {
        if (!release.path("state").asText().equals("OPEN")) {
            throw new IllegalStateException("the copy did not open at its second, it is "
                    + release.path("state").asText() + " " + release.path("obstacles"));
        }
        return Duration.between(
                Instant.parse(release.path("opensAt").asText()),
                Instant.parse(release.path("openedAt").asText()));
    }
}
