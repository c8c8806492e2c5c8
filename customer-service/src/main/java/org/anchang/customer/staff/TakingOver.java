package org.anchang.customer.staff;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.customer.staff.account.Accounts;
import org.anchang.kit.identity.Acting;
import org.anchang.kit.sweep.Slices;
import org.jboss.logging.Logger;

/// Those whom the identity provider knows and the product does not, as the first administrator, are entered with the
/// posts that they hold there, once after each start. Whom the product knows is the product's.
@ApplicationScoped
class TakingOver {
    private static final Logger LOG = Logger.getLogger(TakingOver.class);

    @Inject
    Accounts accounts;

    @Inject
    InvitingPeople inviting;

    @Inject
    Slices slices;

    private volatile boolean isDone;
    private volatile String told = "";

    /// Again and again until the provider has answered.
    @Scheduled(every = "{anchang.staff.taking-over}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void takeOver() {
        if (isDone) {
            return;
        }
        try (var _ = Acting.of("identity provider", null)) {
            accounts.all().forEach(account -> slices.run(() -> inviting.enter(account)));
            isDone = true;
        } catch (RuntimeException e) {
            var why = String.valueOf(e.getMessage());
            if (!why.equals(told)) {
                LOG.warnf("Who works here already is not known yet: %s", why);
            }
            told = why;
        }
    }
}
