package org.anchang.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// OPS-1: the last version runs beside the next one, and again after it, on the same tables. So what was released stays
/// as it is, and what comes after it expands: it takes nothing away that the last version uses. What the last version
/// uses no more may go, in a file that says since which one (`-- Contracts what is unused since 1.2.0`).
///
/// `docs/released/<version>` lists the migrations of a version, as `sha256sum` writes them; until the first release
/// there is none, and migrations are edited in place. Decision 25.
class MigrationsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path RELEASED = ROOT.resolve("docs/released");
    private static final Pattern CONTRACTS =
            Pattern.compile("^-- Contracts what is unused since (\\S+)$", Pattern.MULTILINE);
    private static final Pattern PARENTHESES = Pattern.compile("\\([^()]*\\)");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern FUNCTION_BODY = Pattern.compile("\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);

    /// What the last version would stumble over: things gone or renamed, and demands on rows that it writes as ever.
    private static final Map<String, Pattern> TAKES_AWAY = Map.of(
            "drops something", pattern("\\bDROP\\s+(?!CONSTRAINT|NOT\\s+NULL|DEFAULT|INDEX|TRIGGER)"),
            "renames something", pattern("\\bRENAME\\b"),
            "changes a type", pattern("\\bALTER\\s+(COLUMN\\s+)?\\S+\\s+(SET\\s+DATA\\s+)?TYPE\\b"),
            "demands a value", pattern("\\bSET\\s+NOT\\s+NULL\\b"),
            "adds a column that must be given",
                    pattern("\\bADD\\s+(COLUMN\\s+)?(?!COLUMN|CONSTRAINT|CHECK|UNIQUE|FOREIGN|PRIMARY|EXCLUDE)"
                            + "(?![^,;]*\\b(DEFAULT|GENERATED)\\b)\\S+[^,;]*\\bNOT\\s+NULL"),
            "adds a constraint",
                    pattern("\\bADD\\s+(CONSTRAINT\\b|CHECK\\b|UNIQUE\\b|FOREIGN\\b|PRIMARY\\b|EXCLUDE\\b)"),
            "empties a table", pattern("\\bTRUNCATE\\s+(?!ON\\b)"));

    @Test
    @DisplayName(
            "OPS-1 what was released stays as it is; what comes after it takes nothing away that the last version uses")
    void migrationsExpand() throws IOException {
        var released = new TreeMap<String, String>();
        var versions = new ArrayList<String>();
        for (var list : files(RELEASED, "[0-9].*")) {
            versions.add(list.getFileName().toString());
            Files.readAllLines(list).forEach(line -> released.put(line.substring(66), line.substring(0, 64)));
        }
        for (var migration : migrations()) {
            var name = ROOT.relativize(migration).toString();
            var text = Files.readString(migration);
            if (released.containsKey(name)) {
                assertThat(sha256(text)).as(name + " was released").isEqualTo(released.remove(name));
            } else if (!versions.isEmpty()) {
                assertThat(takesAway(text, versions)).as(name).isEmpty();
            }
        }
        assertThat(released).as("released and gone").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE deal;",
                "ALTER TABLE deal DROP COLUMN total;",
                "ALTER TABLE deal RENAME COLUMN total TO sum;",
                "ALTER TABLE deal ALTER COLUMN total TYPE text;",
                "ALTER TABLE deal ALTER total SET NOT NULL;",
                "ALTER TABLE deal ADD COLUMN sum numeric(12, 2) NOT NULL;",
                "ALTER TABLE deal ADD sum numeric CHECK (sum > 0) NOT NULL, ADD COLUMN other text;",
                "ALTER TABLE deal ADD CONSTRAINT positive CHECK (total > 0);",
                "alter table deal add unique (total);",
                "TRUNCATE deal;",
                "-- Contracts what is unused since 9.9.9\nDROP TABLE deal;",
            })
    @DisplayName("OPS-1 each way of taking something away from the last version is found")
    void found(String migration) {
        assertThat(takesAway(migration, List.of("1.0.0"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE voucher (id uuid PRIMARY KEY, sum numeric NOT NULL CHECK (sum > 0));",
                "ALTER TABLE deal ADD COLUMN sum numeric;",
                "ALTER TABLE deal ADD COLUMN sum numeric NOT NULL DEFAULT 0;",
                "ALTER TABLE deal ADD COLUMN sum numeric DEFAULT 0 NOT NULL;",
                "ALTER TABLE deal ALTER COLUMN sum DROP NOT NULL, DROP CONSTRAINT positive;",
                "CREATE INDEX deal_sum ON deal (sum); DROP INDEX deal_total;",
                "-- we DROP TABLE nothing\nSELECT 1;",
                "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE scratch; END $$;",
                "-- Contracts what is unused since 1.0.0\nDROP TABLE deal;",
            })
    @DisplayName("OPS-1 what only adds, and what the last version uses no more, is let through")
    void letThrough(String migration) {
        assertThat(takesAway(migration, List.of("1.0.0"))).isEmpty();
    }

    private static List<String> takesAway(String migration, List<String> versions) {
        var contracts = CONTRACTS.matcher(migration);
        if (contracts.find() && versions.contains(contracts.group(1))) {
            return List.of();
        }
        var bare = withoutParentheses(FUNCTION_BODY
                .matcher(COMMENT.matcher(migration).replaceAll(" "))
                .replaceAll("''"));
        return TAKES_AWAY.entrySet().stream()
                .filter(way -> way.getValue().matcher(bare).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// New tables, types with their lengths, conditions: what stands in them takes nothing away.
    private static String withoutParentheses(String statements) {
        var shorter = PARENTHESES.matcher(statements).replaceAll(" ");
        return shorter.equals(statements) ? statements : withoutParentheses(shorter);
    }

    private static List<Path> migrations() throws IOException {
        try (var modules = Files.list(ROOT);
                var kits = Files.list(ROOT.resolve("platform"))) {
            var all = new ArrayList<Path>();
            for (var kit : kits.sorted().toList()) {
                all.addAll(files(kit.resolve("src/main/resources/db/kit"), "V.*\\.sql"));
            }
            for (var module : modules.toList()) {
                all.addAll(files(module.resolve("src/main/resources/db/migration"), "V.*\\.sql"));
            }
            assertThat(all).hasSizeGreaterThan(5);
            return all;
        }
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }
}
