package org.anchang.inventory.opening;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.sale.release.ReleasePolicy;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// INV-13: plans an opening day and takes it from state to state.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ConductingOpeningDays {
    private record ReleasePlanned(String project, String state) {}

    /// A withdrawal of the release locks the same row and waits for it; a plan that comes second is told to try again.
    private static final String RELEASE = "SELECT project, state FROM keep_release(:release)";

    @Inject
    OpeningDays days;

    @Inject
    Database database;

    @Inject
    Settings settings;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// From now on until the day has ended, the units of the release can be held with a ticket of it alone.
    ///
    /// @return id of the day
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, RELEASE_IS_NOT_PLANNED, OPENING_DAY_EXISTS
    UUID plan(OpeningDayResource.PlanOpeningDay request) {
        var release = database.sql(RELEASE)
                .with("release", request.release())
                .row(ReleasePlanned.class)
                .filter(found -> caller.scope().covers(found.project()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        // One that is open already has its day as well: what is left of it is then for tickets alone.
        if (release.state().equals("WITHDRAWN")) {
            throw refuse(ReleasePolicy.RELEASE_IS_NOT_PLANNED).with("state", release.state());
        }
        refuseIf(days.restsOn(request.release()), InventoryRefusal.OPENING_DAY_EXISTS);
        var plan = new OpeningDay.Plan(Ids.next(), release.project(), request.release(), request.name());
        var planner = new OpeningDay.Planner(caller.name(), clock.instant());
        var day = request.seedHash() == null
                ? OpeningDay.withSeedOfItsOwn(plan, sealing, planner)
                : OpeningDay.withSeedKeptElsewhere(plan, request.seedHash(), planner);
        days.persistAndFlush(day);
        days.reached(day, null);
        return day.id();
    }

    void openCheckIn(UUID id) {
        move(id, OpeningDay::openCheckIn, null);
    }

    /// The settings of the project become the rules of the day.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, OPENING_DAY_MOVE_NOT_POSSIBLE, RELEASE_IS_NOT_OPEN
    void start(UUID id) {
        move(
                id,
                day -> {
                    day.start(CallRules.of(settings, day.project()));
                    days.mustBeOnSale(day);
                },
                null);
    }

    void end(UUID id) {
        move(id, OpeningDay::end, null);
    }

    void callOff(UUID id, String reason) {
        move(id, OpeningDay::callOff, reason);
    }

    private void move(UUID id, Consumer<OpeningDay> verb, @Nullable String reason) {
        var day = days.lock(caller.scope(), id);
        verb.accept(day);
        days.reached(day, reason);
    }
}
