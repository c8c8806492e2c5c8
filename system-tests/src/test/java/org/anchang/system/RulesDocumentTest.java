package org.anchang.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// `docs/rules.md` lists every rule with the tests that prove it. Run with `-Dupdate` to write it anew.
class RulesDocumentTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path DOCUMENT = ROOT.resolve("docs/rules.md");
    /// A name may stand in several pieces.
    private static final Pattern NAMED =
            Pattern.compile("@DisplayName\\(\\s*\"([^\"]*(?:\"\\s*\\+\\s*\"[^\"]*)*)\"", Pattern.DOTALL);
    private static final Pattern BETWEEN_PIECES = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern RULE = Pattern.compile("\\b([A-Z]{3})-(\\d{1,2})\\b");
    private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");
    /// The rule book's chapters, from approvals to tracking.
    private static final Set<String> CHAPTERS = Set.of(
            "AOF APR CAR COL COM CON CUS DEP DIS FIN INV LAY OPS PAP REC REF REN RFD RPT SEC SWP TEL TRK".split(" "));
    /// Looks like a rule and is none.
    private static final String ENCODING = "UTF-8";

    @Test
    @DisplayName(
            "docs/rules.md names every rule that a test proves, and its tests; no rule in it has lost its last test")
    void rulesDocumentIsTrue() throws IOException {
        var proofs = proofs();
        // A rule that is given up is struck out of the document by hand.
        assertThat(proofs.keySet()).containsAll(provedBefore());
        assertThat(proofs.keySet())
                .allSatisfy(rule -> assertThat(CHAPTERS).as(rule).contains(rule.substring(0, 3)));
        var document = document(proofs);
        if (System.getProperty("update") != null) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(DOCUMENT).hasContent(document);
    }

    private static List<String> provedBefore() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
    }

    private static TreeMap<String, TreeSet<String>> proofs() throws IOException {
        var proofs = new TreeMap<String, TreeSet<String>>(
                Comparator.comparing((String rule) -> rule.substring(0, 3)).thenComparing(RulesDocumentTest::number));
        for (var tests : sources()) {
            try (var files = Files.walk(tests)) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    collect(file, proofs);
                }
            }
        }
        proofs.remove(ENCODING);
        return proofs;
    }

    private static String document(TreeMap<String, TreeSet<String>> proofs) {
        var text = new StringBuilder("""
                # The rules, and the tests that prove them

                Written by `RulesDocumentTest` from the display names of the tests; `-Dupdate` writes it anew.

                """);
        proofs.forEach((rule, tests) -> {
            text.append("## ").append(rule).append('\n');
            tests.forEach(test -> text.append("- ").append(test).append('\n'));
            text.append('\n');
        });
        return text.toString().stripTrailing() + "\n";
    }

    /// The folders of tests of all modules, and nothing of what builds and running tests make beside them.
    private static List<Path> sources() throws IOException {
        var modules = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")));
        return modules.results()
                .map(module -> ROOT.resolve(module.group(1)).resolve("src/test"))
                .filter(Files::isDirectory)
                .toList();
    }

    private static void collect(Path file, TreeMap<String, TreeSet<String>> proofs) throws IOException {
        var names = NAMED.matcher(Files.readString(file));
        while (names.find()) {
            var name = BETWEEN_PIECES.matcher(names.group(1)).replaceAll("");
            var test = file.getFileName().toString().replace(".java", "");
            var module = ROOT.relativize(file).getName(0).toString();
            var rules = RULE.matcher(name);
            while (rules.find()) {
                proofs.computeIfAbsent(rules.group(), _ -> new TreeSet<>())
                        .add("%s (`%s`, %s)".formatted(name, test, module));
            }
        }
    }

    private static int number(String rule) {
        return Integer.parseInt(rule.substring(4));
    }
}
