package org.anchang.commission.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anchang.kit.paper.Template;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatementTemplateRulesTest {
    private static final Pattern FIELD = Pattern.compile("(?m)^\\| `([\\w.]+)` \\|");

    @Test
    @DisplayName(
            "PAP-2 docs/papers.md tells of each field of the commission statement where it comes from, and of no other")
    void book() throws IOException {
        var book = Files.readString(Path.of("../docs/papers.md"));
        var from = book.indexOf("`" + StatementPaper.NAME + "`");
        var end = book.indexOf("\n## ", from);
        var told = FIELD.matcher(book.substring(from, end < 0 ? book.length() : end))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told)
                .isEqualTo(new TreeSet<>(Template.named(StatementPaper.NAME).fields()));
    }
}
