package org.anchang.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A walk through the console that looks at each page once, on a phone, a tablet and a desk. It follows links
/// within the console, as people do.
final class Tour {
    private static final String LINKS = "links => links.map(link => link.getAttribute('href'))";
    /// All rules, of which only what is violated is told: what holds would be most of the work. Its builder would open
    /// another page each time, to put together what frames say; here are none left. What is fetched for a rule
    /// before it is asked is what plays by itself, not all styles once more. A paper stands in a frame in which no
    /// script runs, not even axe, which would wait for it for ever.
    private static final String VIOLATIONS = """
            exclude => axe.run({ exclude }, { resultTypes: ['violations'], iframes: false, preload: { assets: ['media'] } })
              .then(found => found.violations.flatMap(rule => rule.nodes.map(node => rule.help + ': ' + node.html)))""";
    /// What is the same around all pages of a person: looked at around the first.
    private static final List<String> FRAME = List.of("header.bar", "nav.menu");

    private static final int TABLET = 768;

    private final Set<String> seen = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private List<String> lookedAt = List.of();

    /// The pages of the menu of whoever is signed in, and what can be opened from there; those alone that were not
    /// seen before.
    void walk(Page page) {
        walk(page, links(page, "nav.menu a"));
    }

    void walk(Page page, List<String> addresses) {
        lookedAt = List.of();
        var ahead = new ArrayDeque<>(addresses);
        while (!ahead.isEmpty()) {
            var address = ahead.pop();
            Router.pageOf(address).filter(seen::add).ifPresent(name -> {
                look(page, address, name);
                ahead.addAll(links(page, "main a[href^='/console/']"));
            });
        }
    }

    Set<String> seen() {
        return seen;
    }

    /// What scrolls sideways, and what axe finds on the phone.
    List<String> faults() {
        return faults;
    }

    private void look(Page page, String address, String name) {
        page.setViewportSize(Browsers.DESK, Browsers.heightOf(Browsers.DESK));
        Browsers.follow(page, address.replaceFirst("^.*/console", ""));
        look(page, name);
    }

    /// Looks at what is open now, e.g. a sheet.
    void look(Page page, String name) {
        for (var width : List.of(Browsers.DESK, TABLET, Browsers.PHONE)) {
            page.setViewportSize(width, Browsers.heightOf(width));
            assertThat(page.locator("main > *, .wall").first()).isVisible();
            assertThat(page.getByText("正在读取……")).hasCount(0);
            Browsers.picture(page, "%s-%d".formatted(name.replaceAll("\\W+", "-"), width));
            if (Browsers.scrollsSideways(page)) {
                faults.add("%s scrolls sideways at %d px".formatted(name, width));
            }
            // Most of what axe asks has nothing to do with the width, and it takes its time.
            if (width == Browsers.PHONE) {
                for (var violation : violations(page)) {
                    faults.add("%s at %d px: %s".formatted(name, width, violation));
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> violations(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        var violations = (List<String>) page.evaluate(VIOLATIONS, lookedAt);
        lookedAt = FRAME;
        return violations;
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page, String selector) {
        Locator links = page.locator(selector);
        return (List<String>) links.evaluateAll(LINKS);
    }
}
