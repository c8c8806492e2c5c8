package org.anchang.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What is late, the weekly review and complaints: managers at their desk and on the way, consultants on a phone.
@Order(3)
class TrackingTest extends OnScreen {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String NOT_SPOKEN = "等首访的";
    private static final String SPOKEN = "聊过的人";
    private static final String VIEWED = "看过没买";
    private static final String POOLED = "没人跟的";

    TrackingTest() {
        super("shown-tracking");
    }

    /// Somebody on each list: first and next follow-up, visited and not subscribed, and subscribed without a contract.
    @BeforeAll
    void someWaitForLong() {
        registered("li.na", NOT_SPOKEN, "13912348801", 10);
        spoken("li.na", registered("li.na", SPOKEN, "13912348802", 20), 12);
        var viewed = registered("zhao.min", VIEWED, "13912348803", 40);
        showroom.did("zhao.min", 39, "/visits", Map.of("project", project, "customer", viewed));
        spoken("zhao.min", viewed, 1);
        showroom.sets("CONTRACT_DAYS", "1");
    }

    @Test
    @DisplayName(
            "TRK-4 a manager sees what is late by list and consultant, at the desk and on the phone, and reminds by one tap;"
                    + " the consultant sees it on the phone, speaks with the customer, and it is off the list")
    void overdueLists() {
        var manager = at("chen.jing", Browsers.DESK);
        manager.navigate("/console/tracking");
        assertThat(count(manager, "首次跟进")).hasText("1");
        assertThat(count(manager, "再次跟进")).hasText("1");
        assertThat(count(manager, "来访未认购")).hasText("1");
        assertThat(list(manager, "认购未签约")).containsText("+1");
        list(manager, "首次跟进").click();
        var owner = manager.locator(".owners li");
        assertThat(owner).hasCount(1);
        assertThat(owner).containsText("李娜");
        assertThat(owner).containsText("逾期 1");
        manager.getByRole(AriaRole.BUTTON, named("催办逾期 李娜")).click();
        assertThat(manager.locator("main [role=status]")).containsText("已催办 1 项");
        assertThat(row(manager, NOT_SPOKEN)).containsText("已催办");
        Browsers.picture(manager, "overdue-desk");

        var onTheWay = at("chen.jing", Browsers.PHONE);
        onTheWay.navigate("/console/tracking");
        list(onTheWay, "来访未认购").click();
        assertThat(row(onTheWay, VIEWED)).containsText("逾期 9 天");
        onTheWay.getByRole(AriaRole.BUTTON, named("催办 赵敏 " + VIEWED)).click();
        assertThat(onTheWay.locator("main [role=status]")).containsText("已催办 1 项");
        fits(onTheWay, "overdue-phone");

        var consultant = at("li.na", Browsers.PHONE);
        assertThat(consultant.locator("main a.row").filter(new Locator.FilterOptions().setHasText("陈静 催办")))
                .containsText(NOT_SPOKEN);
        consultant.navigate("/console/tracking");
        list(consultant, "首次跟进").click();
        assertThat(consultant.locator(".owners")).hasCount(0);
        fits(consultant, "overdue-own");
        row(consultant, NOT_SPOKEN).getByRole(AriaRole.LINK).click();
        consultant.getByRole(AriaRole.BUTTON, named("写跟进")).click();
        sheet(consultant)
                .locator("label:has(input[name=way][value=CALL])")
                .first()
                .click();
        sheet(consultant).getByLabel("沟通内容").fill("约了周末看房");
        sheet(consultant).locator("label:has(input[name=grade][value=B])").click();
        sheet(consultant).locator("button[type=submit]").click();
        assertThat(sheet(consultant)).hasCount(0);
        consultant.navigate("/console/tracking");
        assertThat(count(consultant, "首次跟进")).hasText("0");
        close(manager, onTheWay, consultant);
    }

