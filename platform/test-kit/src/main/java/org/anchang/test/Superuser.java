package org.anchang.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.anchang.backing.ServiceDatabase;

/// The service's database as no service may open it: for tests that build up, break or look past what the service's
/// own role cannot.
public final class Superuser {
    /// Another service's database, which the service's role must not be able to open.
    static final String NEIGHBOUR = "neighbour";

    private static final String URL = "anchang.test.database";
    private static final String USER = "anchang.test.database.user";
    private static final String PASSWORD = "anchang.test.database.password";

    private Superuser() {}

    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty(URL), System.getProperty(USER), System.getProperty(PASSWORD));
    }

    /// Runs statements in one transaction.
    public static void run(String... statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs a statement that takes no transaction around it.
    public static void runAlone(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Makes the service's database, and one more beside it, as an office does.
    static ServiceDatabase prepare(Backing.Addresses at) {
        // By properties: tests are loaded by another class loader than what they stand on.
        System.setProperty(URL, at.jdbcUrl());
        System.setProperty(USER, at.user());
        System.setProperty(PASSWORD, at.password());
        var own = ServiceDatabase.of(Backing.DATABASE, "the owner's", "the service's");
        try (var connection = connect()) {
            own.make(connection);
            ServiceDatabase.of(NEIGHBOUR, "its owner's", "its service's").make(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return own;
    }
}
