package org.anchang.kit.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class AsOfTest {
    /// A moment, and how everything stood then.
    private record Picture(String at, String rows) {}

    @Inject
    AgroalDataSource database;

    private final String project = "past-" + UUID.randomUUID();

    @Test
    @DisplayName(
            "AOF-1 rows of an audited table are read as they stood at any moment, by whatever they were changed since")
    void randomHistory() throws SQLException {
        var random = new Random(7);
        var notes = new ArrayList<UUID>();
        var pictures = new ArrayList<Picture>();
        try (var connection = database.getConnection()) {
            for (int step = 0; step < 60; step++) {
                var picks = random.nextInt(3);
                if (notes.isEmpty() || picks == 0) {
                    notes.add(UUID.randomUUID());
                    run(
                            connection,
                            "INSERT INTO note VALUES ('%s', '%s', 'n%d', %d.50)"
                                    .formatted(notes.getLast(), project, step, step));
                } else if (picks == 1) {
                    run(
                            connection,
                            "UPDATE note SET text = 'n%d' WHERE id = '%s'"
                                    .formatted(step, notes.get(random.nextInt(notes.size()))));
                } else {
                    run(connection, "UPDATE note SET amount = amount + 1 WHERE project = '%s'".formatted(project));
                }
                if (random.nextInt(4) == 0) {
                    pictures.add(new Picture(
                            one(connection, "SELECT clock_timestamp()::text"),
                            one(connection, rows("note n WHERE project = '%s'".formatted(project)))));
                }
            }

            assertThat(pictures).hasSizeGreaterThan(5);
            for (var picture : pictures) {
                assertThat(one(connection, rows("note_as_of('%s', '%s') n".formatted(project, picture.at()))))
                        .isEqualTo(picture.rows());
            }
        }
    }

    @Test
    @DisplayName("AOF-1 all changes of a transaction count from one moment on: no picture of the past cuts it in two")
    void oneMoment() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int note = 0; note < 3; note++) {
                run(connection, "INSERT INTO note VALUES ('%s', '%s', 'x', 1)".formatted(UUID.randomUUID(), project));
            }
            connection.commit();

            assertThat(one(
                            connection,
                            "SELECT count(DISTINCT moment) || ' ' || count(*) FROM audit WHERE after ->> 'project' = '%s'"
                                    .formatted(project)))
                    .isEqualTo("1 3");
            connection.rollback();
        }
    }

    @Test
    @DisplayName(
            "AOF-1 a look at the past goes by the index of each row's changes, after a year of others' changes too")
    void cost() throws SQLException {
        try (var connection = database.getConnection()) {
            run(connection, """
                    INSERT INTO note SELECT gen_random_uuid(), '%s', 'x', n FROM generate_series(1, 200) AS n""".formatted(project));
            run(connection, """
                    INSERT INTO audit (actor, relation, row_id, action, before, after, moment)
                    SELECT 'li.na', 'note', gen_random_uuid()::text, 'UPDATE', '{}', '{}', now() - make_interval(mins => n * 10)
                    FROM generate_series(1, 50000) AS n""");
            try (var analyzing = connection.createStatement();
                    var plan = analyzing.executeQuery(
                            "EXPLAIN SELECT * FROM note_as_of('%s', now() - interval '90 days')".formatted(project))) {
                var text = new StringBuilder();
                while (plan.next()) {
                    text.append(plan.getString(1)).append('\n');
                }

                assertThat(text.toString()).contains("audit_row").doesNotContain("Seq Scan on audit");
            }
        }
    }

    private static String rows(String from) {
        return "SELECT coalesce(string_agg(n.id || n.text || n.amount, ' ' ORDER BY n.id), '') FROM " + from;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return List.of(rows.getString(1)).getFirst();
        }
    }
}
