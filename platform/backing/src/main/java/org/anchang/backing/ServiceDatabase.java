package org.anchang.backing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/// SEC-6: a database that one service alone can open: its owner makes the tables, its other roles use them.
/// The owner gives them what they need of each table when it has made them
/// (`db/kit/afterMigrate__rights.sql` of the service-kit).
///
/// @param owner   of the database and all that is in it; no superuser
/// @param users   may open it, and nothing more yet
/// @param readers may open it and read all of it, such as the auditor
public record ServiceDatabase(String name, DatabaseRole owner, List<DatabaseRole> users, List<DatabaseRole> readers) {

    /// The roles of a service's database, by the names that they have everywhere.
    public static ServiceDatabase of(String name, String ownerPassword, String userPassword) {
        return new ServiceDatabase(
                name,
                new DatabaseRole(name + "_owner", ownerPassword),
                List.of(new DatabaseRole(name + "_service", userPassword)),
                List.of());
    }

    /// The same, read by somebody who sees the databases of all services.
    public ServiceDatabase readBy(DatabaseRole reader) {
        return new ServiceDatabase(name, owner, users, List.of(reader));
    }

    /// The one role that a service works with.
    public DatabaseRole user() {
        return users.getFirst();
    }

    /// Makes what is not there; passwords become these.
    ///
    /// @param superuser connected to another database of the server
    public void make(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            role(superuser, statement, owner);
            var guests = Stream.concat(users.stream(), readers.stream()).toList();
            for (var guest : guests) {
                role(superuser, statement, guest);
            }
            var database = statement.enquoteIdentifier(name, true);
            if (!exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE " + database);
            }
            statement.execute("ALTER DATABASE " + database + " OWNER TO " + quoted(statement, owner));
            // What everybody may do without being told so: open it, and make tables in it that last as long as a
            // connection.
            statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
            for (var guest : guests) {
                statement.execute("GRANT CONNECT ON DATABASE " + database + " TO " + quoted(statement, guest));
            }
            for (var reader : readers) {
                statement.execute("GRANT pg_read_all_data TO " + quoted(statement, reader));
            }
            statement.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
        }
    }

    private static void role(Connection superuser, Statement statement, DatabaseRole role) throws SQLException {
        var name = quoted(statement, role);
        if (!exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.name())) {
            statement.execute("CREATE ROLE " + name);
        }
        statement.execute(
                "ALTER ROLE " + name + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT");
        // Hashed here: the server never sees it, nor its log.
        superuser
                .unwrap(PGConnection.class)
                .alterUserPassword(role.name(), role.password().toCharArray(), "scram-sha-256");
    }

    private static String quoted(Statement statement, DatabaseRole role) throws SQLException {
        return statement.enquoteIdentifier(role.name(), true);
    }

    private static boolean exists(Connection superuser, String question, String name) throws SQLException {
        try (var query = superuser.prepareStatement(question)) {
            query.setString(1, name);
            try (var answer = query.executeQuery()) {
                return answer.next();
            }
        }
    }
}
