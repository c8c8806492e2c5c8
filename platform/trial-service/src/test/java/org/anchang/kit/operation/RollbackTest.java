package org.anchang.kit.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Superuser;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class RollbackTest {
    @Inject
    Flyway flyway;

    @Test
    @DisplayName("OPS-1 a service starts on a database that newer versions of it and of the kit have migrated")
    void olderVersionStarts() {
        Superuser.run("""
                INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                                                   execution_time, success)
                SELECT 1000 + nth, version, 'newer', 'SQL', 'V' || version || '__newer.sql', nth, 'owner', 1, true
                FROM (VALUES (1, '99'), (2, '0.99')) AS newer (nth, version)""");
        try {
            // As at each start.
            assertThat(flyway.migrate().migrationsExecuted).isZero();
        } finally {
            Superuser.run("DELETE FROM flyway_schema_history WHERE installed_rank > 1000");
        }
    }
}
