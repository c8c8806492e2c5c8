package org.anchang.customer.pool;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.kit.sql.Json;
import org.jspecify.annotations.Nullable;

/// TRK-5: a named pool of a project.
///
/// @param place        of several whose rules name a customer the first takes them
/// @param claimsADay   as the project's setting says, where it is absent; as are the days of cooling down
/// @param retired      nobody falls into it any more; who is in it can still be taken
public record CustomerPool(
        UUID id,
        String project,
        String name,
        int place,
        @Nullable Integer claimsADay,
        @Nullable Integer coolDownDays,
        @Json List<PoolRule> rules,
        boolean retired,
        long version) {
    /// After how many days somebody of this kind falls into it, if they do.
    public Optional<Integer> daysOf(String grade, PoolStage stage, Channel channel) {
        return rules.stream()
                .filter(rule -> rule.isAbout(grade, stage, channel))
                .map(PoolRule::days)
                .findFirst();
    }
}
