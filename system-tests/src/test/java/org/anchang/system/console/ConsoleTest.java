package org.anchang.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.anchang.office.Office;
import org.anchang.system.RunningOffice;
import org.anchang.system.Showroom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The console as its people see it, in a real browser on the real office.
@ExtendWith(RunningOffice.class)
@Order(2)
class ConsoleTest {
    private static final String CHINESE = "zh-CN";
    private static final int PHONE = 390;
    private static final int DESK = 1440;
    private static final Pattern CUSTOMER = Pattern.compile("看房人");

    private static Browsers browsers;
    private static Office office;
    private static Showroom showroom;

    @BeforeAll
    static void open(Office running) {
        browsers = Browsers.open();
        office = running;
        showroom = Showroom.open(running, "shown");
    }

    @AfterAll
    static void close() {
        if (browsers != null) {
            browsers.close();
            showroom.close();
        }
    }

    @Test
    @DisplayName("INV-7 CUS-3 a consultant registers a visitor on the phone and holds a unit; another screen shows it"
            + " within a second; given back, it is free again")
    void holdByClicks() {
        var phone = signedIn("li.na", PHONE, CHINESE);
        phone.getByRole(AriaRole.LINK, named("客户")).click();
        register(phone, "看房人", "13912340001");
        assertThat(phone.getByRole(AriaRole.STATUS)).containsText("已登记");
        register(phone, "看房人", "13912340001");
        assertThat(phone.getByRole(AriaRole.STATUS)).containsText("此电话已登记");

        var wall = signedIn("chen.jing", DESK, CHINESE);
        var unit = showroom.freeUnit();
        wall.getByRole(AriaRole.LINK, named("销控表")).click();
        phone.getByRole(AriaRole.LINK, named("销控表")).click();
        assertThat(wall.getByRole(AriaRole.STATUS)).containsText("实时");
        cell(phone, unit).click();
        var sheet = phone.getByRole(AriaRole.DIALOG);
        var choice = sheet.getByLabel("为哪位客户");
        assertThat(choice.getByText(CUSTOMER)).hasCount(1);
        choice.selectOption(sheet.locator("option", new Locator.LocatorOptions().setHasText(CUSTOMER))
                .getAttribute("value"));
        sheet.getByRole(AriaRole.BUTTON, inSheet("锁定此房")).dblclick();

        assertThat(cell(wall, unit)).hasClass(Pattern.compile("state-HELD"), within(1_500));
        assertThat(sheet).hasCount(0);
        assertThat(showroom.holdsOn(unit)).isEqualTo(1);

        cell(phone, unit).click();
        sheet.getByLabel("原因").fill("客户改主意了");
        sheet.getByRole(AriaRole.BUTTON, inSheet("释放")).click();
        assertThat(cell(wall, unit)).hasClass(Pattern.compile("state-AVAILABLE"), within(1_500));
    }

    @Test
    @DisplayName("SEC-1 each role has its menu, in both languages, and nobody gets a token to see")
    void menus() {
        Map.of(
                        "li.na", List.of("今日", "销控表", "客户"),
                        "chen.jing", List.of("今日", "销控表", "客户", "待办"),
                        "zheng.yun", List.of("今日", "销控表", "待办"))
                .forEach((person, menu) -> {
                    var page = signedIn(person, DESK, CHINESE);
                    assertThat(page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK))
                            .hasText(menu.toArray(String[]::new));
                    assertThat(page.evaluate("document.cookie")).isEqualTo("");
                    page.context().close();
                });
        var english = signedIn("huang.wei", DESK, "en-GB");
        assertThat(english.getByRole(AriaRole.NAVIGATION)).containsText("Sales control");
        english.context().close();
    }

    @Test
    @DisplayName("every page fits a phone, a tablet and a desk without sideways scrolling, and axe finds nothing")
    void everyPage() {
        for (var width : List.of(PHONE, 768, DESK)) {
            var page = signedIn("chen.jing", width, CHINESE);
            for (var name : List.of("today", "table", "customers", "approvals")) {
                page.navigate("/console/" + name);
                assertThat(page.locator("main > section")).isVisible();
                assertThat(page.getByText("正在读取……")).hasCount(0);
                Browsers.picture(page, name + "-" + width);

                assertThat(Browsers.scrollsSideways(page))
                        .as("%s at %d px", name, width)
                        .isFalse();
                if (width != 768) {
                    assertThat(new AxeBuilder(page).analyze().getViolations())
                            .as("%s at %d px", name, width)
                            .isEmpty();
                }
            }
            page.context().close();
        }
    }

    private static void register(Page page, String name, String phone) {
        page.getByRole(AriaRole.BUTTON, named("登记客户")).first().click();
        var form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("姓名").fill(name);
        form.getByLabel("电话").fill(phone);
        form.getByRole(AriaRole.BUTTON, inSheet("登记客户")).click();
        assertThat(form).hasCount(0);
    }

    private static Page signedIn(String person, int width, String language) {
        var page = browsers.screen(office.gateway(), width, language);
        page.navigate("/console/today");
        page.locator("#username").fill(person);
        page.locator("#password").fill("anchang");
        page.locator("#kc-login").click();
        assertThat(page.locator("header.bar")).isVisible();
        page.locator(".project select").selectOption("shown");
        return page;
    }

    private static Locator cell(Page page, String unit) {
        return page.locator("[data-unit='" + unit + "']");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions inSheet(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static LocatorAssertions.HasClassOptions within(double millis) {
        return new LocatorAssertions.HasClassOptions().setTimeout(millis);
    }
}
