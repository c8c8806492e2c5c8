package org.anchang.kit.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Superuser;
import org.anchang.test.WalkedTables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// An office that has had fifty projects, one after the other, so that the rows of each lie behind those of all
/// earlier ones; their names tell nothing of their order.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ListPlanTest {
    private static final String FIFTY_PROJECTS = """
            INSERT INTO listed (id, project, subject, by)
            SELECT uuidv7((nth - 20000) * interval '1 minute'), 'fifty-' || md5((nth / 400)::text), 'customer', 'li.na'
            FROM generate_series(0, 19999) nth ORDER BY nth""";
    /// Of a project, which is text: the type 25.
    private static final String LIST = "SELECT id FROM listed WHERE project = $1 ORDER BY id LIMIT 51";
    private static final String LATEST = "SELECT 'fifty-' || md5('49')";

    @Inject
    Database database;

    @BeforeEach
    void fill() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (database.sql("SELECT NOT EXISTS (SELECT FROM listed WHERE project LIKE 'fifty-%')")
                    .one(Boolean.class)) {
                database.sql(FIFTY_PROJECTS).write();
            }
        });
        Superuser.run("ANALYZE listed");
    }

    @Test
    @DisplayName("a list of a later project reads the rows of that project, not those of all earlier ones")
    void ofItsProject() {
        var project = database.sql(LATEST).one(String.class);
        var own = new Scope("li.na", Set.of(), Set.of(project));
        var manager = new Scope("chen.jing", Set.of(project), Set.of());
        var administrator = new Scope("root", Set.of("*"), Set.of());

        assertThat(plan(own, null, null)).contains("listed_project").doesNotContain("listed_pkey");
        assertThat(plan(manager, null, null)).contains("listed_project").doesNotContain("listed_pkey");
        assertThat(plan(manager, project, new UUID(0, 0)))
                .contains("listed_project")
                .doesNotContain("listed_pkey");
        assertThat(plan(administrator, project, null))
                .contains("listed_project")
                .doesNotContain("listed_pkey");
    }

    @Test
    @DisplayName("a list whose index is missing is found to walk what is no part of it")
    void walks() throws SQLException {
        try (var connection = Superuser.connect();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            var walked = new WalkedTables(sql, Set.of());

            assertThat(walked.of(LIST, List.of("25"))).isEmpty();

            sql.execute("DROP INDEX listed_project");

            assertThat(walked.of(LIST, List.of("25"))).containsExactly("listed_pkey of listed");
            connection.rollback();
        }
    }

    /// As lists ask, over a connection as services have.
    private String plan(Scope scope, @Nullable String project, @Nullable UUID after) {
        var conditions = new Conditions(scope.on("project", "by"), scope.parameters())
                .and("project = :project", project)
                .and("id > :after", after);
        return QuarkusTransaction.requiringNew()
                .call(() -> String.join(
                        "\n",
                        database.sql("EXPLAIN SELECT id, project, subject FROM listed WHERE " + conditions
                                        + " ORDER BY id LIMIT 51")
                                .with(conditions.parameters())
                                .rows(String.class)));
    }
}
