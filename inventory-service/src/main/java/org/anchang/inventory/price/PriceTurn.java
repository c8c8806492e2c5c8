package org.anchang.inventory.price;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;

/// INV-2: whoever changes prices of a project does so one after the other.
@ApplicationScoped
public class PriceTurn {
    /// Changes of many prices, which are made a slice at a time.
    public interface InSlices {
        /// Whether one of the project is between two of its slices.
        boolean isUnderWay(String project);
    }

    private static final String TAKE = "SELECT pg_advisory_xact_lock(hashtextextended('price list ' || :project, 0))";
    private static final String TRY =
            "SELECT pg_try_advisory_xact_lock(hashtextextended('price list ' || :project, 0))";

    @Inject
    InSlices changes;

    @Inject
    Database database;

    /// None comes in between the slices of a change that is under way: it would find some of its units with the new
    /// price and some with the old one.
    ///
    /// @throws org.anchang.kit.problem.Refused CONFLICT_TRY_AGAIN while one is, which is for seconds
    public void take(String project) {
        // Without waiting for the end of a slice, then once more with nobody in between.
        refuseIf(changes.isUnderWay(project), KitRefusal.CONFLICT_TRY_AGAIN);
        takeInAnyCase(project);
        refuseIf(changes.isUnderWay(project), KitRefusal.CONFLICT_TRY_AGAIN);
    }

    /// The same for whoever goes on with what is under way.
    public void takeInAnyCase(String project) {
        database.sql(TAKE).with("project", project).one(String.class);
    }

    /// @return whether it was to be had, as nobody is at it
    public boolean tryToTake(String project) {
        return database.sql(TRY).with("project", project).one(Boolean.class);
    }
}
