package org.anchang.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.anchang.system.console.OnScreen.named;
import static org.anchang.system.console.OnScreen.sheet;
import static org.anchang.system.console.OnScreen.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.anchang.office.Office;
import org.anchang.system.RunningOffice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A new project without an operator, by clicks: what is to be done first, and its people up to their first sign-in.
@ExtendWith(RunningOffice.class)
@Order(3)
class SetUpTest {
    private static final String PROJECT = "shown-new";
    private static final String NAME = "松风里";
    private static final String CONSULTANT = "mei.lan";
    private static final String OWN_PASSWORD = "Own-word-of-mei-1";
    /// Far more than the identity provider takes to follow.
    private static final LocatorAssertions.HasCountOptions IN_TIME =
            new LocatorAssertions.HasCountOptions().setTimeout(180_000);

    private static Browsers browsers;
    private static Office office;

    @BeforeAll
    static void open(Office running) {
        browsers = Browsers.ofThread();
        office = running;
    }

    @Test
    @DisplayName("SEC-1 REC-1 an administrator makes a project and invites its people; a consultant signs in by the"
            + " password shown once, and sees that project alone")
    void fromNothingToAFirstSignIn() {
        var admin = browsers.signedIn(office.gateway(), "admin.office", Browsers.DESK, Browsers.CHINESE);
        openSetUp(admin);
        admin.getByRole(AriaRole.BUTTON, named("新建项目")).click();
        var form = sheet(admin);
        form.getByLabel("项目名称").fill(NAME);
        form.getByLabel("项目代码").fill(PROJECT);
        form.getByLabel("大区").fill("LY");
        form.getByRole(AriaRole.BUTTON, within("新建项目")).click();
        assertThat(admin.locator(".project select")).hasValue(PROJECT);
        assertThat(admin.locator("[aria-current=step]")).containsText("楼栋");

        people(admin).getByRole(AriaRole.LINK).click();
        invite(admin, "何平", "he.ping.new");
        openSetUp(admin);
        people(admin).getByRole(AriaRole.LINK).click();
        var password = invite(admin, "梅兰", CONSULTANT);
        assertThat(admin.getByText("生效中")).hasCount(0, IN_TIME);
        openSetUp(admin);
        assertThat(people(admin)).containsText("已完成");
        Browsers.picture(admin, "set-up");
        admin.context().close();

        var consultant = browsers.screen(office.gateway(), Browsers.PHONE, Browsers.CHINESE);
        consultant.navigate("/");
        Browsers.enter(consultant, CONSULTANT, password);
        consultant.locator("#password-new").fill(OWN_PASSWORD);
        consultant.locator("#password-confirm").fill(OWN_PASSWORD);
        consultant.locator("[type=submit]").first().click();
        assertThat(consultant.locator(".project option")).hasText(new String[] {NAME});
        assertThat(consultant.locator("nav.menu")).containsText("成交");
        assertThat(consultant.locator("nav.menu")).not().containsText("人员与岗位");
        consultant.context().close();
    }

    private static void openSetUp(Page page) {
        page.getByRole(AriaRole.LINK, named("设置")).click();
        page.getByRole(AriaRole.LINK, named("开通项目")).click();
    }

    private static Locator people(Page page) {
        return page.locator(".path li").filter(new Locator.FilterOptions().setHasText("人员与岗位"));
    }

    /// Into the form that the way to the first hold has opened, with the role that was missing; its password.
    private static String invite(Page page, String name, String account) {
        sheet(page).getByLabel("姓名").fill(name);
        sheet(page).getByLabel("登录账号").fill(account);
        sheet(page).getByRole(AriaRole.BUTTON, within("邀请新同事")).click();
        var password = sheet(page).locator("code.password").textContent();
        sheet(page).getByRole(AriaRole.BUTTON, within("已告知本人")).click();
        assertThat(sheet(page)).hasCount(0);
        return password;
    }
}
