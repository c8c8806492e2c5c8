package org.anchang.kit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import org.anchang.kit.Ids;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.seal.DataKeys.Purpose;
import org.anchang.kit.seal.DataKeys.Row;
import org.anchang.kit.sql.Database;

/// CUS-6: all data keys come to be wrapped under the current master key, and what is sealed from now on
/// goes under a new one. A handful of rows, whatever the office has sealed; it is done whole or not at all,
/// and done again it does nothing (decision 46).
@ApplicationScoped
class RotatingKeys {
    private static final String REWRAP = """
            UPDATE data_key SET master = :master, wrapped = :wrapped, wrapped_at = clock_timestamp()
            WHERE id = :id""";
    private static final String REMEMBER = """
            INSERT INTO key_rotation (id, by, master, rewrapped) VALUES (:id, :by, :master, :rewrapped)""";
    private static final String PAST =
            "SELECT at, by, master, rewrapped FROM key_rotation ORDER BY at DESC, id DESC LIMIT 100";

    @Inject
    DataKeys keys;

    @Inject
    MasterKeys masters;

    @Inject
    Database database;

    @Inject
    Caller caller;

    /// @return how many keys were wrapped anew
    @Transactional
    int rotate() {
        keys.lock();
        var rows = keys.rows();
        var rewrapped = 0;
        for (var row : rows) {
            rewrapped += row.master().equals(masters.current().id()) ? 0 : rewrap(row);
        }
        var hasBegun = keepCouriers(rows);
        if (rewrapped > 0) {
            keys.add(Purpose.VALUES, SealingKey.random(), null);
        }
        if (rewrapped > 0 || hasBegun) {
            database.sql(REMEMBER)
                    .with("id", Ids.next())
                    .with("by", caller.actor())
                    .with("master", masters.current().id())
                    .with("rewrapped", rewrapped)
                    .write();
        }
        return rewrapped;
    }

    List<SealingKeysResource.Rotation> past() {
        return database.sql(PAST).rows(SealingKeysResource.Rotation.class);
    }

    private int rewrap(Row row) {
        return database.sql(REWRAP)
                .with("id", row.id())
                .with("master", masters.current().id())
                .with("wrapped", masters.current().wrap(keys.unwrapped(row), row.place()))
                .write();
    }

    /// What neighbours sealed under any key of the ring can be opened after it is gone; to them goes what
    /// is sealed under the current one.
    private boolean keepCouriers(Iterable<Row> rows) {
        var kept = new HashMap<String, Row>();
        for (var row : rows) {
            if (row.courierOf() != null) {
                kept.put(row.courierOf(), row);
            }
        }
        // The current one is the last, and so the one that seals.
        var hasBegun = false;
        for (var master : masters.all().reversed()) {
            var there = kept.get(master.id());
            if (there == null) {
                keys.add(Purpose.COURIER, master.courier().bytes(), master.id());
                hasBegun = true;
            } else if (master.equals(masters.current())) {
                keys.goBackTo(there);
                hasBegun |= !there.seals();
            }
        }
        return hasBegun;
    }
}
