package org.anchang.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.events.DealEvent.Terms;
import org.anchang.kit.sql.Database;

/// The homes that deals are about, as people name deals by them.
@ApplicationScoped
public class DealHomes {
    private record Home(UUID deal, String home) {}

    private static final String KEEP = """
            INSERT INTO deal_home (deal, home) VALUES (:deal, :home) ON CONFLICT (deal) DO UPDATE SET home = excluded.home""";
    private static final String OF = "SELECT deal, home FROM deal_home WHERE deal = ANY (:deals)";

    @Inject
    Database database;

    /// As the terms say; those of older events do not.
    public void keep(UUID deal, Terms terms) {
        if (terms.home() != null) {
            database.sql(KEEP).with(new Home(deal, terms.home())).write();
        }
    }

    /// Labels by deal, as far as they were told.
    public Map<UUID, String> of(Collection<UUID> deals) {
        return database.sql(OF).with("deals", deals).rows(Home.class).stream()
                .collect(Collectors.toMap(Home::deal, Home::home));
    }
}
