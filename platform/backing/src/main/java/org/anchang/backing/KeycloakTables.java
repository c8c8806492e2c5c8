package org.anchang.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/// The tables of a new Keycloak, still empty. Its first start on a machine makes them step by step, through the
/// history of all its versions, which takes longer than all else it does; later first starts begin with the result.
/// Nothing of anybody is in it, and Keycloak, which finds its list of steps complete, has none to make. Decision 53.
final class KeycloakTables {
    private static final String FILE = "tables.sql";

    /// One a row, as they can be run one after the other. The steps that were made are rows of `databasechangelog`;
    /// the lock beside it is Keycloak's to make.
    private static final String STATEMENTS = """
            WITH made AS (
              SELECT oid, relname FROM pg_class
              WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'databasechangeloglock')
            SELECT 1, format('CREATE TABLE %I (%s)', relname, string_agg(concat_ws(' ',
                        quote_ident(attname), format_type(atttypid, atttypmod), 'DEFAULT ' || pg_get_expr(adbin, adrelid),
                        CASE WHEN attnotnull THEN 'NOT NULL' END), ', ' ORDER BY attnum)) AS statement
            FROM made JOIN pg_attribute ON attrelid = made.oid AND attnum > 0 AND NOT attisdropped
            LEFT JOIN pg_attrdef ON adrelid = made.oid AND adnum = attnum
            GROUP BY relname
            UNION ALL
            SELECT 2, format('INSERT INTO databasechangelog'
                        || ' SELECT * FROM json_populate_record(NULL::databasechangelog, %L)', to_json(step))
            FROM databasechangelog step
            UNION ALL
            SELECT CASE contype WHEN 'f' THEN 4 ELSE 3 END,
                   format('ALTER TABLE %I ADD CONSTRAINT %I %s', relname, conname, pg_get_constraintdef(c.oid))
            FROM made JOIN pg_constraint c ON conrelid = made.oid AND contype <> 'n'
            UNION ALL
            SELECT 5, pg_get_indexdef(indexrelid)
            FROM made JOIN pg_index ON indrelid = made.oid
            WHERE indexrelid NOT IN (SELECT conindid FROM pg_constraint WHERE contype <> 'f')
            ORDER BY 1, 2""";

    /// Whether something is there that they leave out.
    private static final String MORE = """
            SELECT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('r', 'i'))
                OR EXISTS (SELECT FROM pg_proc WHERE pronamespace = 'public'::regnamespace)
                OR EXISTS (SELECT FROM pg_trigger WHERE NOT tgisinternal)""";

    private static final String ANY =
            "SELECT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace)";

    private final String name;

    /// @param programs of this version
    KeycloakTables(Path programs) {
        name = programs.getFileName() + "-tables";
    }

    /// Lays them out in a database that has none yet, if they are known.
    ///
    /// @return whether Keycloak will have to make them
    boolean layOut(Connection owner) throws SQLException, IOException {
        if (yes(owner, ANY)) {
            return false;
        }
        var known = Unpacked.found(name);
        if (known.isEmpty()) {
            return true;
        }
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            statement.execute(Files.readString(known.get().resolve(FILE)));
        }
        owner.commit();
        return false;
    }

    /// Keeps them for the next first start, as Keycloak has made them in this database.
    void keep(Connection owner) throws SQLException {
        if (yes(owner, MORE)) {
            return;
        }
        var statements = new ArrayList<String>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(STATEMENTS)) {
            while (rows.next()) {
                statements.add(rows.getString("statement"));
            }
        }
        Unpacked.folder(name, folder -> Files.writeString(folder.resolve(FILE), String.join(";\n", statements)));
    }

    private static boolean yes(Connection owner, String question) throws SQLException {
        try (var statement = owner.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
