package org.anchang.test.faulty;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.anchang.kit.sql.Database;

/// A resource that reads rows by itself.
final class BrushResource {
    private final Database database;

    BrushResource(Database database) {
        this.database = database;
    }

    String one(ResultSet row) throws SQLException {
        return database + row.getString(1);
    }
}
