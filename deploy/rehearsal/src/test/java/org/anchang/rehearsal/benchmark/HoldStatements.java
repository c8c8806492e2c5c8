package org.anchang.rehearsal.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The statements that one hold makes the service send to PostgreSQL, as PostgreSQL logged them, made into a
/// script for
/// pgbench: what names the unit, the hold, the customer, the consultant and the key becomes another in each
/// transaction; the rest stays as it was sent.
final class HoldStatements {
    private static final Pattern ENTRY =
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\S+ \\S+ \\[(\\d+)\\] (LOG|DETAIL): +(.*)$", Pattern.DOTALL);
    private static final Pattern EXECUTED = Pattern.compile("^(?:execute [^:]+|statement): (.*)$", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']++|'')*+')");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int CONSULTANTS = 500;

    private final List<String> statements = new ArrayList<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final String unit;
    private final String consultant;

    /// @param log        of PostgreSQL, from where the statements began to be logged
    /// @param unit       that was held
    /// @param consultant who held it
    HoldStatements(String log, String unit, String consultant) {
        this.unit = unit;
        this.consultant = consultant;
        for (var entry : transaction(entries(log))) {
            statements.add(statement(entry));
        }
    }

    private record Entry(String process, String sql, String parameters) {}

    /// @param keyed with the statements of the idempotency key, or without
    String script(boolean keyed, int clients, int first) {
        var chosen = statements.stream()
                .filter(statement -> keyed || !statement.contains("idempotency"))
                .collect(Collectors.joining(";\n", "", ";\n"));
        return "\\set i :i + 1\n\\set n :i * %d + :client_id + %d\n".formatted(clients, first - clients) + chosen;
    }

    int count() {
        return statements.size();
    }

    Path write(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, script, StandardCharsets.UTF_8);
    }

    private static List<Entry> entries(String log) {
        var entries = new ArrayList<Entry>();
        // A line that goes on begins with a tab.
        for (var line : log.replace("\n\t", " ").split("\n")) {
            var entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                continue;
            }
            var executed = EXECUTED.matcher(entry.group(3));
            if (entry.group(2).equals("LOG") && executed.matches()) {
                entries.add(new Entry(entry.group(1), executed.group(1).strip(), ""));
            } else if (entry.group(2).equals("DETAIL") && !entries.isEmpty()) {
                var last = entries.removeLast();
                entries.add(new Entry(last.process(), last.sql(), entry.group(3)));
            }
        }
        return entries;
    }

    /// From the BEGIN before the hold to the COMMIT after it, on the same connection.
    private static List<Entry> transaction(List<Entry> all) {
        var process = all.stream()
                .filter(entry -> entry.sql().contains("INSERT INTO hold "))
                .map(Entry::process)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL's log shows no hold"));
        var own = all.stream().filter(entry -> entry.process().equals(process)).toList();
        int held = 0;
        while (!own.get(held).sql().contains("INSERT INTO hold ")) {
            held++;
        }
        int begin = held;
        while (!own.get(begin).sql().startsWith("BEGIN")) {
            begin--;
        }
        int commit = held;
        while (!own.get(commit).sql().startsWith("COMMIT")) {
            commit++;
        }
        return own.subList(begin, commit + 1);
    }

    private String statement(Entry entry) {
        var values = new HashMap<String, String>();
        var parameter = PARAMETER.matcher(entry.parameters());
        while (parameter.find()) {
            values.put(parameter.group(1), value(parameter.group(2)));
        }
        return PLACE.matcher(entry.sql())
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    private String value(String literal) {
        var text = literal.equals("NULL") ? literal : literal.substring(1, literal.length() - 1);
        if (text.equals(unit)) {
            return "bench_id(" + Stock.UNIT + ", :n)";
        }
        if (text.equals("{" + unit + "}")) {
            return "ARRAY[bench_id(" + Stock.UNIT + ", :n)]";
        }
        if (ID.matcher(text).matches() && !isStock(text)) {
            return "bench_id(" + kind(text) + ", :n)";
        }
        if (DIGEST.matcher(text).matches()) {
            return "lpad(:n::text, 64, '" + kind(text) % 10 + "')";
        }
        if (text.endsWith(consultant) && !text.contains("{")) {
            return "'%s' || (:n %% %d)"
                    .formatted(text.substring(0, text.length() - consultant.length()) + "buyer-", CONSULTANTS);
        }
        // A colon in a JSON text is not a variable to pgbench, which replaces names alone; but a word after it may be.
        return literal.contains(":") && literal.startsWith("'") ? "U&" + escaped(literal) : literal;
    }

    /// Colons as their code point: pgbench does not look into them.
    private static String escaped(String literal) {
        return literal.replace("\\", "\\\\").replace(":", "\\003A");
    }

    private int kind(String text) {
        return kinds.computeIfAbsent(text, _ -> Stock.CAPTURED + kinds.size());
    }

    /// Buildings, areas and units are there already and stay the same.
    private static boolean isStock(String id) {
        return id.contains("-0000-7000-8000-");
    }
}
