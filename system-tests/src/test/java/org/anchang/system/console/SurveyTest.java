package org.anchang.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A survey from the site manager's desk to a customer's phone and back.
@Order(2)
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
}
