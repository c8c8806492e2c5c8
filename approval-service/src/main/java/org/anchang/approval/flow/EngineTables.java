package org.anchang.approval.flow;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/// Makes the engine's tables, by the engine's own scripts, in a schema of their own. A newer engine brings upgrade
/// scripts: they become the next migration beside this one. The engine itself never alters its tables; at start it
/// checks that they are of its version.
class EngineTables implements JavaMigration {
    static final String SCHEMA = "flowable";
    private static final List<String> SCRIPTS = List.of(
            "org/flowable/common/db/create/flowable.postgres.create.common.sql",
            "org/flowable/db/create/flowable.postgres.create.engine.sql",
            "org/flowable/db/create/flowable.postgres.create.history.sql");

    /// Adds the migration to the service's own.
    @Singleton
    static class AmongTheMigrations implements FlywayConfigurationCustomizer {
        @Override
        public void customize(FluentConfiguration configuration) {
            configuration.javaMigrations(new EngineTables());
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("0.2");
    }

    @Override
    public String getDescription() {
        return "tables of flowable 8.0.0";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        try (var statement = context.getConnection().createStatement()) {
            // Asked first: where operators made the schema, the user need not be allowed to.
            statement.execute("DO $$ BEGIN IF to_regnamespace('" + SCHEMA + "') IS NULL THEN CREATE SCHEMA " + SCHEMA
                    + "; END IF; END $$");
            statement.execute("SET LOCAL search_path TO " + SCHEMA);
            for (var script : SCRIPTS) {
                statement.execute(read(script));
            }
            statement.execute("SET LOCAL search_path TO DEFAULT");
        }
    }

    private static String read(String resource) throws IOException {
        try (var stream = EngineTables.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException("The engine brings no " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
