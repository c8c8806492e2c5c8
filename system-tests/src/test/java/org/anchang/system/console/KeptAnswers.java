package org.anchang.system.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// What a demo office answered while a manager looked at the dashboards, kept so that the pages can be shown without an
/// office, at the moment of then: the demo's days are counted back from today, and no two days show the same weeks.
///
/// @param at      when it was asked
/// @param answers by path and query
public record KeptAnswers(Instant at, String project, Map<String, String> answers) {
    private static final Path FILE = Path.of("src/test/resources/demo-office.json.gz");
    /// As the console's build leaves them.
    private static final Path PAGES = Path.of("../console/target/classes/pages");
    private static final URI NOWHERE = URI.create("http://office.invalid");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String API = "/console/api/";
    private static final String CHOSEN = "localStorage.setItem('anchang.project', '%s')";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript", "css", "text/css", "html", "text/html", "svg", "image/svg+xml");

    static final List<Integer> WIDTHS = List.of(1200, Browsers.PHONE);

    /// The season of the demo ends on the day before.
    LocalDate day() {
        return at.atZone(ZONE).toLocalDate().minusDays(1);
    }

    static KeptAnswers read() {
        try (var file =
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8)) {
            var kept = JSON.readTree(file);
            var answers = new TreeMap<String, String>();
            kept.path("answers")
                    .properties()
                    .forEach(one -> answers.put(one.getKey(), one.getValue().toString()));
            return new KeptAnswers(
                    Instant.parse(kept.path("at").asText()),
                    kept.path("project").asText(),
                    answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Looks at all dashboards of an office that runs, and keeps what it answers.
    public static void keep(URI office, String project) throws IOException {
        var kept = new KeptAnswers(Instant.ofEpochSecond(Instant.now().getEpochSecond()), project, new TreeMap<>());
        for (var width : WIDTHS) {
            var page = Browsers.ofThread().signedIn(office, "chen.jing", project, width, Browsers.CHINESE);
            page.context().route("**" + API + "**", kept::ask);
            for (var dashboard : Dashboard.values()) {
                dashboard.openOn(page, project, kept.day());
                Browsers.picture(page, "demo-" + dashboard.picture(width));
            }
            page.context().close();
        }
        var all = JSON.createObjectNode().put("at", kept.at.toString()).put("project", project);
        var answers = all.putObject("answers");
        for (var one : kept.answers.entrySet()) {
            answers.set(one.getKey(), JSON.readTree(one.getValue()));
        }
        Files.createDirectories(FILE.getParent());
        try (var file =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(FILE)), StandardCharsets.UTF_8)) {
            JSON.writeValue(file, all);
        }
    }

    private void ask(Route route) {
        if (isStream(route)) {
            route.abort();
            return;
        }
        var answer = route.fetch();
        if (answer.ok() && answer.headers().getOrDefault("content-type", "").contains("json")) {
            answers.put(asked(route), answer.text());
        }
        route.fulfill(new Route.FulfillOptions().setResponse(answer));
    }

    /// Shows the console's pages with these answers.
    ///
    /// @param unknown takes what is asked that nobody has kept
    void answerIn(BrowserContext context, Set<String> unknown) {
        context.clock().setFixedTime(at.toEpochMilli());
        context.addInitScript(CHOSEN.formatted(project));
        context.route("**/*", route -> {
            var asked = asked(route);
            if (!asked.startsWith(API)) {
                page(route);
            } else if (isStream(route)) {
                route.abort();
            } else if (answers.containsKey(asked)) {
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(answers.get(asked)));
            } else {
                unknown.add(asked);
                route.fulfill(new Route.FulfillOptions().setStatus(404));
            }
        });
    }

    static URI office() {
        return NOWHERE;
    }

    private static void page(Route route) {
        var name = URI.create(route.request().url()).getPath().replaceFirst("^/console/", "");
        var file = PAGES.resolve(name.contains(".") ? name : "index.html");
        if (!Files.isRegularFile(file)) {
            route.fulfill(new Route.FulfillOptions().setStatus(404));
            return;
        }
        var ending = file.toString().substring(file.toString().lastIndexOf('.') + 1);
        route.fulfill(new Route.FulfillOptions()
                .setContentType(TYPES.getOrDefault(ending, "application/octet-stream"))
                .setPath(file));
    }

    private static boolean isStream(Route route) {
        return route.request().headers().getOrDefault("accept", "").contains("event-stream");
    }

    private static String asked(Route route) {
        var address = URI.create(route.request().url());
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }
}
