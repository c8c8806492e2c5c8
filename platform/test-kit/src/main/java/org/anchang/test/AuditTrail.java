package org.anchang.test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anchang.events.Event;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// SEC-2, SEC-5: what a service's audit says of one row, the oldest change first.
public record AuditTrail(DataSource database, String relation, String row) {
    /// @param cause absent where the person sent a command
    public record Change(String actor, @Nullable String cause, String action) {}

    /// Waits until something was done to the row, and expects all of it in this person's name and by such
    /// an event.
    public void isAllOf(String person, Class<? extends Event> event) {
        var changes = Awaitility.await().atMost(Patience.AT_LAST).until(this::changes, found -> !found.isEmpty());
        Assertions.assertThat(changes).allSatisfy(change -> {
            Assertions.assertThat(change.actor()).isEqualTo(person);
            Assertions.assertThat(change.cause()).matches("event " + event.getSimpleName() + " [0-9a-f-]{36}");
        });
    }

    public List<Change> changes() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT actor, cause, action FROM audit WHERE relation = ? AND row_id = ? ORDER BY id")) {
            query.setString(1, relation);
            query.setString(2, row);
            try (var found = query.executeQuery()) {
                var changes = new ArrayList<Change>();
                while (found.next()) {
                    changes.add(
                            new Change(found.getString("actor"), found.getString("cause"), found.getString("action")));
                }
                return List.copyOf(changes);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
