package org.anchang.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tables have owners as classes have: a migration `V02__price.sql` makes the tables of the noun `price` (the package
/// with all beneath it), and SQL of any other noun names none of them, only the views that `R__02_price.sql` publishes.
/// Within a noun a table is that package's which alone adds to it, by an entity or a statement.
///
/// SQL is read where it stands: in the text of the sources, behind `FROM`, `JOIN`, `INTO`, `UPDATE` and the like, and
/// in the names of entities' tables. What the schema itself decides and joins, its triggers, functions and views,
/// reads downwards only: `R__05_hold.sql` may name tables of V01 to V05.
final class TableOwners {
    private static final Pattern VERSIONED = Pattern.compile("V(\\d+)__(\\w+)\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__(\\d+)_(\\w+)\\.sql");
    private static final Pattern TABLE = Pattern.compile(
            "CREATE\\s+(?:UNLOGGED\\s+)?TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern VIEW =
            Pattern.compile("CREATE\\s+(?:OR\\s+REPLACE\\s+)?VIEW\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    /// Upper case in statements, as this repository writes them; HQL names entities, which imports show.
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:FROM|JOIN|INTO|UPDATE|COPY|TABLE|TRUNCATE|USING|ONLY)\\s+(\\w+)((?:\\s+(?:AS\\s+)?\\w+)?(?:\\s*,\\s*\\w+(?:\\s+\\w+)?)*)");
    /// Behind a sub-select: `FROM (SELECT …) late, deal d`. Columns are named with `AS`, tables without.
    private static final Pattern BESIDE = Pattern.compile("\\)\\s+\\w+\\s*,\\s*(\\w+)\\s+(?!FROM\\b|AS\\b)\\w+");
    private static final Pattern ENTITY_TABLE =
            Pattern.compile("@(?:Table|CollectionTable|JoinTable)\\(\\s*name = \"(\\w+)\"");
    private static final Pattern ADDED_TO = Pattern.compile("\\b(?:INTO|COPY)\\s+(\\w+)");
    /// What customer-service keeps of a customer: the statements are made there from the table's name.
    private static final Pattern HELD = Pattern.compile("\\bHeld\\.\\w+\\(([^;]*)");
    private static final Pattern TEXT = Pattern.compile("\"(\\w+)\"");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern JAVA_COMMENT = Pattern.compile("^\\s*//.*$", Pattern.MULTILINE);
    private static final Pattern CLASS = Pattern.compile("\\bclass (\\w+)");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final String root;
    private final Path module;
    /// By the first package beneath the service's.
    private final Map<String, String> tables = new TreeMap<>();
    private final Map<String, String> views = new TreeMap<>();
    private final Map<String, Integer> orders = new TreeMap<>();

    /// @param root the service's package, e.g. `org.anchang.deal`
    TableOwners(String root) {
        this(root, Path.of("src/main"));
    }

    TableOwners(String root, Path module) {
        this.root = root;
        this.module = module;
        for (var migration : migrations()) {
            var owner = ownerOf(migration);
            var text = read(migration);
            var order = VERSIONED.matcher(migration.getFileName().toString());
            TABLE.matcher(text).results().forEach(made -> {
                tables.put(made.group(1), owner);
                orders.put(made.group(1), order.matches() ? Integer.parseInt(order.group(1)) : 0);
            });
            VIEW.matcher(text).results().forEach(made -> views.put(made.group(1), owner));
        }
        Stream.of("V0.1__kit", "V0.2__paper", "V0.3__people", "V0.5__export")
                .flatMap(file -> TABLE.matcher(kit(file)).results())
                .forEach(made -> tables.put(made.group(1), "kit"));
    }

    /// Owners that are no package of the service.
    List<String> strangers() {
        return tables.values().stream()
                .distinct()
                .filter(owner -> !owner.equals(rootName()) && !owner.equals("kit"))
                .filter(owner -> !Files.isDirectory(sources().resolve(owner)))
                .toList();
    }

    /// Every table that a noun names and does not own, and each that the schema reads upwards.
    List<String> breaches() {
        var found = new TreeSet<String>();
        uses().forEach((from, names) -> names.stream()
                .filter(tables::containsKey)
                .filter(name -> !noun(from).equals(tables.get(name)))
                .forEach(name -> found.add(noun(from) + " names " + name + " of " + tables.get(name))));
        for (var migration : migrations()) {
            var order = REPEATABLE.matcher(migration.getFileName().toString());
            if (order.matches()) {
                var names = new TreeSet<String>();
                named(read(migration), names);
                names.stream()
                        .filter(name -> orders.getOrDefault(name, 0) > Integer.parseInt(order.group(1)))
                        .forEach(name -> found.add(migration.getFileName() + " reads upwards " + name));
            }
        }
        return List.copyOf(found);
    }

    /// Which packages' tables each package names, and which other nouns' views: what a noun publishes is for all that
    /// is beneath it.
    Map<String, TreeSet<String>> arrows() {
        var owners = owners();
        var arrows = new TreeMap<String, TreeSet<String>>();
        uses().forEach((from, names) -> names.forEach(name -> {
            var owner = owners.getOrDefault(name, views.get(name));
            if (owner != null
                    && !owner.equals(from)
                    && (owners.containsKey(name) || !noun(owner).equals(noun(from)))) {
                arrows.computeIfAbsent(from, _ -> new TreeSet<>()).add(owner);
            }
        }));
        return arrows;
    }

    /// The package of each table: below its noun the one that alone adds to it, else the noun's own.
    Map<String, String> owners() {
        var adding = new TreeMap<String, TreeSet<String>>();
        sources((from, text) -> {
            var added = new TreeSet<String>();
            ADDED_TO.matcher(text).results().forEach(found -> added.add(found.group(1)));
            entities(text, added);
            added.stream().filter(name -> noun(from).equals(tables.get(name))).forEach(name -> adding.computeIfAbsent(
                            name, _ -> new TreeSet<>())
                    .add(from));
        });
        var owners = new TreeMap<>(tables);
        adding.forEach((table, packages) -> {
            if (packages.size() == 1) {
                owners.put(table, packages.first());
            }
        });
        return owners;
    }

    /// The first package beneath the service's in which something lies.
    static String noun(String name) {
        return name.split("\\.", 2)[0];
    }

    private Map<String, TreeSet<String>> uses() {
        var uses = new TreeMap<String, TreeSet<String>>();
        sources((from, text) -> {
            var names = uses.computeIfAbsent(from, _ -> new TreeSet<>());
            named(text, names);
            entities(text, names);
            HELD.matcher(text)
                    .results()
                    .flatMap(held -> TEXT.matcher(held.group(1)).results())
                    .forEach(name -> names.add(name.group(1)));
        });
        return uses;
    }

    private void sources(BiConsumer<String, String> reader) {
        for (var source : files(sources(), ".java")) {
            reader.accept(packageOf(source), JAVA_COMMENT.matcher(read(source)).replaceAll(""));
        }
    }

    private static void entities(String text, TreeSet<String> names) {
        ENTITY_TABLE.matcher(text).results().forEach(table -> names.add(table.group(1)));
        if (text.contains("@Entity") && !text.contains("@Table(")) {
            CLASS.matcher(text).results().limit(1).forEach(type -> names.add(snake(type.group(1))));
        }
    }

    private void named(String text, TreeSet<String> names) {
        BESIDE.matcher(text).results().forEach(found -> names.add(found.group(1)));
        NAMED.matcher(text).results().forEach(found -> {
            names.add(found.group(1));
            // Of a list of tables, each.
            for (var item : found.group(2).split(",")) {
                var word = WORD.matcher(item);
                if (word.find() && found.group(2).contains(",")) {
                    names.add(word.group());
                }
            }
        });
    }

    private String ownerOf(Path migration) {
        var name = migration.getFileName().toString();
        return Stream.of(VERSIONED, REPEATABLE)
                .map(form -> form.matcher(name))
                .filter(Matcher::matches)
                .map(form -> form.group(2))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(name + " names no package: V01__unit.sql, R__01_unit.sql"));
    }

    private List<Path> migrations() {
        return files(module.resolve("resources/db/migration"), ".sql");
    }

    private Path sources() {
        return module.resolve("java").resolve(root.replace('.', '/'));
    }

    private String rootName() {
        return root.substring(root.lastIndexOf('.') + 1);
    }

    /// Beneath the service's, e.g. `price.list`; the root's own name for itself.
    private String packageOf(Path source) {
        var below = sources().relativize(source).getParent();
        return below == null
                ? rootName()
                : below.toString().replace(below.getFileSystem().getSeparator(), ".");
    }

    /// The kit's tables are no service's.
    private static String kit(String file) {
        try (var tables = TableOwners.class.getResourceAsStream("/db/kit/" + file + ".sql")) {
            return tables == null ? "" : new String(tables.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String snake(String name) {
        return name.replaceAll("(?<!^)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static String read(Path file) {
        try {
            var text = Files.readString(file);
            return file.toString().endsWith(".sql") ? COMMENT.matcher(text).replaceAll("") : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (var found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
