package org.anchang.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The browser that this machine has. One for all: its driver takes its time to unpack. Where there is none the tests
/// are left out with a word, and fail where they must not be left out (ANCHANG_BROWSER=required, as `.ci/run` says).
final class Browsers implements AutoCloseable {
    static final int PHONE = 390;
    static final int DESK = 1440;
    static final String CHINESE = "zh-CN";

    /// First the one without a window: the others, told to show none, still draw one of their own around each screen, which
    /// took more of the processor than the console in it.
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/microsoft-edge",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
    /// It runs beside an office, on a machine whose network may be closed.
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final double PATIENCE_MILLIS = 60_000;
    private static final Path PICTURES = Path.of("target/console");

    private final Playwright playwright;
    private final Browser browser;
    /// By which the identity provider knows again who has signed in once.
    private final Map<String, List<Cookie>> signedIn = new HashMap<>();

    private Browsers(Path program) {
        // Whoever waits for something in time says so; everything else may be slow where a whole office starts.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(QUIETLY));
    }

    static Browsers open() {
        var program = Stream.concat(Stream.ofNullable(System.getenv("ANCHANG_CHROMIUM")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isPresent()) {
            return new Browsers(program.get());
        }
        var word = "no Chromium was found: install one (apt install chromium-headless-shell), or name it in ANCHANG_CHROMIUM";
        if ("required".equals(System.getenv("ANCHANG_BROWSER"))) {
            throw new IllegalStateException(word);
        }
        return abort(word);
    }

    /// A screen of one's own on which a person of the demo has signed in and looks at a project.
    Page signedIn(URI office, String person, String project, int width, String language) {
        var page = signedIn(office, person, width, language);
        page.locator(".project select").selectOption(project);
        return page;
    }

    /// A session of its own at the console; the password is asked for at the first of a person's screens only.
    Page signedIn(URI office, String person, int width, String language) {
        var page = screen(office, width, language);
        page.context().addCookies(signedIn.getOrDefault(person, List.of()));
        page.navigate("/");
        page.locator("#username, header.bar").first().waitFor();
        if (page.locator("#username").count() > 0) {
            signIn(page, person);
            signedIn.put(
                    person,
                    page.context().cookies().stream()
                            .filter(cookie -> cookie.name.startsWith("KEYCLOAK_"))
                            .toList());
        }
        return page;
    }

    /// Where the identity provider asks who one is.
    static void signIn(Page page, String person) {
        enter(page, person, "anchang");
        assertThat(page.locator("header.bar")).isVisible();
    }

    static void enter(Page page, String person, String password) {
        page.locator("#username").fill(person);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    Page screen(URI office, int width, String language) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(office.toString())
                .setViewportSize(width, heightOf(width))
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai")
                // What moves is waited for before each click.
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    static int heightOf(int width) {
        return width < 600 ? 844 : 900;
    }

    /// Kept for whoever wants to look.
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    static boolean scrollsSideways(Page page) {
        return Objects.equals(
                Boolean.TRUE,
                page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
