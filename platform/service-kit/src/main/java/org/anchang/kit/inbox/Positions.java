package org.anchang.kit.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// How far each aggregate was read. Who takes a position has it until the end of the transaction.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Positions {
    /// Where an aggregate was found.
    ///
    /// @param parked whether events of it wait. What another replica parks in this very moment does not show; it is
    ///               found there by the retry
    record Position(long last, boolean parked) {}

    /// In the order of the aggregates, so that two who take several never wait for each other.
    private static final String TAKE = """
            INSERT INTO inbox_position AS p (topic, aggregate, last)
            SELECT ?, aggregate, last FROM unnest(?::uuid[], ?::int8[]) AS reached (aggregate, last) ORDER BY aggregate
            ON CONFLICT (topic, aggregate) DO UPDATE SET last = greatest(p.last, excluded.last)
            RETURNING p.aggregate, coalesce(old.last, 0) AS last, EXISTS (
                SELECT FROM inbox_parked w WHERE w.topic = p.topic AND w.aggregate = p.aggregate) AS parked""";
    private static final String LOCK = """
            INSERT INTO inbox_position AS p (topic, aggregate, last) VALUES (?, ?, 0)
            ON CONFLICT (topic, aggregate) DO UPDATE SET last = p.last RETURNING p.last""";
    private static final String ADVANCE = "UPDATE inbox_position SET last = ? WHERE topic = ? AND aggregate = ?";
    /// Less than a deadlock takes to be found: it is never a command that pays for one with what is read together.
    private static final String GIVE_WAY = "SET LOCAL lock_timeout = '300ms'";

    @Inject
    AgroalDataSource database;

    /// Waits for nobody's lock for long in this transaction.
    void giveWay() {
        inDatabase(GIVE_WAY, PreparedStatement::execute);
    }

    /// Moves each aggregate behind the last of these events. @return where each was before
    Map<UUID, Position> take(List<Received> events) {
        var reached = new HashMap<UUID, Long>();
        events.forEach(event -> reached.merge(event.aggregate(), event.sequence(), Math::max));
        return inDatabase(TAKE, statement -> {
            var connection = statement.getConnection();
            statement.setString(1, events.getFirst().topic());
            statement.setArray(2, array(connection, "uuid", reached.keySet().toArray()));
            statement.setArray(3, array(connection, "int8", reached.values().toArray()));
            var found = new HashMap<UUID, Position>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            rows.getObject("aggregate", UUID.class),
                            new Position(rows.getLong("last"), rows.getBoolean("parked")));
                }
            }
            return found;
        });
    }

    /// @return the sequence number of the last event read
    long lock(String topic, UUID aggregate) {
        return inDatabase(LOCK, statement -> {
            statement.setString(1, topic);
            statement.setObject(2, aggregate);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong("last");
            }
        });
    }

    void advance(Received event) {
        inDatabase(ADVANCE, statement -> {
            statement.setLong(1, event.sequence());
            statement.setString(2, event.topic());
            statement.setObject(3, event.aggregate());
            return statement.executeUpdate();
        });
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T inDatabase(String sql, Use<T> use) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return use.of(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static java.sql.Array array(Connection connection, String type, Object[] members) throws SQLException {
        return connection.createArrayOf(type, members);
    }
}
