package org.anchang.audit;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the auditor looks at: one snapshot of each service's database, and every record of the topics.
public final class Evidence implements AutoCloseable {
    public static final List<String> SERVICES = List.of("customer", "inventory", "deal", "approval", "commission");
    /// Who reads events: those who publish them, and who reads along.
    public static final List<String> READERS =
            List.of("customer", "inventory", "deal", "approval", "commission", "reporting");

    private final Map<String, Connection> databases;
    private final Topics topics;

    private Evidence(Map<String, Connection> databases, Topics topics) {
        this.databases = databases;
        this.topics = topics;
    }

    public static Evidence of(Addresses office) throws SQLException {
        var databases = new LinkedHashMap<String, Connection>();
        for (var service : READERS) {
            databases.put(service, snapshot(office, service));
        }
        return new Evidence(databases, Topics.read(office.kafka()));
    }

    public Topics topics() {
        return topics;
    }

    /// The rows of a query on one service's database.
    public List<Row> rows(String service, String sql, Object... parameters) {
        try (var statement = requireNonNull(databases.get(service)).prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var result = statement.executeQuery()) {
                var columns = result.getMetaData();
                var rows = new ArrayList<Row>();
                while (result.next()) {
                    var values = new LinkedHashMap<String, Object>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        values.put(columns.getColumnLabel(i), result.getObject(i));
                    }
                    rows.add(new Row(values));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(service + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        databases.values().forEach(connection -> {
            try {
                connection.close();
            } catch (SQLException e) {
                // A connection that cannot be closed has nothing more to tell.
            }
        });
    }

    private static Connection snapshot(Addresses office, String service) throws SQLException {
        var connection = DriverManager.getConnection(office.postgres() + service, office.user(), office.password());
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }
}
