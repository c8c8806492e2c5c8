package org.anchang.console;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the build made of the pages. It was compressed then, so a browser that takes it so costs nothing; an address
/// that names no file is a page of the application, which finds its way itself.
@ApplicationScoped
class Pages {
    private record File(String type, Buffer plain, Buffer packed) {}

    private static final String ROOT = "/console/";
    private static final String INDEX = "index.html";
    private static final Pattern NAME = Pattern.compile("(?:assets/)?[\\w-]+(?:\\.[\\w-]+)*\\.(js|css|html|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, File> files = new ConcurrentHashMap<>();

    void routes(@Observes Router router) {
        router.get("/").handler(context -> context.redirect(ROOT));
        // An expression: a plain path would match with the slash behind it too.
        router.routeWithRegex(HttpMethod.GET, "/console").handler(context -> context.redirect(ROOT));
        router.routeWithRegex(HttpMethod.GET, "/console/(?!api/).*").handler(this::show);
    }

    private void show(RoutingContext context) {
        var name = context.normalizedPath().substring(ROOT.length());
        var isPage = !name.contains(".");
        find(isPage ? INDEX : name)
                .ifPresentOrElse(
                        file -> send(context, file, isPage || name.equals(INDEX)),
                        () -> context.response().setStatusCode(404).end());
    }

    private static void send(RoutingContext context, File file, boolean isPage) {
        var accepted = context.request().getHeader("Accept-Encoding");
        var response = context.response()
                .putHeader("Content-Type", file.type())
                .putHeader("Vary", "Accept-Encoding")
                // A file of another content has another name; only the page that names them all is asked for again.
                .putHeader("Cache-Control", isPage ? "no-cache" : "public, max-age=31536000, immutable");
        if (accepted != null && accepted.contains("gzip")) {
            response.putHeader("Content-Encoding", "gzip").end(file.packed());
        } else {
            response.end(file.plain());
        }
    }

    private Optional<File> find(String name) {
        var known = files.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        var extension = NAME.matcher(name);
        if (!extension.matches()) {
            return Optional.empty();
        }
        var plain = read(name);
        var packed = read(name + ".gz");
        if (plain == null || packed == null) {
            return Optional.empty();
        }
        var file = new File(TYPES.getOrDefault(extension.group(1), "application/octet-stream"), plain, packed);
        files.put(name, file);
        return Optional.of(file);
    }

    private static @Nullable Buffer read(String name) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream("pages/" + name)) {
            return file == null ? null : Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
