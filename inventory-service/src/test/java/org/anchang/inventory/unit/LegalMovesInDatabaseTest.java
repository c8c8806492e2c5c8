package org.anchang.inventory.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.anchang.events.ProductType;
import org.anchang.inventory.AnOffice;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Superuser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class LegalMovesInDatabaseTest {
    @Test
    @DisplayName("INV-3 the database knows the same moves, and refuses any other even to a bare UPDATE")
    void sameMoves() throws SQLException {
        var unit = AnOffice.with(1).units().getFirst();
        try (var connection = Superuser.connect()) {
            connection.setAutoCommit(false);
            for (var from : UnitState.values()) {
                for (var to : UnitState.values()) {
                    var legal = from == to
                            || Arrays.stream(UnitMove.values())
                                    .anyMatch(move -> move.startsFrom(from) && move.to() == to);
                    put(connection, unit, from);
                    assertThat(accepts(connection, unit, to))
                            .as(from + " to " + to)
                            .isEqualTo(legal);
                    connection.rollback();
                }
            }
        }
    }

    @Test
    @DisplayName("INV-2 INV-9 INV-11 the database knows the same states for sold, and the same types for homes")
    void sameWords() throws SQLException {
        try (var connection = Superuser.connect()) {
            for (var state : UnitState.values()) {
                assertThat(is(connection, "is_sold", state)).as(state.name()).isEqualTo(state.isSold());
            }
            for (var type : ProductType.values()) {
                assertThat(is(connection, "is_home", type)).as(type.name()).isEqualTo(Homes.isHome(type.name()));
            }
        }
    }

    private static boolean is(Connection connection, String function, Enum<?> word) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT " + function + "('" + word + "')")) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    /// Past the guard, to have somewhere to start from.
    private static void put(Connection connection, String unit, UnitState state) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL session_replication_role = replica");
            statement.execute("UPDATE unit SET state = '" + state + "' WHERE id = '" + unit + "'");
            statement.execute("SET LOCAL session_replication_role = origin");
        }
    }

    private static boolean accepts(Connection connection, String unit, UnitState state) {
        try (var statement = connection.createStatement()) {
            statement.execute("UPDATE unit SET state = '" + state + "' WHERE id = '" + unit + "'");
            return true;
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("INV-3");
            return false;
        }
    }
}
