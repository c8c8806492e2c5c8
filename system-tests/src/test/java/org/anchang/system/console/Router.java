package org.anchang.system.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// The pages that the console has, from its own router: a page that is added there is among them.
final class Router {
    private static final Path SOURCE = Path.of("../console/src/main/web/routes.ts");
    private static final Pattern LINE = Pattern.compile(
            "(?<open>children: \\[)|(?<end>^ *\\],)|path: '(?<path>[^']*)'(?<rest>.*)", Pattern.MULTILINE);

    private Router() {}

    /// As in `deals/:id`, below the console's address: neither what leads on to another page, nor the frames of others,
    /// nor the way back from an address that is none.
    static List<String> pages() {
        var frames = new ArrayDeque<String>();
        var pages = new LinkedHashSet<String>();
        var last = "";
        var lines = LINE.matcher(source());
        while (lines.find()) {
            if (lines.group("open") != null) {
                pages.remove(last);
                frames.push(last);
            } else if (lines.group("end") != null) {
                frames.poll();
            } else {
                var path = lines.group("path");
                last = path.startsWith("/")
                        ? path.substring(1)
                        : frames.getFirst() + (path.isEmpty() ? "" : "/" + path);
                if (!path.contains("(") && !lines.group("rest").contains("redirect")) {
                    pages.add(last);
                }
            }
        }
        return List.copyOf(pages);
    }

    /// Those that can be opened without knowing what they are to show.
    static List<String> wholePages() {
        return pages().stream()
                .map(page -> page.replaceAll("/:\\w+\\?", ""))
                .filter(page -> !page.contains(":"))
                .toList();
    }

    /// Which page an address belongs to; a part (`settings/:part?`) is a page of its own.
    static Optional<String> pageOf(String address) {
        var path = address.replaceFirst("^.*/console/", "").replaceFirst("[?#].*$", "");
        return pages().stream()
                .sorted(Comparator.comparing(page -> page.contains(":")))
                .filter(page ->
                        path.matches(page.replaceAll("/:\\w+\\?", "(?:/[^/]+)?").replaceAll(":\\w+", "[^/]+")))
                .findFirst()
                .map(page -> named(page.split("/"), path.split("/")));
    }

    private static String named(String[] page, String[] path) {
        var name = new StringJoiner("/");
        for (int i = 0; i < path.length; i++) {
            name.add(page[i].equals(":part?") ? path[i] : page[i]);
        }
        return name.toString();
    }

    private static String source() {
        try {
            return Files.readString(SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
