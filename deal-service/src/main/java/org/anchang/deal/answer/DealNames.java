package org.anchang.deal.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// What people call a deal, for answers that are about many of them: asked for once, for all of a page.
@ApplicationScoped
public class DealNames {
    /// @param home   what it is about, by its label
    /// @param buyers masked (CUS-6); before a form names them, the customer, as far as that is known
    public record Named(
            UUID deal, String ticket, String home, @Nullable String buyers, String consultant) {}

    private static final String NAMED =
            "SELECT deal, ticket, home, buyers, consultant FROM deal_standing WHERE deal = ANY (:deals)";

    @Inject
    Database database;

    public Map<UUID, Named> of(Collection<UUID> deals) {
        return database.sql(NAMED).with("deals", deals).rows(Named.class).stream()
                .collect(Collectors.toMap(Named::deal, Function.identity()));
    }
}
