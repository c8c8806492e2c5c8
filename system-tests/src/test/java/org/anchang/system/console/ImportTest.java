package org.anchang.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Customers of an older system come in by a file, in a real browser on the real office.
@Order(3)
class ImportTest extends OnScreen {
    /// The sweep that takes the file over looks once a second; a busy machine may take its time.
    private static final LocatorAssertions.ContainsTextOptions IN_TIME =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    ImportTest() {
        super("taken-over");
    }

    @Test
    @DisplayName("CUS-8 a site manager sends a file, sees what it would do, takes it over, and finds the customers")
    void importByClicks() {
        var phone = at("li.na", Browsers.PHONE);
        phone.getByRole(AriaRole.LINK, named("客户")).click();
        phone.getByRole(AriaRole.BUTTON, named("登记客户")).click();
        var form = phone.getByRole(AriaRole.DIALOG);
        form.getByLabel("电话").fill("13912340041");
        form.getByLabel("姓名").fill("早认识");
        form.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("登记").setExact(true))
                .click();
        assertThat(phone.locator("main h1")).hasText("早认识");

        var desk = at("chen.jing", Browsers.DESK);
        desk.getByRole(AriaRole.LINK, named("客户")).click();
        desk.getByRole(AriaRole.LINK, named("导入")).click();
        var file = """
                姓名,手机,置业顾问,登记日期
                欧阳导入,13912340042,li.na,2024-03-05
                司马导入,13912340043,,2024-03-06
                早认识,13912340041,li.na,2024-03-07
                """;
        desk.locator("input[type=file]")
                .setInputFiles(new FilePayload("old.csv", "text/csv", file.getBytes(Charset.forName("GBK"))));
        var counts = desk.locator(".stats");
        assertThat(counts).containsText("新增2", IN_TIME);
        assertThat(counts).containsText("已有1");
        Browsers.picture(desk, "import-preview");
        desk.getByLabel("跳过已有的").check();
        desk.getByRole(AriaRole.BUTTON, named("开始导入")).click();
        assertThat(desk.locator(".panel header").first()).containsText("已完成", IN_TIME);
        assertThat(counts).containsText("已新增2");
        assertThat(counts).containsText("未改动1");

        desk.getByRole(AriaRole.LINK, named("客户")).click();
        desk.getByRole(AriaRole.SEARCHBOX).fill("欧阳导入");
        assertThat(desk.locator(".rows .row").filter(new Locator.FilterOptions().setHasText("欧阳导入")))
                .hasCount(1);
        assertThat(Browsers.scrollsSideways(desk)).isFalse();
        phone.context().close();
        desk.context().close();
    }
}
