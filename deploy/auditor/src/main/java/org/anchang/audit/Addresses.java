package org.anchang.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// Where the office's databases and its broker answer.
///
/// @param postgres JDBC address up to the name of the database, e.g. `jdbc:postgresql://127.0.0.1:5432/`
public record Addresses(String postgres, String user, String password, String kafka) {
    /// From the environment (`ANCHANG_POSTGRES`, `ANCHANG_POSTGRES_USER`, `ANCHANG_POSTGRES_PASSWORD`,
    /// `ANCHANG_KAFKA`), else from the file that a running local office leaves in its folder.
    static Addresses find(Path office) throws IOException {
        if (System.getenv("ANCHANG_POSTGRES") != null) {
            return new Addresses(
                    System.getenv("ANCHANG_POSTGRES"),
                    System.getenv("ANCHANG_POSTGRES_USER"),
                    System.getenv("ANCHANG_POSTGRES_PASSWORD"),
                    System.getenv("ANCHANG_KAFKA"));
        }
        var file = office.resolve("office.properties");
        if (!Files.exists(file)) {
            throw new IOException(
                    "No office is running here (" + file + " is missing): start one with deploy/up, or name"
                            + " another by ANCHANG_POSTGRES, ANCHANG_POSTGRES_USER, ANCHANG_POSTGRES_PASSWORD and ANCHANG_KAFKA");
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Addresses(
                properties.getProperty("postgres"),
                properties.getProperty("postgres.user"),
                properties.getProperty("postgres.password"),
                properties.getProperty("kafka"));
    }
}
