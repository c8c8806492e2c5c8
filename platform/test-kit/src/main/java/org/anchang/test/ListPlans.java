package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
/// that a later project's list does not walk those of all earlier ones ([WalkedTables]). A service's `ListPlansTest`
/// extends this.
public abstract class ListPlans {
    private static final Pattern PARSED =
            Pattern.compile(" FE=> Parse\\(stmt=\\w+,query=\"(.*)\",oids=\\{([\\d,]*)}\\)", Pattern.DOTALL);
    private static final Pattern IS_LIST =
            Pattern.compile("\\bSELECT\\b.*\\bORDER BY\\b.*\\b(LIMIT|FETCH FIRST)\\b", Pattern.DOTALL);

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
    void ofItsProject() throws SQLException {
        var document = InterfaceDocument.shown();
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

    private Set<String> walks(Map<Operation, Set<Sent>> statements) throws SQLException {
        var walks = new TreeSet<String>();
        try (var connection = Superuser.connect();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            var walked = new WalkedTables(sql, shortTables());
            for (var list : statements.entrySet()) {
                for (var statement : list.getValue()) {
                    walked.of(statement.sql(), statement.types())
                            .forEach(walk -> walks.add(list.getKey() + ": " + walk));
                }
            }
            connection.rollback();
        }
        return walks;
    }
}
