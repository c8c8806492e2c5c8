package org.anchang.customer.pool;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.anchang.customer.Channel;

/// TRK-5: who falls into a pool, and after how many days.
///
/// @param grades   of these; none: of any
/// @param stages   at these; none: at any
/// @param channels who came by these; none: by any
/// @param days     without contact
public record PoolRule(
        @NotNull @Size(max = 5) List<@NotNull PoolGrade> grades,
        @NotNull @Size(max = 4) List<@NotNull PoolStage> stages,
        @NotNull @Size(max = 5) List<@NotNull Channel> channels,
        @NotNull @Min(1) @Max(3650) Integer days) {
    boolean isAbout(String grade, PoolStage stage, Channel channel) {
        return (grades.isEmpty() || grades.stream().anyMatch(one -> one.key().equals(grade)))
                && (stages.isEmpty() || stages.contains(stage))
                && (channels.isEmpty() || channels.contains(channel));
    }
}
