package org.anchang.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Takes the README's picture anew, of a demo office that runs:
/// `deploy/test -pl system-tests -am -Dtest=PictureTest -Dpicture=http://localhost:8080`.
class PictureTest {
    private static final Path PICTURE = Path.of("../docs/console.png");
    private static final long MOST_BYTES = 120 * 1024;
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 700;

    @Test
    @EnabledIfSystemProperty(named = "picture", matches = "http.*")
    @DisplayName("the picture of the sales-control table is small enough for a first page")
    void table() throws IOException {
        var office = URI.create(System.getProperty("picture"));
        var page = Browsers.ofThread().signedIn(office, "chen.jing", "yunshan", WIDTH, Browsers.CHINESE);
        page.setViewportSize(WIDTH, HEIGHT);
        page.navigate("/console/table");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("实时");
        assertThat(page.locator(".cell.unit").first()).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE));
        page.context().close();
        assertThat(Files.size(PICTURE)).isLessThanOrEqualTo(MOST_BYTES);
    }
}
