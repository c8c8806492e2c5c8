package org.anchang.customer.dossier.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;

/// CUS-7: what nobody agrees to any more is deleted in its time: its key is shredded.
@ApplicationScoped
class ShreddingKeys implements Sweep {
    private static final String SHRED = """
            UPDATE dossier_key SET wrapped = NULL, shredded_at = clock_timestamp()
            WHERE wrapped IS NOT NULL AND shred_due <= clock_timestamp()""";

    @Inject
    Slices slices;

    @Inject
    Database database;

    @Override
    public String nextDue() {
        return "SELECT min(shred_due) FROM dossier_key WHERE wrapped IS NOT NULL AND shred_due IS NOT NULL";
    }

    @Override
    public void run() {
        slices.run(() -> database.sql(SHRED).write());
    }
}
