package org.anchang.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/// The pages on which managers see how a project does.
enum Dashboard {
    HOME("reports/home"),
    FUNNEL("reports/funnel"),
    MONEY("reports/money"),
    STOCK("reports/stock"),
    PEOPLE("reports/people"),
    REASONS("reports/reasons"),
    APPROVALS("reports/approvals"),
    QUARTER("quarter"),
    BOARD("dashboard"),
    WALL("wall/reports/%s");

    /// A chart that is drawn before its place is laid out is drawn again.
    private static final String DRAWN = """
            [...document.querySelectorAll('main [role=img]')].every(chart =>
              Math.abs((chart.querySelector('svg')?.clientWidth ?? 0) - chart.clientWidth) < 2)""";

    private final String path;

    Dashboard(String path) {
        this.path = path;
    }

    static List<Dashboard> reports() {
        return Stream.of(values()).filter(Dashboard::isOfReports).toList();
    }

    private boolean isOfReports() {
        return path.startsWith("reports/");
    }

    String picture(int width) {
        return "%s-%d".formatted(name().toLowerCase(Locale.ROOT), width);
    }

    /// With all that it shows: the reports of the quarter in which the day lies.
    void openOn(Page page, String project, LocalDate day) {
        var query = isOfReports() ? "?project=%s&span=quarter&day=%s".formatted(project, day) : "";
        Browsers.follow(page, "/" + path.formatted(project) + query);
        assertThat(page.locator("main")).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.getByText("正在读取……")).hasCount(0);
        Assertions.assertThat(Browsers.comesTrue(page, DRAWN, Browsers.PATIENCE_MILLIS))
                .as("the charts of %s are drawn to their places", path)
                .isTrue();
    }
}
