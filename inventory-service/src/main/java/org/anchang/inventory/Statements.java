package org.anchang.inventory;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// Plain SQL in the current transaction, for what the database decides: conditional writes and whole tables at
/// once.
@ApplicationScoped
public class Statements {
    /// Makes something of the row at hand.
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Inject
    AgroalDataSource database;

    public <T> List<T> rows(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (row.next()) {
                    found.add(reader.read(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> Optional<T> row(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return rows(sql, reader, parameters).stream().findFirst();
    }

    /// Hands over the rows in batches of `size`, as the database sends them: however many there are, one batch is
    /// in memory. In a transaction, without which all of them would be.
    public <T> void batches(
            int size, Consumer<List<T>> batch, String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.setFetchSize(size);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<T>(size);
                while (row.next()) {
                    found.add(reader.read(row));
                    if (found.size() == size) {
                        batch.accept(List.copyOf(found));
                        found.clear();
                    }
                }
                batch.accept(List.copyOf(found));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @return how many rows were written
    public int write(String sql, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Writes many rows of the same kind in one go.
    public void writeAll(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case null -> statement.setObject(i + 1, null);
                case Instant instant -> statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
                case Money money -> statement.setBigDecimal(i + 1, money.amount());
                case BigDecimal decimal -> statement.setBigDecimal(i + 1, decimal);
                case Enum<?> choice -> statement.setString(i + 1, choice.name());
                case UUID[] ids ->
                    statement.setArray(i + 1, statement.getConnection().createArrayOf("uuid", ids));
                case String[] texts ->
                    statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
                default -> statement.setObject(i + 1, parameters[i]);
            }
        }
    }
}
