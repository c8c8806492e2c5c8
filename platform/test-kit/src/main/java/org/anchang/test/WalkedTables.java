package org.anchang.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a statement reads without being led to it by an index, so that it reads the more the older the office is.
///
/// Nothing is filled: the planner is told that it knows nothing of any table and may not sort, so that it takes the
/// index that has the list's order. Where that index begins with the project it needs no other; where there is none,
/// it walks the primary key, which is what it does in an office with many projects.
public final class WalkedTables {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> AS_IF_UNKNOWN = List.of(
            "DELETE FROM pg_statistic",
            "UPDATE pg_class SET relpages = 0, reltuples = -1 WHERE relnamespace = 'public'::regnamespace",
            "SET LOCAL plan_cache_mode = force_generic_plan",
            "SET LOCAL random_page_cost = 1.1",
            "SET LOCAL enable_sort = off",
            "SET LOCAL enable_seqscan = off",
            "SET LOCAL enable_bitmapscan = off",
            "SET LOCAL enable_hashjoin = off",
            "SET LOCAL enable_mergejoin = off");

    private final Statement sql;
    private final Set<String> shortTables;

    /// @param sql         the superuser's, in a transaction that is rolled back
    /// @param shortTables which a list may read as a whole
    public WalkedTables(Statement sql, Set<String> shortTables) throws SQLException {
        this.sql = sql;
        this.shortTables = shortTables;
        for (var setting : AS_IF_UNKNOWN) {
            sql.execute(setting);
        }
    }

    /// @param types of its parameters, as the database numbers them; `0`: as it takes them
    /// @return by which index, or `all`, of which table
    public List<String> of(String statement, List<String> types) throws SQLException {
        try {
            return walks(JSON.readTree(plan(statement, types)).path(0).path("Plan"))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String plan(String statement, List<String> types) throws SQLException {
        var named = new ArrayList<String>();
        for (var type : types) {
            named.add(type.equals("0") ? "unknown" : one("SELECT format_type(" + type + ", NULL)"));
        }
        sql.execute("PREPARE listed (%s) AS %s".formatted(String.join(", ", named), statement));
        var values = String.join(", ", Collections.nCopies(named.size(), "NULL"));
        var plan = one("EXPLAIN (FORMAT JSON) EXECUTE listed(" + values + ")");
        sql.execute("DEALLOCATE listed");
        return plan;
    }

    private String one(String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /// What is read below a node without being led to it.
    private Stream<String> walks(JsonNode node) {
        var table = node.path("Relation Name").asText();
        var led = node.path("Index Cond").asText().contains(" = ");
        var own = table.isEmpty() || led || shortTables.contains(table) || !isWalk(node)
                ? Stream.<String>empty()
                : Stream.of(node.path("Index Name").asText("all") + " of " + table);
        return Stream.concat(own, node.path("Plans").valueStream().flatMap(this::walks));
    }

    private static boolean isWalk(JsonNode node) {
        return switch (node.path("Node Type").asText()) {
            case "Seq Scan", "Index Scan", "Index Only Scan" -> true;
            default -> false;
        };
    }
}
