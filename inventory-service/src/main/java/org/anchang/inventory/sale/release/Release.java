package org.anchang.inventory.sale.release;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.kit.Action;
import org.anchang.kit.sql.Json;
import org.anchang.kit.sql.Prefix;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// INV-8, INV-14: a release on record: which units, on which permit, by whom, when. Here are what is asked for and what
/// is shown, which is the row.
///
/// @param permit    number of the pre-sale permit on which the units are sold
/// @param units     how many there are
/// @param opensAt   its moment, by the clock of the database; of one that was opened at once, when that was
/// @param openedBy  who opened it by hand; absent where its moment did
/// @param blockedAt since when it waits for that to be mended
/// @param obstacles what keeps it from opening: of a planned one at its moment, as far as is known now; of
///                  a blocked one today; of any other what was not valid at its moment
/// @param corrected the last correction of its permit
/// @param by        who planned it
public record Release(
        UUID id,
        String project,
        ReleaseState state,
        String permit,
        @Nullable String note,
        int units,
        Instant opensAt,
        @Nullable Instant openedAt,
        @Nullable String openedBy,
        @Nullable Instant blockedAt,
        @Json List<Obstacle> obstacles,
        @Prefix("corrected") @Nullable PermitCorrection corrected,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnFor,
        String by,
        Instant at,
        @Json List<Action> actions) {
    /// Exactly one of `units`, `building` and `everything` says what opens.
    ///
    /// @param opensAt when it opens, by the clock of the database; left out: at once
    /// @param permit  number of the pre-sale permit on which they are sold
    @Schema(name = "ReleaseUnits")
    public record Asked(
            @NotBlank String project,
            @Nullable @Size(max = 10_000) List<@NotNull UUID> units,
            @Nullable UUID building,
            @Nullable Boolean everything,
            @Nullable Instant opensAt,
            @NotBlank @Size(max = 100) String permit,
            @Nullable @Size(max = 500) String note) {}

    /// @param before the permit until then
    public record PermitCorrection(String before, String by, Instant at, String reason) {}

    /// As it is shown to somebody now.
    Release shown(List<Obstacle> found, List<Action> offered) {
        return new Release(
                id,
                project,
                state,
                permit,
                note,
                units,
                opensAt,
                openedAt,
                openedBy,
                blockedAt,
                found,
                corrected,
                withdrawnAt,
                withdrawnBy,
                withdrawnFor,
                by,
                at,
                offered);
    }
}
