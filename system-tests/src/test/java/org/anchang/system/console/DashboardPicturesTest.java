package org.anchang.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The dashboards, filled by the demo office, look as they did when somebody last looked at them. The office's answers
/// are kept: `deploy/test -pl system-tests -am -Dtest=DemoTest -Drecord` keeps them anew, which is due where a
/// page asks for something else than it did.
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class DashboardPicturesTest {
    /// As many as reporting-service has.
    private static final int REPORTS = 12;
    /// The menu of a phone lies over the page that is scrolled beneath it.
    private static final String WHOLE = "nav.menu { position: static !important }";
    private static final Pattern NONSENSE = Pattern.compile("undefined|NaN|\\[object|Infinity");

    private final KeptAnswers kept = KeptAnswers.read();
    private final Map<Integer, Page> pages = new HashMap<>();
    private final Set<String> unknown = new ConcurrentSkipListSet<>();
    private Browsers browsers;

    @BeforeAll
    void open() {
        browsers = Browsers.ofThread();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("RPT-2 each dashboard of the demo office looks like its reference picture, on a desk and on a phone")
    void looksAsKept(Dashboard dashboard) throws IOException {
        for (var width : KeptAnswers.WIDTHS) {
            var page = pages.computeIfAbsent(width, this::page);
            dashboard.openOn(page, kept.project(), kept.day());
            assertThat(unknown).as("asked of nobody").isEmpty();
            assertThat(NONSENSE.matcher(page.locator("main").innerText()).find())
                    .as(dashboard + " says nonsense")
                    .isFalse();
            assertThat(Browsers.scrollsSideways(page)).isFalse();
            Pictures.looksAsKept(
                    page.screenshot(
                            new Page.ScreenshotOptions().setFullPage(true).setStyle(WHOLE)),
                    "dashboards/" + dashboard.picture(width));
        }
    }

    private Page page(int width) {
        var page = browsers.screen(KeptAnswers.office(), width, Browsers.CHINESE);
        kept.answerIn(page.context(), unknown);
        return page;
    }

    @Test
    @DisplayName("RPT-2 every report can be had as XLSX and as a picture")
    void everyReport() {
        var page = page(Browsers.DESK);
        var had = new TreeSet<String>();
        var errors = new ArrayList<String>();
        page.onConsoleMessage(message -> errors.add(message.text()));
        for (var dashboard : Dashboard.reports()) {
            dashboard.openOn(page, kept.project(), kept.day());
            for (var card : page.locator("article.panel").all()) {
                var sheet = page.waitForRequest(
                        "**/reports/sheet**", () -> card.getByText("导出 XLSX").click());
                had.add(sheet.url().replaceFirst(".*report=(\\w+).*", "$1"));
                var saves = card.getByText("存为图片");
                // What nothing is in has no picture.
                if (saves.count() == 0) {
                    assertThat(card.innerText()).contains("这一期还没有数据");
                    continue;
                }
                Download picture;
                try {
                    picture = page.waitForDownload(saves::click);
                } catch (TimeoutError e) {
                    throw new AssertionError("no picture of " + card.innerText() + ": " + errors, e);
                }
                assertThat(picture.suggestedFilename()).endsWith(".png");
                assertThat(picture.path()).isNotEmptyFile();
            }
        }
        assertThat(had).hasSize(REPORTS);
        page.context().close();
    }
}
