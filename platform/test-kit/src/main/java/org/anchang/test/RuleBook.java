package org.anchang.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The list of rules, `docs/rules.md`: which ids there are.
public final class RuleBook {
    private static final Path LIST = Path.of("docs/rules.md");
    private static final String HEADING = "## ";

    private RuleBook() {}

    /// Every rule that is listed, e.g. `SWP-2`.
    public static Set<String> rules() {
        var list = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(LIST))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + LIST + " above here"));
        try (var lines = Files.lines(list)) {
            return lines.filter(line -> line.startsWith(HEADING))
                    .map(line -> line.substring(HEADING.length()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
