package org.anchang.customer.printing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What papers take from the dossier they name by the keys of its template.
public class DossierNamesRulesTest {
    private static final Path BOOK = Path.of("../docs/papers.md");
    private static final Pattern ASKED = Pattern.compile("\\| `(\\w+)` \\| `(\\w+)` of the dossier,.*");
    private static final Pattern OWN =
            Pattern.compile("\\| `(\\w+)` \\| the dossier's (?:`(\\w+)`|field of that name),.*");

    @Test
    @DisplayName(
            "PAP-1 what the deal report is told of the dossier is what docs/papers.md says, and the dossier has it")
    void told() throws IOException {
        assertThat(CustomerContent.REPORTED)
                .isEqualTo(new TreeSet<>(book("deal-report", ASKED).values()));
        assertThat(template()).containsAll(CustomerContent.REPORTED);
    }

    @Test
    @DisplayName("PAP-1 what docs/papers.md says to be of the dossier, the dossier has")
    void own() throws IOException {
        assertThat(template())
                .containsAll(book("loss-report", OWN).values())
                .containsAll(book("customer-dossier", OWN).values());
    }

    /// From a paper's fields to those of the dossier.
    public static Map<String, String> ofLossReport() throws IOException {
        return book("loss-report", OWN);
    }

    private static Map<String, String> book(String paper, Pattern rows) throws IOException {
        var said = new TreeMap<String, String>();
        var isPaper = false;
        for (var line : Files.readAllLines(BOOK)) {
            if (line.startsWith("## ")) {
                isPaper = line.contains("`" + paper + "`");
            }
            var row = rows.matcher(line);
            if (isPaper && row.matches()) {
                said.put(row.group(1), row.group(2) == null ? row.group(1) : row.group(2));
            }
        }
        assertThat(said).as(paper).isNotEmpty();
        return said;
    }

    private static TreeSet<String> template() throws IOException {
        var keys = new TreeSet<String>();
        try (var file = DossierNamesRulesTest.class.getResourceAsStream("/dossier-template.json")) {
            new ObjectMapper()
                    .readTree(file)
                    .forEach(field -> keys.add(field.path("key").asText()));
        }
        return keys;
    }
}
