package org.anchang.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// Where the office's databases and its broker answer.
///
/// @param postgres JDBC address up to the name of the database, e.g. `jdbc:postgresql://127.0.0.1:5432/`
public record Addresses(String postgres, String user, String password, String kafka) {
    private static final String USAGE =
            "deploy/audit [--data FOLDER], with the folder that deploy/up was given; an office"
                    + " that is not on this machine is named by ANCHANG_POSTGRES, ANCHANG_POSTGRES_USER,"
                    + " ANCHANG_POSTGRES_PASSWORD and ANCHANG_KAFKA";

    /// From the file that a running local office leaves in the folder that `--data` names; without that from the
    /// environment (`ANCHANG_POSTGRES`, `…_USER`, `…_PASSWORD`, `ANCHANG_KAFKA`), else from the folder `usual`.
    ///
    /// @param words of the command line
    static Addresses find(Path usual, List<String> words, Map<String, String> environment) throws IOException {
        if (!words.isEmpty() && (words.size() != 2 || !words.getFirst().equals("--data"))) {
            throw new IOException(USAGE);
        }
        var postgres = environment.get("ANCHANG_POSTGRES");
        if (words.isEmpty() && postgres != null) {
            return new Addresses(
                    postgres,
                    environment.getOrDefault("ANCHANG_POSTGRES_USER", ""),
                    environment.getOrDefault("ANCHANG_POSTGRES_PASSWORD", ""),
                    environment.getOrDefault("ANCHANG_KAFKA", ""));
        }
        var file = (words.isEmpty() ? usual : Path.of(words.getLast())).resolve("office.properties");
        if (!Files.exists(file)) {
            throw new IOException(
                    "No office is running here (" + file + " is missing): start one with deploy/up. " + USAGE);
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
