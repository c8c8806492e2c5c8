package org.anchang.customer.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.customer.staff.account.Accounts;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.jboss.logging.Logger;

/// Brings accounts to what people's posts say. Whatever was interrupted is done again: an account is made what it is to
/// be, not changed by what was done.
@ApplicationScoped
class FollowingAccounts implements Sweep {
    private static final Logger LOG = Logger.getLogger(FollowingAccounts.class);
    private static final int AT_A_TIME = 50;

    @Inject
    Slices slices;

    @Inject
    AccountUpdates updates;

    @Inject
    Accounts accounts;

    @Override
    public String nextDue() {
        return AccountUpdates.NEXT_DUE;
    }

    /// What one of them lacks the others may lack too: after a failure the rest waits for the next second.
    @Override
    public void run() {
        for (int done = 0; done < AT_A_TIME; done++) {
            var due = slices.call(updates::take).orElse(null);
            if (due == null || !isBrought(due)) {
                return;
            }
        }
    }

    private boolean isBrought(AccountUpdates.Due due) {
        try {
            accounts.bring(due.account(), due.password());
        } catch (RuntimeException e) {
            LOG.warnf("The account of %s does not follow yet: %s", due.account().person(), e.getMessage());
            slices.run(() -> updates.failed(due));
            return false;
        }
        slices.run(() -> updates.done(due));
        return true;
    }
}