    @Test
    @DisplayName(
            "TRK-2 a manager reviews customers on the phone, says an opinion and sets a task; the consultant finds both")
    void weeklyReview() {
        var manager = at("chen.jing", Browsers.PHONE);
        manager.navigate("/console/tracking/review");
        assertThat(row(manager, VIEWED)).containsText("赵敏");
        manager.getByLabel("按顾问").selectOption("zhao.min");
        assertThat(row(manager, SPOKEN)).hasCount(0);
        row(manager, VIEWED).getByRole(AriaRole.BUTTON, within("点评 " + VIEWED)).click();
        sheet(manager).getByLabel("意见").fill("预算够，先解决户型");
        sheet(manager).getByLabel("做什么").fill("约周末看样板间");
        fits(manager, "review-sheet");
        sheet(manager).getByRole(AriaRole.BUTTON, within("保存点评")).click();
        assertThat(sheet(manager)).hasCount(0);
        assertThat(row(manager, VIEWED)).containsText("预算够，先解决户型");
        fits(manager, "review-phone");

        var consultant = at("zhao.min", Browsers.PHONE);
        consultant.navigate("/console/tracking/review");
        assertThat(row(consultant, VIEWED)).containsText("预算够，先解决户型");
        assertThat(consultant.locator("main li.row button")).hasCount(0);
        row(consultant, VIEWED).getByRole(AriaRole.LINK).click();
        assertThat(consultant.locator("main")).containsText("约周末看样板间");

        var desk = at("chen.jing", Browsers.DESK);
        desk.navigate("/console/tracking/review");
        assertThat(row(desk, VIEWED)).containsText("预算够，先解决户型");
        Browsers.picture(desk, "review-desk");
        close(manager, consultant, desk);
    }

