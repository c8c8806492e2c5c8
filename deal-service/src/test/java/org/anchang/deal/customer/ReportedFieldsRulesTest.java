package org.anchang.deal.customer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.anchang.kit.paper.Template;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The dossier is another service's: its template and docs/papers.md, against which customer-service holds what it
/// tells, say how its fields are called.
class ReportedFieldsRulesTest {
    private static final Path TEMPLATE = Path.of("../customer-service/src/main/resources/dossier-template.json");
    private static final Path BOOK = Path.of("../docs/papers.md");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| `(\\w+)` of the dossier,.*");
    private static final Pattern BOXES = Pattern.compile("\\{(\\w+):([^}]+)}");
    private static final String AGE = "age";

    private final Template paper = Template.named("deal-report");

    @Test
    @DisplayName(
            "PAP-1 what the deal report asks of the dossier has the names of docs/papers.md, and the dossier has it")
    void names() throws IOException {
        var asked = new TreeMap<>(ReportedCustomers.DOSSIER);
        asked.put(AGE, requireNonNull(asked.get("bornOn")));

        assertThat(asked).isEqualTo(book());
        assertThat(dossier().keySet()).containsAll(asked.values());
        assertThat(paper.fields()).containsAll(asked.keySet());
    }

    @Test
    @DisplayName("PAP-1 every answer that the dossier offers has its box on the deal report")
    void boxes() throws IOException {
        var dossier = dossier();
        var seen = new TreeSet<String>();
        BOXES.matcher(paper.source()).results().forEach(found -> {
            var key = ReportedCustomers.DOSSIER.get(found.group(1));
            if (key != null) {
                var boxes = Arrays.stream(found.group(2).split(","))
                        .map(choice -> choice.substring(0, choice.indexOf('=')))
                        .toList();
                var offered = requireNonNull(dossier.get(key)).path("options").findValuesAsText("key");
                assertThat(boxes).as(key).containsAll(offered);
                seen.add(key);
            }
        });

        assertThat(seen).contains("purpose", "objection", "whichPurchase", "buildingType", "friendsNeed");
    }

    /// From the report's fields to those of the dossier.
    private static Map<String, String> book() throws IOException {
        var said = new TreeMap<String, String>();
        var isReport = false;
        for (var line : Files.readAllLines(BOOK)) {
            if (line.startsWith("## ")) {
                isReport = line.contains("`deal-report`");
            }
            var row = ROW.matcher(line);
            if (isReport && row.matches()) {
                said.put(row.group(1), row.group(2));
            }
        }
        return said;
    }

    private static TreeMap<String, JsonNode> dossier() throws IOException {
        var fields = new TreeMap<String, JsonNode>();
        new ObjectMapper()
                .readTree(TEMPLATE.toFile())
                .forEach(field -> fields.put(field.path("key").asText(), field));
        return fields;
    }
}
