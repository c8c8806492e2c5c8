package org.anchang.inventory.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.anchang.inventory.sale.release.RestsOnRelease;
import org.anchang.kit.sql.Database;

/// INV-13: the units of a release are kept for the tickets of its opening day until that is over or called off.
@ApplicationScoped
class DaysOfReleases implements RestsOnRelease {
    private static final String IS_AHEAD_OR_ON = """
            SELECT count(*) > 0 FROM opening_day WHERE release = :release AND state NOT IN ('ENDED', 'CALLED_OFF')""";

    @Inject
    Database database;

    @Override
    public boolean restsOn(UUID release) {
        return database.sql(IS_AHEAD_OR_ON).with("release", release).one(Boolean.class);
    }
}
