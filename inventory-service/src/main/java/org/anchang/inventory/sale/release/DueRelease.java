package org.anchang.inventory.sale.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.anchang.inventory.sale.release.PuttingOnSale.Opening;
import org.anchang.kit.audit.AuditedTransaction;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Acting;
import org.anchang.kit.work.LongWork;
import org.jboss.logging.Logger;

/// INV-8: opens one release whose moment has come, or comes within seconds.
@ApplicationScoped
class DueRelease {
    /// Rolls back what was done ahead.
    private static final class GivingWay extends RuntimeException {
        private final transient UUID release;

        private GivingWay(UUID release) {
            super("Something comes before release " + release, null, false, false);
            this.release = release;
        }
    }

    private static final Logger LOG = Logger.getLogger(DueRelease.class);

    @Inject
    Releases releases;

    @Inject
    Obstacles obstacles;

    @Inject
    PuttingOnSale onSale;

    @Inject
    LongWork longWork;

    @Inject
    AuditedTransaction transaction;

    @Inject
    OfficeClock clock;

    /// Where all is valid, the units move before the moment and nobody sees it: the transaction waits for the
    /// moment with its commit. So thousands of units open as punctually as one, and none a moment earlier.
    /// What has to be valid is looked at again at the moment, and blocks the release if it is not. Then all that
    /// was done ahead is undone. So it is for whoever withdraws the release before its moment, opens it by hand or
    /// takes back one of its prices, who comes first; and where a lock is not to be had within seconds, such as the
    /// turn at the prices during an import: the next look, a second later, tries again.
    ///
    /// @return whether there was one
    boolean next() {
        try (var _ = Acting.of("sweep OpeningReleases", null)) {
            return openNextUnlessInTheWay();
        }
    }

    private boolean openNextUnlessInTheWay() {
        try {
            return longWork.inSlices(this::openNext);
        } catch (GivingWay way) {
            return longWork.inSlices(() -> releases.awaitCommand(way.release));
        }
    }

    private boolean openNext() {
        releases.waitBriefly();
        var due = releases.lockNextDue();
        due.ifPresent(release -> transaction.inTheNameOf(release.by(), () -> open(release)));
        return due.isPresent();
    }

    private void open(Release release) {
        giveWayUnless(releases.isUndisturbed(release.id()), release);
        var at = later(release.opensAt(), clock.instant());
        var wasClear = obstacles.of(release, OfficeClock.dateOf(at)).isEmpty();
        if (wasClear) {
            putOnSale(release, at);
        }
        giveWayUnless(releases.await(release), release);
        var found = obstacles.of(release, OfficeClock.dateOf(at));
        giveWayUnless(!wasClear || found.isEmpty(), release);
        if (!found.isEmpty()) {
            releases.blocked(release.id(), found);
            LOG.warnf("INV-6 release %s of %s is blocked: %s", release.id(), release.project(), found);
            return;
        }
        if (!wasClear) {
            putOnSale(release, at);
        }
        releases.opened(release.id(), null);
    }

    private void putOnSale(Release release, Instant at) {
        var opening = Opening.of(
                release, release.by(), at, () -> giveWayUnless(releases.isUndisturbed(release.id()), release));
        onSale.put(opening, releases.unitsOf(release.id()));
    }

    private static void giveWayUnless(boolean holds, Release release) {
        if (!holds) {
            throw new GivingWay(release.id());
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
