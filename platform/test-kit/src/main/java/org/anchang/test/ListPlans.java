package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Every list of a project, from the service's own interface document: an index leads to the rows of the project, so
/// that a later project's list does not walk those of all earlier ones. A service's `ListPlansTest` extends this.
///
/// Nothing is filled: the planner is told that it knows nothing of any table and may not sort, so that it takes the
/// index that has the list's order. Where that index begins with the project it needs no other; where there is none,
/// it walks the primary key, which is what it does in an office with many projects.
public abstract class ListPlans {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARSED =
            Pattern.compile(" FE=> Parse\\(stmt=\\w+,query=\"(.*)\",oids=\\{([\\d,]*)}\\)", Pattern.DOTALL);
    private static final Pattern IS_LIST =
            Pattern.compile("\\bSELECT\\b.*\\bORDER BY\\b.*\\b(LIMIT|FETCH FIRST)\\b", Pattern.DOTALL);
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

    /// @param types of its parameters, as the database numbers them; `0`: as it takes them
    private record Sent(String sql, List<String> types) {}

    private final String project = "listed-" + UUID.randomUUID().toString().substring(0, 8);

    /// Tables that a list may read as a whole, since they are short whatever the office's age.
    protected Set<String> shortTables() {
        return Set.of();
    }

    /// What is known and left as it is, in the words in which it is told.
    protected Set<String> known() {
        return Set.of();
    }

    /// What parameters that are needed stand for, by name, where not any value will do.
    protected Map<String, String> asked() {
        return Map.of();
    }

    @Test
    @DisplayName("a list of a project reads the rows of that project, not those of all projects before it")
    void ofItsProject() throws JsonProcessingException, SQLException {
        var document = new InterfaceDocument(
                JSON.readTree(RestAssured.get("/q/openapi?format=json").asString()));
        var lists = document.operations().stream()
                .filter(operation -> operation.verb().equals("GET") && has(operation, "project", "cursor"))
                // As many as there are names in the code, and what few values each had.
                .filter(operation -> !operation.path().contains("-settings/{project}"))
                .toList();
        assertThat(lists).isNotEmpty();

        var statements = new LinkedHashMap<Operation, Set<Sent>>();
        lists.forEach(list -> statements.put(list, statements(document, list)));

        var walks = walks(statements);

        assertThat(walks)
                .as("lists that walk what is no part of them, but for those that are known")
                .isSubsetOf(known());
    }

    private static boolean has(Operation operation, String... names) {
        return Stream.of(names).allMatch(name -> operation.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(name)));
    }

    /// What the list sends to the database that has an order and a bound, of those who see the whole project and of
    /// those who see what is theirs.
    private Set<Sent> statements(InterfaceDocument document, Operation list) {
        // A connection sends what it has often sent without its text.
        CDI.current().select(AgroalDataSource.class).get().flush(AgroalDataSource.FlushMode.GRACEFUL);
        var managing = new HashSet<>(Person.ROLES);
        managing.remove("administrator");
        var people = List.of(
                new Person("li.stet", managing, Set.of(project)),
                Person.consultant("li.na").in(project),
                Person.administrator());
        var answered = new ArrayList<Integer>();
        var refusals = new ArrayList<String>();
        var sent = Statements.sentFor(
                project,
                () -> people.forEach(person -> {
                    var answer = Ask.as(person).get(address(document, list));
                    answered.add(answer.statusCode());
                    if (answer.statusCode() != 200) {
                        refusals.add(answer.asString());
                    }
                }));
        assertThat(answered)
                .as(list + " " + refusals)
                .contains(200)
                .allMatch(status -> status == 200 || status / 100 == 4);
        var statements = new HashSet<Sent>();
        for (var message : sent) {
            var parsed = PARSED.matcher(message);
            if (parsed.matches()
                    && IS_LIST.matcher(parsed.group(1).toUpperCase(Locale.ROOT)).find()) {
                statements.add(new Sent(parsed.group(1), List.of(parsed.group(2).split(","))));
            }
        }
        assertThat(statements).as(list + " asks for nothing in an order").isNotEmpty();
        return statements;
    }

    private String address(InterfaceDocument document, Operation list) {
        var path = list.path();
        var query = new StringBuilder("?limit=50");
        for (var parameter : list.parameters()) {
            var isProject = parameter.name().equals("project");
            var value = isProject ? project : value(document, parameter);
            if (parameter.where().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", value);
            } else if (parameter.where().equals("query") && (isProject || parameter.isRequired())) {
                query.append('&').append(parameter.name()).append('=').append(value);
            }
        }
        return path + query;
    }

    private String value(InterfaceDocument document, Operation.Parameter parameter) {
        var asked = asked().get(parameter.name());
        if (asked != null) {
            return asked;
        }
        return parameter.kind() == Kind.MOMENT
                ? Instant.now()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .minus(parameter.name().equals("from") ? 2 : 1, ChronoUnit.HOURS)
                        .toString()
                : document.plausible(parameter.schema(), 0, "", (_, _) -> {}).asText();
    }

    private Set<String> walks(Map<Operation, Set<Sent>> statements) throws SQLException, JsonProcessingException {
        var walks = new TreeSet<String>();
        try (var connection = Superuser.connect();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var setting : AS_IF_UNKNOWN) {
                sql.execute(setting);
            }
            for (var list : statements.entrySet()) {
                for (var statement : list.getValue()) {
                    var plan = JSON.readTree(plan(sql, statement));
                    walks(plan.path(0).path("Plan")).forEach(walk -> walks.add(list.getKey() + ": " + walk));
                }
            }
            connection.rollback();
        }
        return walks;
    }

    private static String plan(Statement sql, Sent statement) throws SQLException {
        var types = new ArrayList<String>();
        for (var type : statement.types()) {
            types.add(type.equals("0") ? "unknown" : one(sql, "SELECT format_type(" + type + ", NULL)"));
        }
        sql.execute("PREPARE listed (%s) AS %s".formatted(String.join(", ", types), statement.sql()));
        var values = String.join(", ", Collections.nCopies(types.size(), "NULL"));
        var plan = one(sql, "EXPLAIN (FORMAT JSON) EXECUTE listed(" + values + ")");
        sql.execute("DEALLOCATE listed");
        return plan;
    }

    private static String one(Statement sql, String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /// What is read below a node without being led to it.
    private Stream<String> walks(JsonNode node) {
        var table = node.path("Relation Name").asText();
        var led = node.path("Index Cond").asText().contains(" = ");
        var own = table.isEmpty() || led || shortTables().contains(table) || !isWalk(node)
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
