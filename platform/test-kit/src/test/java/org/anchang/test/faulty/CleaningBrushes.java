package org.anchang.test.faulty;

import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;

/// An act, which asks who calls.
final class CleaningBrushes {
    private final Database database;
    private final Caller caller;

    CleaningBrushes(Database database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    String clean() {
        return database + " " + caller.scope();
    }
}
