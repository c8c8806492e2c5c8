package org.anchang.system;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.anchang.office.Office;

/// What an office has spent since its parts began.
///
/// @param processor milliseconds by part
/// @param commits   by database; those of a connection that rests are known some seconds later
record Spent(Map<String, Long> processor, Map<String, Long> commits) {
    private static final String COMMITS = """
            SELECT datname, xact_commit FROM pg_stat_database
            WHERE datname <> 'postgres' AND datname NOT LIKE 'template%'""";

    static Spent by(Office office) throws SQLException {
        var commits = new TreeMap<String, Long>();
        var postgres = office.postgres();
        try (var database = DriverManager.getConnection(
                        postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
                var rows = database.createStatement().executeQuery(COMMITS)) {
            while (rows.next()) {
                commits.put(rows.getString("datname"), rows.getLong("xact_commit"));
            }
        }
        return new Spent(Footprint.processor(), commits);
    }

    Spent since(Spent before) {
        return new Spent(less(processor, before.processor), less(commits, before.commits));
    }

    /// Milliseconds of the parts that are chosen.
    long processor(Predicate<String> parts) {
        return processor.entrySet().stream()
                .filter(part -> parts.test(part.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long allCommits() {
        return commits.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> less(Map<String, Long> now, Map<String, Long> before) {
        var grown = new TreeMap<>(now);
        before.forEach((key, was) -> grown.merge(key, -was, Long::sum));
        return grown;
    }
}
