package org.anchang.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.anchang.office.Office;
import org.anchang.system.RunningOffice;
import org.anchang.system.Showroom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The customers' archive by clicks, on a phone.
@ExtendWith(RunningOffice.class)
@Order(2)
class ArchiveTest {
    private static final String PROJECT = "shown-archive";
    private static final String PHONE = "13912345678";

    private static Browsers browsers;
    private static Office office;
    private static Showroom showroom;

    @BeforeAll
    static void open(Office running) {
        browsers = Browsers.open();
        office = running;
        showroom = Showroom.open(running, PROJECT);
    }

    @AfterAll
    static void close() {
        if (showroom != null) {
            showroom.close();
        }
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    @DisplayName("CUS-9 CUS-10 a visitor without a phone is registered, has one later, is found by initials and by the"
            + " last four digits, and is called by the right name")
    void fromNoPhoneToTheRightName() {
        var page = browsers.signedIn(office.gateway(), "li.na", PROJECT, Browsers.PHONE, Browsers.CHINESE);
        page.getByRole(AriaRole.LINK, named("客户")).click();
        page.getByRole(AriaRole.BUTTON, named("登记客户")).click();
        sheet(page).getByLabel("姓名").fill("欧阳德");
        sheet(page).getByRole(AriaRole.BUTTON, within("登记")).click();
        assertThat(page.locator("main h1")).hasText("欧阳德");
        assertThat(page.locator(".facts").first()).containsText("未留电话");

        page.getByRole(AriaRole.BUTTON, named("补登电话")).click();
        sheet(page).getByLabel("新号码").fill(PHONE);
        sheet(page).getByRole(AriaRole.BUTTON, within("补登电话")).click();
        assertThat(page.locator(".facts").first()).containsText(PHONE);

        page.getByRole(AriaRole.LINK, named("客户")).click();
        found(page, "oyd", "欧阳德");
        found(page, PHONE.substring(7), "欧阳德");
        page.locator("a.row").click();

        page.getByRole(AriaRole.BUTTON, named("更正资料")).click();
        assertThat(sheet(page).getByLabel("姓名")).hasValue("欧阳德");
        sheet(page).getByLabel("姓名").fill("欧阳修");
        sheet(page).getByLabel("更正原因").fill("登记时听错了");
        sheet(page).getByRole(AriaRole.BUTTON, within("更正资料")).click();
        assertThat(page.locator("main h1")).hasText("欧阳修");
        page.getByText("更正记录").click();
        assertThat(page.locator(".corrected")).hasCount(2);
        assertThat(page.locator(".corrected").first()).containsText("登记时听错了");
        Browsers.picture(page, "corrected");

        page.getByRole(AriaRole.LINK, named("客户")).click();
        found(page, "修", "欧阳修");
        page.context().close();
    }

    private static void found(Page page, String typed, String name) {
        page.getByRole(AriaRole.SEARCHBOX).fill(typed);
        assertThat(page.locator("a.row")).hasCount(1);
        assertThat(page.locator("a.row")).containsText(name);
    }

    private static Locator sheet(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions within(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
