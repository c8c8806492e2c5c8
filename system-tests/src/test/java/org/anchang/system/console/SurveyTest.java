package org.anchang.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What site managers arrange at their desk and others meet on a phone: a survey to a customer and back; pools
/// and tags.
@Order(3)
class SurveyTest extends OnScreen {
    private static final String BUYER = "张三";

    SurveyTest() {
        super("shown-survey");
    }

    @BeforeAll
    void eachAnswerCounts() {
        showroom.sets("SURVEY_SMALLEST_GROUP", "1");
    }

    @Test
    @DisplayName(
            "CAR-3 the site manager makes a survey and sends it, a customer answers it on a phone by its link without"
                    + " an account, once, and the score is on the survey's page")
    void fromDeskToPhoneAndBack() {
        var manager = at("chen.jing", Browsers.DESK);
        manager.navigate(office.gateway().resolve("/console/care/surveys").toString());
        manager.getByRole(AriaRole.BUTTON, named("新建问卷")).click();
        sheet(manager).getByLabel("问卷名称").fill("交房满意度");
        sheet(manager).getByRole(AriaRole.BUTTON, within("保存")).click();
        assertThat(manager.locator("main h1")).hasText("交房满意度");

        manager.getByRole(AriaRole.BUTTON, named("邀请客户")).click();
        sheet(manager)
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile(BUYER)))
                .click();
        sheet(manager).getByRole(AriaRole.BUTTON, within("邀请客户")).click();
        assertThat(sheet(manager).getByRole(AriaRole.STATUS)).containsText("新邀请 1 位");
        sheet(manager).locator("header button").click();
        var link = manager.locator("[data-link]").getAttribute("data-link");

        var phone = browsers.screen(office.gateway(), Browsers.PHONE, Browsers.CHINESE);
        phone.navigate(office.gateway().resolve(link).toString());
        assertThat(phone.locator("main h1")).hasText("交房满意度");
        assertThat(Browsers.scrollsSideways(phone)).isFalse();
        phone.getByLabel("5 很满意").first().check();
        phone.getByLabel("4 满意").nth(1).check();
        phone.getByRole(AriaRole.TEXTBOX).fill("电梯再快一些");
        Browsers.picture(phone, "survey-answer");
        phone.getByRole(AriaRole.BUTTON, named("提交")).click();
        assertThat(phone.getByRole(AriaRole.STATUS)).containsText("感谢您的回答");
        phone.reload();
        assertThat(phone.locator("main")).containsText("已经答过");

        manager.reload();
        assertThat(manager.locator(".tiles")).containsText("4.50");
        assertThat(manager.locator("main")).containsText("电梯再快一些");
        Browsers.picture(manager, "survey");
        phone.context().close();
        manager.context().close();
    }

    @Test
    @DisplayName(
            "TRK-5 CUS-9 the site manager makes a pool and a tag, and puts a customer into the pool; a consultant tags them on"
                    + " the phone, another takes them out of the pool, and the list finds them by the tag")
    void poolsAndTags() {
        var manager = at("chen.jing", Browsers.DESK);
        manager.navigate(office.gateway().resolve("/console/tracking/pools").toString());
        manager.getByRole(AriaRole.BUTTON, named("新建公海池")).click();
        sheet(manager).getByLabel("名称").fill("高意向池");
        sheet(manager)
                .locator("label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^A$")))
                .click();
        sheet(manager).getByLabel("未联系天数").fill("15");
        sheet(manager).getByRole(AriaRole.BUTTON, within("保存")).click();
        assertThat(manager.locator("main")).containsText("A：15 天未联系");
        Browsers.picture(manager, "pools");
        manager.navigate(office.gateway().resolve("/console/customers").toString());
        manager.getByRole(AriaRole.BUTTON, named("标签")).click();
        sheet(manager).getByLabel("新标签").fill("学区");
        sheet(manager).getByRole(AriaRole.BUTTON, within("添加")).click();
        assertThat(sheet(manager).locator(".rows")).containsText("学区");

        var phone = at("li.na", Browsers.PHONE);
        phone.navigate(office.gateway().resolve("/console/customers").toString());
        phone.getByRole(AriaRole.BUTTON, named("登记客户")).click();
        sheet(phone).getByLabel("电话").fill("13912347701");
        sheet(phone).getByLabel("姓名").fill("看学区的");
        sheet(phone).getByRole(AriaRole.BUTTON, within("登记")).click();
        assertThat(phone.locator("main h1")).hasText("看学区的");
        phone.getByRole(AriaRole.BUTTON, named("打标签")).click();
        sheet(phone)
                .locator("label")
                .filter(new Locator.FilterOptions().setHasText("学区"))
                .click();
        sheet(phone).getByRole(AriaRole.BUTTON, within("保存")).click();
        assertThat(phone.locator(".tags")).containsText("学区");
        assertThat(Browsers.scrollsSideways(phone)).isFalse();

        manager.navigate(phone.url());
        manager.getByRole(AriaRole.BUTTON, named("改归属")).click();
        sheet(manager).getByLabel("改归").selectOption("*");
        sheet(manager).getByLabel("原因").fill("长期未跟进");
        sheet(manager).locator("button[type=submit]").click();
        assertThat(sheet(manager)).hasCount(0);
        manager.navigate(office.gateway().resolve("/console/tracking/pool").toString());
        manager.locator("li.row", new Page.LocatorOptions().setHasText("********701"))
                .getByRole(AriaRole.CHECKBOX)
                .check();
        manager.getByRole(AriaRole.BUTTON, named("调入其他池（1）")).click();
        sheet(manager)
                .locator("label")
                .filter(new Locator.FilterOptions().setHasText("A：15 天未联系"))
                .click();
        sheet(manager).getByLabel("原因").fill("意向很高");
        sheet(manager).locator("button[type=submit]").click();
        assertThat(manager.locator("main [role=status]")).containsText("已调入 1 位客户");
        var other = at("wang.lei", Browsers.PHONE);
        other.navigate(office.gateway().resolve("/console/tracking/pool").toString());
        other.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("高意向池")))
                .click();
        Browsers.picture(other, "pool-tabs");
        other.locator("li.row", new Page.LocatorOptions().setHasText("********701"))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(other.locator("main [role=status]")).containsText("看学区的");

        manager.navigate(office.gateway().resolve("/console/customers").toString());
        manager.getByLabel("标签", new Page.GetByLabelOptions().setExact(true)).selectOption("学区");
        assertThat(manager.locator("main .rows")).containsText("看学区的");
        phone.context().close();
        other.context().close();
        manager.context().close();
    }
}
