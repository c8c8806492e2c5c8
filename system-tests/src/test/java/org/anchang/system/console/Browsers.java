package org.anchang.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
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
import java.util.stream.Stream;

/// The browser that this machine has, one for each thread that tests run on: it takes its time to start, and
/// whoever has signed in once is known to the tests after. It ends with this JVM. Where there is none the tests are
/// left out with a word, and fail where they must not be left out (ANCHANG_BROWSER=required, as `.ci/run` says).
final class Browsers {
    static final int PHONE = 390;
    static final int DESK = 1440;
    static final String CHINESE = "zh-CN";

    /// First the one without a window: the others, told to show none, still draw one of their own around each
    /// screen, which took more of the processor than the console in it.
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
    private static final String FOLLOW = """
            async path => {
              await document.querySelector('#app').__vue_app__.config.globalProperties.$router.push(path)
              await new Promise(requestAnimationFrame)
            }""";
    private static final String COMES_TRUE = """
            async patience => {
              const end = performance.now() + patience
              const frame = () => new Promise(requestAnimationFrame)
              for (;;) {
                if (%s) return frame().then(frame).then(() => true)
                if (performance.now() > end) return false
                await frame()
              }
            }""";
    static final double PATIENCE_MILLIS = 60_000;
    private static final double SETTLED_MILLIS = 10_000;
    private static final Path PICTURES = Path.of("target/console");
    /// Drawing costs more than looking at what is drawn.
    private static final boolean PICTURES_ARE_WANTED = System.getProperty("pictures") != null;

    private static final ThreadLocal<Browsers> OF_THREAD = ThreadLocal.withInitial(Browsers::start);

    private final Browser browser;
    /// By which the identity provider knows again who has signed in once.
    private final Map<String, List<Cookie>> signedIn = new HashMap<>();

    private Browsers(Path program) {
        // Whoever waits for something in time says so; everything else may be slow where a whole office starts.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        var driver = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(QUIETLY));
    }

    /// No screen of the test class before is left on it.
    static Browsers ofThread() {
        if (!OF_THREAD.get().browser.isConnected()) {
            OF_THREAD.remove();
        }
        var browsers = OF_THREAD.get();
        List.copyOf(browsers.browser.contexts()).forEach(BrowserContext::close);
        return browsers;
    }

    private static Browsers start() {
        var program = Stream.concat(Stream.ofNullable(System.getenv("ANCHANG_CHROMIUM")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isPresent()) {
            return new Browsers(program.get());
        }
        var word =
                "no Chromium was found: install one (apt install chromium-headless-shell), or name it in ANCHANG_CHROMIUM";
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

    /// Opens a page of the console as by a link within it, where it is open already: loaded anew a page takes
    /// several times the processor.
    ///
    /// @param path below the console's address
    static void follow(Page page, String path) {
        if (page.url().contains("/console/")) {
            page.evaluate(FOLLOW, path);
        } else {
            page.navigate("/console" + path);
        }
    }

    static int heightOf(int width) {
        return width < 600 ? 844 : 900;
    }

    /// Kept for whoever wants to look, and says so: `-Dpictures`.
    static void picture(Page page, String name) {
        if (PICTURES_ARE_WANTED) {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        }
    }

    /// Whether it goes on to: what is drawn to its place's width is drawn anew when that has changed, a moment later.
    static boolean scrollsSideways(Page page) {
        return !comesTrue(
                page, "document.documentElement.scrollWidth <= document.documentElement.clientWidth", SETTLED_MILLIS);
    }

    /// Whether it is so, or gets so in time. The page itself looks, at each frame, by a function that it is given
    /// whole: the browser library's own waiting reads the condition anew each time, which the console forbids
    /// whatever runs in it (Content-Security-Policy). A chart that was laid out anew is on the screen when this
    /// returns.
    ///
    /// @param condition      an expression of JavaScript
    /// @param patienceMillis how long it may take
    static boolean comesTrue(Page page, String condition, double patienceMillis) {
        return (Boolean) page.evaluate(COMES_TRUE.formatted(condition), patienceMillis);
    }
}
