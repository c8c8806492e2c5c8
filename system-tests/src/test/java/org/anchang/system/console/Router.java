package org.anchang.system.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The pages that the console has, from its own router: a page that is added there is among them.
final class Router {
    private static final Path SOURCE = Path.of("../console/src/main/web/routes.ts");
    /// Neither what leads on to another page, nor the way back from an address that is none.
    private static final Pattern PAGE = Pattern.compile("path: '/([^'(]+)', name:");

    private Router() {}

    /// As in `deals/:id`, below the console's address.
    static List<String> pages() {
        try {
            return PAGE.matcher(Files.readString(SOURCE))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether it can be opened without knowing what it is to show.
    static boolean isWhole(String page) {
        return !page.contains(":");
    }

    /// Which page an address belongs to.
    static Optional<String> pageOf(String address) {
        var path = address.replaceFirst("^.*/console/", "").replaceFirst("[?#].*$", "");
        return pages().stream()
                .sorted((one, other) -> Boolean.compare(isWhole(other), isWhole(one)))
                .filter(page -> path.matches(page.replaceAll(":\\w+", "[^/]+")))
                .findFirst();
    }
}
