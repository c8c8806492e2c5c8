package org.anchang.kit.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.kit.sweep.Sweep;

/// Files whose time is over go; that they were written stays.
@ApplicationScoped
class ExpiringExports implements Sweep {
    @Inject
    ExportTasks tasks;

    @Override
    public String nextDue() {
        return "SELECT min(due_at) FROM export_task WHERE state = 'READY'";
    }

    @Override
    public void run() {
        int expired;
        do {
            expired = tasks.expire();
        } while (expired > 0);
    }
}
