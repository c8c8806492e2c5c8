package org.anchang.inventory.sale.release;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.anchang.inventory.sale.release.PuttingOnSale.Opening;
import org.anchang.inventory.sale.release.ReleasePolicy.Candidate;
import org.anchang.inventory.sale.release.Releases.NewPermit;
import org.anchang.inventory.sale.release.Releases.NewRelease;
import org.anchang.inventory.sale.release.Releases.Withdrawal;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;

/// INV-8, INV-14: puts units on sale, at once or planned for a moment.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReleasingUnits {
    private static final String CHOSEN = """
            SELECT u.id AS unit, u.building, u.state, r.unit IS NOT NULL AS released
            FROM unit_standing u LEFT JOIN release_unit r ON r.unit = u.id AND NOT r.withdrawn
            WHERE u.project = :project AND (u.id = ANY (:named)
                OR u.state = 'CLOSED' AND r.unit IS NULL AND (u.building = CAST(:building AS uuid) OR :everything))""";

    @Inject
    Releases releases;

    @Inject
    Obstacles obstacles;

    @Inject
    RestsOnRelease openingDays;

    @Inject
    PuttingOnSale onSale;

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    /// A plan is checked against certificates and permit when its moment comes, and shows what it would find; a release
    /// at once is checked now.
    ///
    /// @return id of the release
    /// @throws org.anchang.kit.problem.Refused RELEASE_IS_AMBIGUOUS, RELEASE_NAMES_NO_UNITS,
    ///     CERTIFICATES_INCOMPLETE, PERMIT_IS_NOT_THE_BUILDINGS, UNIT_IS_NOT_CLOSED, UNIT_IS_IN_ANOTHER_RELEASE,
    ///     RELEASE_MOMENT_HAS_PASSED
    UUID release(Release.Asked asked) {
        caller.mustBeBoundTo(asked.project());
        ReleasePolicy.mustSayWhichOnce(asked);
        var chosen = chosen(asked);
        ReleasePolicy.mayBeReleased(chosen, asked.opensAt() == null ? obstaclesNow(asked, chosen) : List.of());
        var units = chosen.stream().map(Candidate::unit).sorted().toList();
        var release = new NewRelease(Ids.next(), units.size(), caller.name(), clock.instant());
        refuseUnless(releases.add(asked, release), ReleasePolicy.RELEASE_MOMENT_HAS_PASSED);
        releases.take(release.id(), units);
        if (asked.opensAt() == null) {
            onSale.put(Opening.atOnce(asked, release), units);
        }
        return release.id();
    }

    /// Opens a planned or blocked release by hand.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, RELEASE_IS_NOT_PLANNED, CERTIFICATES_INCOMPLETE,
    ///     PERMIT_IS_NOT_THE_BUILDINGS
    void open(UUID id) {
        var release = lock(id, planned -> ReleasePolicy.mayOpen(planned.state(), obstacles.of(planned, clock.today())));
        onSale.put(Opening.of(release, caller.name(), clock.instant(), () -> {}), releases.unitsOf(id));
        releases.opened(id, caller.name());
    }

    /// Names the right permit, while the release is not open; nothing else about it changes.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, RELEASE_IS_NOT_PLANNED
    void correctPermit(UUID id, ReleaseResource.CorrectPermit request) {
        lock(id, release -> ReleasePolicy.mayHaveAnotherPermit(release.state()));
        releases.corrected(id, new NewPermit(request.permit(), caller.name(), clock.instant(), request.reason()));
    }

    /// Takes a plan back; its units are free for another release.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND, RELEASE_IS_NOT_PLANNED, RELEASE_HAS_OPENING_DAY
    void withdraw(UUID id, String reason) {
        lock(id, release -> ReleasePolicy.mayBeWithdrawn(release.state(), openingDays.restsOn(id)));
        releases.withdrawn(id, new Withdrawal(caller.name(), clock.instant(), reason));
    }

    /// Looks before it locks too: nobody gives way, with all that is done ahead, to a command that is refused anyway.
    private Release lock(UUID id, Consumer<Release> check) {
        check.accept(releases.get(caller.scope(), id));
        var release = releases.lock(caller.scope(), id);
        check.accept(release);
        return release;
    }

    private List<Obstacle> obstaclesNow(Release.Asked asked, List<Candidate> chosen) {
        var buildings = chosen.stream().map(Candidate::building).collect(Collectors.toSet());
        return obstacles.of(buildings, asked.permit(), clock.today());
    }

    private List<Candidate> chosen(Release.Asked asked) {
        var named = asked.units() == null
                ? List.<UUID>of()
                : asked.units().stream().distinct().toList();
        var found = database.sql(CHOSEN)
                .with("project", asked.project())
                .with("named", named)
                .with("building", asked.building())
                .with("everything", Boolean.TRUE.equals(asked.everything()))
                .rows(Candidate.class);
        var ids = found.stream().map(Candidate::unit).collect(Collectors.toSet());
        refuseUnless(ids.containsAll(named), KitRefusal.NOT_FOUND);
        return found;
    }
}