    @Test
    @DisplayName(
            "CAR-2 a complaint is a case: recorded on the phone, handed over at the desk, answered and judged; one past its"
                    + " day is the site manager's to look after")
    void complaints() {
        showroom.did(
                "li.na",
                6,
                "/complaints",
                Map.of(
                        "project",
                        project,
                        "kind",
                        "COMPLAINT",
                        "way",
                        "WRITING",
                        "personName",
                        "周建国",
                        "text",
                        "楼下噪音大",
                        "dueOn",
                        TODAY.minusDays(3).toString()));
        var phone = at("li.na", Browsers.PHONE);
        phone.navigate("/console/care/complaints");
        phone.getByRole(AriaRole.BUTTON, named("登记投诉或建议")).click();
        var customer =
                sheet(phone).getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile(SPOKEN)));
        customer.click();
        sheet(phone).getByLabel("内容").fill("样板间的电梯等得太久");
        fits(phone, "complaint-sheet");
        sheet(phone).getByRole(AriaRole.BUTTON, within("登记")).click();
        assertThat(phone.locator("main h1")).hasText("投诉 · " + SPOKEN);
        assertThat(phone.locator(".case")).containsText("待答复");
        assertThat(phone.locator(".case")).containsText("李娜");

        var desk = at("chen.jing", Browsers.DESK);
        desk.navigate(phone.url());
        desk.getByRole(AriaRole.BUTTON, named("转交")).click();
        sheet(desk).getByLabel("转给").selectOption("wang.lei");
        sheet(desk).getByLabel("原因").fill("李娜外出");
        sheet(desk).locator("button[type=submit]").click();
        assertThat(sheet(desk)).hasCount(0);
        assertThat(desk.locator("main .rows")).containsText("转给 王磊");

        var other = at("wang.lei", Browsers.PHONE);
        other.navigate(phone.url());
        other.getByRole(AriaRole.BUTTON, named("答复")).click();
        sheet(other).getByLabel("答复内容").fill("已加开一部电梯");
        sheet(other).locator("button[type=submit]").click();
        assertThat(other.locator(".case")).containsText("已答复");
        other.getByRole(AriaRole.BUTTON, named("记满意度")).click();
        sheet(other).locator(".stars label").nth(3).click();
        fits(other, "complaint-stars");
        sheet(other).locator("button[type=submit]").click();
        assertThat(other.locator(".case")).containsText("已办结");
        assertThat(other.locator(".case")).containsText("★★★★☆");
        fits(other, "complaint");

        desk.navigate("/console/care/complaints");
        desk.getByRole(AriaRole.BUTTON, named("已超期")).click();
        var late = desk.locator("main .rows .row");
        assertThat(late).hasCount(1);
        assertThat(late).containsText("周建国");
        assertThat(late).containsText("超期 3 天");
        late.click();
        assertThat(desk.locator(".case")).containsText("已上报案场经理");
        Browsers.picture(desk, "complaint-escalated");
        close(phone, desk, other);
    }

    @Test
    @DisplayName("sheets that stand on no page of their own fit a phone, a tablet and a desk, and axe finds nothing")
    void sheets() {
        var customer = registered("wang.lei", POOLED, "13912348804", 30);
        showroom.did(
                "chen.jing",
                0,
                "/customer-pools",
                Map.of(
                        "project",
                        project,
                        "terms",
                        Map.of(
                                "name",
                                "高意向池",
                                "rules",
                                List.of(Map.of(
                                        "grades",
                                        List.of("A"),
                                        "stages",
                                        List.of(),
                                        "channels",
                                        List.of(),
                                        "days",
                                        15)))));
        showroom.did(
                "chen.jing",
                0,
                "/customer-moves",
                Map.of(
                        "project",
                        project,
                        "among",
                        Map.of("customers", List.of(customer)),
                        "to",
                        List.of(),
                        "reason",
                        "长期未跟进"));
        var tour = new Tour();
        var page = at("chen.jing", Browsers.PHONE);
        page.navigate("/console/tracking/pool");
        page.locator("li.row", new Page.LocatorOptions().setHasText("********804"))
                .getByRole(AriaRole.CHECKBOX)
                .check();
        page.getByRole(AriaRole.BUTTON, named("调入其他池（1）")).click();
        assertThat(sheet(page)).containsText("高意向池");
        tour.look(page, "other-pool-sheet");

        showroom.did(
                "chen.jing",
                0,
                "/people",
                Map.of("person", "he.yu", "name", "何雨", "project", project, "role", "consultant"));
        page.navigate("/console/people");
        page.getByRole(AriaRole.BUTTON, named("管理 何雨")).click();
        tour.look(page, "person-sheet");
        sheet(page).getByRole(AriaRole.BUTTON, within("移交客户")).click();
        assertThat(sheet(page)).containsText("李娜");
        tour.look(page, "hand-over-sheet");
        close(page);

        assertThat(tour.faults()).isEmpty();
    }

    private String registered(String consultant, String name, String phone, int daysAgo) {
        return showroom.did(
                        consultant,
                        daysAgo,
                        "/customers",
                        Map.of("project", project, "name", name, "phone", phone, "channel", "WALK_IN"))
                .id();
    }

    private void spoken(String consultant, String customer, int daysAgo) {
        showroom.did(
                consultant,
                daysAgo,
                "/follow-ups",
                Map.of("customer", customer, "way", "CALL", "said", "还在比较", "intentGrade", "B"));
    }

    private static Locator list(Page page, String kind) {
        return page.locator(".kinds button", new Page.LocatorOptions().setHasText(kind));
    }

    private static Locator count(Page page, String kind) {
        return list(page, kind).locator("b");
    }

    private static Locator row(Page page, String name) {
        return page.locator("main li.row", new Page.LocatorOptions().setHasText(name));
    }

    private static void fits(Page page, String name) {
        Browsers.picture(page, name);
        assertThat(Browsers.scrollsSideways(page)).as(name).isFalse();
    }

    private static void close(Page... pages) {
        for (var page : pages) {
            page.context().close();
        }
    }
}
