package org.anchang.test.faulty;

import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;

/// Asks for the scope by which it reads.
final class Brushes {
    static final String RULE = "XYZ-99";

    private final Database database;
    private final Caller caller;

    Brushes(Database database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    String list() {
        return database + " " + caller.scope();
    }
}
