package org.anchang.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// The office's main job as its people do it: three of them, each at a screen of their own, by clicks alone.
@Order(3)
class MainJobTest extends OnScreen {
    private static final String VISITOR = "看房的人";
    private static final String PHONE = "13912345678";
    /// Of the deal that the showroom begins with.
    private static final String BUYER = "张三";
    private static final String WISH = "客户想要更高的楼层";
    /// What another service has to hear of first, on a screen that asks again every half minute.
    private static final LocatorAssertions.ContainsTextOptions IN_TIME =
            new LocatorAssertions.ContainsTextOptions().setTimeout(90_000);

    MainJobTest() {
        super("shown-job");
    }

    @Test
    @DisplayName("CUS-3 INV-5 DEP-1 DEP-3 CON-1 COL-1 CON-6 PAP-1 PAP-2 from a visitor to a filed contract, by clicks")
    void fromVisitorToFiled() {
        var consultant = at("li.na", Browsers.PHONE);
        var manager = at("chen.jing", Browsers.DESK);
        var finance = at("zheng.yun", Browsers.DESK);

        receive(consultant);
        hold(consultant, showroom.freeUnit(), VISITOR);
        consultant.getByRole(AriaRole.LINK, named("办理成交")).click();
        sheet(consultant).getByRole(AriaRole.BUTTON, within("开单（排号）")).click();
        consultant.waitForURL(Pattern.compile(".*/deals/[0-9a-f-]{36}.*"));
        var deal = consultant.url();
        manager.navigate(deal);
        finance.navigate(deal);

        carryOut(manager, "确认房源", "确认房源");
        carryOut(consultant, "收取定金", Pattern.compile("收款 .* 元"));
        press(consultant, "填写定单");
        var form = sheet(consultant);
        assertThat(form.getByLabel("姓名")).hasValue(VISITOR);
        form.getByLabel("证件号码").fill("410303199001011231");
        send(consultant, Pattern.compile("出定单 .* 元"));
        carryOut(consultant, "签定单", "客户签字");
        carryOut(consultant, "签定单", "置业顾问签字");
        carryOut(manager, "签定单", "案场经理签字");

        press(consultant, "核对购房人");
        sheet(consultant).getByLabel("已核对身份证件原件").check();
        sheet(consultant).getByLabel("购房资格").fill("本市户籍，首套");
        send(consultant, "核对购房人");
        press(consultant, "签订合同");
        sheet(consultant).getByLabel("合同编号").fill("HT-2026-0001");
        send(consultant, "签订合同");
        Browsers.picture(consultant, "contracted");

        carryOut(finance, "收取房款", Pattern.compile("收款 .* 元"));
        printOrderForm(finance);
        carryOut(manager, "提交备案", "提交备案");
        press(manager, "登记备案完成");
        sheet(manager).getByLabel("备案号").fill("BA-2026-0001");
        send(manager, "登记备案完成");

        assertThat(manager.locator(".deal-head .badge")).containsText("已备案");
        Browsers.picture(manager, "filed");
        findReceipts(finance);
        for (var page : new Page[] {consultant, manager, finance}) {
            page.context().close();
        }
    }

    @Test
    @DisplayName("RPT-2 RPT-3 a manager opens a figure of the funnel down to its customer")
    void figureOpensItsCustomer() {
        var manager = at("chen.jing", Browsers.PHONE);
        manager.navigate("/console/reports/funnel");
        manager.locator(".period").getByRole(AriaRole.BUTTON, within("年")).click();
        var figure = manager.locator("button.number").first();
        assertThat(figure).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(90_000));
        figure.click();
        sheet(manager).locator("li a").first().click();
        manager.waitForURL(Pattern.compile(".*/customers/[0-9a-f-]{36}.*"));
    }

    @Test
    @DisplayName(
            "RPT-1 RPT-2 the address in a message opens the day's sheet; the quarter is shown by the batch put on sale")
    void sheetOfTheDayAndBatch() {
        var manager = at("chen.jing", Browsers.PHONE);
        manager.navigate("/console/reports?span=day&day=2026-11-02");
        assertThat(manager.locator(".period strong")).hasText("2026-11-02");

        manager.navigate("/console/quarter");
        var batch = manager.locator(".choice option", new Page.LocatorOptions().setHasText("第1批"));
        assertThat(batch).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(90_000));
        manager.locator(".choice select").selectOption(batch.elementHandle());
        assertThat(manager.locator(".choice select option:checked")).containsText("第1批");
    }

    @Test
    @DisplayName(
            "SWP-1 SWP-2 a consultant asks for a swap, four people sign it in their inboxes, and the deal is swapped")
    void swapWithFourSignatures() {
        var consultant = at("wang.lei", Browsers.PHONE);
        hold(consultant, showroom.freeUnit(), BUYER);
        sheet(consultant).locator("header button").click();
        assertThat(sheet(consultant)).hasCount(0);
        openDeal(consultant);
        var deal = consultant.url();

        pressAmongChanges(consultant, "申请换房");
        sheet(consultant).getByLabel("调房后房号").selectOption(new SelectOption().setIndex(0));
        sheet(consultant).getByLabel("申请理由").fill(WISH);
        send(consultant, "提交申请");
        assertThat(consultant.locator(".notice")).containsText("换房");
        for (var signer : List.of("chen.jing", "zhou.qiang", "huang.wei", "zheng.yun")) {
            sign(signer);
        }

        showroom.awaitStage(deal.replaceFirst(".*/deals/([0-9a-f-]{36}).*", "$1"), "SWAPPED");
        consultant.navigate(deal);
        assertThat(consultant.locator(".deal-head")).containsText("已换房", IN_TIME);
        Browsers.picture(consultant, "swapped");
        consultant.context().close();
    }

    @Test
    @DisplayName("PAP-1 PAP-2 a quote of a home is printed from the sales-control table, which is saved as a sheet")
    void quoteAndSheet() {
        var page = at("chen.jing", Browsers.DESK);
        page.navigate(office.gateway().resolve("/console/table").toString());
        var saved = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, named("导出 Excel")).click());
        Assertions.assertThat(saved.suggestedFilename()).endsWith(".xlsx");
        page.locator("[data-unit]").first().click();
        sheet(page).getByRole(AriaRole.LINK, within("打印报价单")).click();
        assertThat(page.frameLocator("iframe").locator("body")).containsText("房源报价单");
        page.getByRole(AriaRole.BUTTON, named("打印")).click();
        assertThat(page.locator(".times")).containsText("1 份");
        assertThat(page.frameLocator("iframe").locator("body")).containsText("第一联　客户");
        page.context().close();
    }

    @Test
    @DisplayName("SEC-1 whose session has ended signs in again and is back at the form, with what was typed into it")
    void sessionEndsWhileTyping() {
        var page = at("wang.lei", Browsers.PHONE);
        openDeal(page);
        pressAmongChanges(page, "申请退房");
        sheet(page).getByLabel("原因分类").selectOption(new SelectOption().setIndex(0));
        sheet(page).getByLabel("退房的真正原因").fill(WISH);

        page.context().clearCookies();
        sheet(page).getByRole(AriaRole.BUTTON, within("提交申请")).click();
        Browsers.signIn(page, "wang.lei");

        assertThat(sheet(page).getByLabel("退房的真正原因")).hasValue(WISH);
        page.context().close();
    }

    @Test
    @DisplayName(
            "REC-1 REC-7 REC-10 two consultants sign in, the front desk receives two visitors in turn, and the board follows")
    void receptionInTurn() {
        var first = at("li.na", Browsers.PHONE);
        var second = at("wang.lei", Browsers.PHONE);
        var desk = at("chen.jing", Browsers.DESK);
        for (var consultant : List.of(first, second)) {
            consultant.navigate(office.gateway().resolve("/console/reception").toString());
            consultant.getByRole(AriaRole.BUTTON, named("签到")).click();
            assertThat(consultant.locator(".mine .says")).containsText("今日接待尚未开始");
        }
        desk.navigate(office.gateway().resolve("/console/reception").toString());
        desk.getByRole(AriaRole.BUTTON, named("开始今日接待")).click();
        assertThat(desk.locator(".turns .now")).containsText("李娜");
        assertThat(first.locator(".mine .says")).containsText("轮到您了");

        newVisitor(desk, "李娜");
        assertThat(first.locator(".mine .says")).containsText("正在接待");
        assertThat(second.locator(".mine .says")).containsText("轮到您了");
        newVisitor(desk, "王磊");
        assertThat(desk.locator(".turns .now")).containsText("暂无人空闲");

        second.getByRole(AriaRole.BUTTON, named("接待完毕")).click();
        assertThat(desk.locator(".turns .now")).containsText("王磊");
        assertThat(second.locator(".mine .says")).containsText("轮到您了");
        Browsers.picture(desk, "reception");
        Browsers.picture(second, "my-turn");
        for (var page : new Page[] {first, second, desk}) {
            page.context().close();
        }
    }

    @Test
    @DisplayName("CUS-9 CUS-10 a visitor without a phone is registered, has one later, is found by initials and by the"
            + " last four digits, and is called by the right name")
    void fromNoPhoneToTheRightName() {
        var page = at("li.na", Browsers.PHONE);
        page.getByRole(AriaRole.LINK, named("客户")).click();
        page.getByRole(AriaRole.BUTTON, named("登记客户")).click();
        sheet(page).getByLabel("姓名").fill("欧阳德");
        sheet(page).getByRole(AriaRole.BUTTON, within("登记")).click();
        assertThat(sheet(page)).hasCount(0);
        assertThat(page.locator("main h1")).hasText("欧阳德");
        assertThat(page.locator(".facts").first()).containsText("未留电话");

        page.getByRole(AriaRole.BUTTON, named("补登电话")).click();
        sheet(page).getByLabel("新号码").fill(PHONE);
        sheet(page).getByRole(AriaRole.BUTTON, within("补登电话")).click();
        assertThat(sheet(page)).hasCount(0);
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
        assertThat(sheet(page)).hasCount(0);
        assertThat(page.locator("main h1")).hasText("欧阳修");
        page.getByText("更正记录").click();
        assertThat(page.locator(".corrected")).hasCount(2);
        assertThat(page.locator(".corrected").first()).containsText("登记时听错了");
        Browsers.picture(page, "corrected");

        page.getByRole(AriaRole.LINK, named("客户")).click();
        found(page, "修", "欧阳修");
        page.context().close();
    }

    @Test
    @DisplayName("CUS-4 CUS-7 a consultant records a consent, fills two fields of the dossier and sees it grow")
    void dossierGrows() {
        var page = at("li.na", Browsers.PHONE);
        page.getByRole(AriaRole.LINK, named("客户")).click();
        page.getByRole(AriaRole.BUTTON, named("登记客户")).click();
        sheet(page).getByLabel("姓名").fill("上官月");
        send(page, "登记");
        assertThat(page.locator("main h1")).hasText("上官月");
        page.locator("a.dossier").click();
        var filled = page.locator(".top .quiet");
        assertThat(filled).containsText("已填");
        var before = Integer.parseInt(filled.textContent().replaceAll("\\D*(\\d+).*", "$1"));
        var ring = page.locator(".top .ring").getAttribute("aria-label");

        var consent = page.getByRole(AriaRole.SWITCH, named("对本人的文字描述"));
        consent.click();
        send(page, "登记同意");
        assertThat(consent).hasAttribute("aria-checked", "true");
        page.getByRole(AriaRole.BUTTON, named("填写本节")).click();
        sheet(page).getByLabel("通讯地址").fill("涧西区南昌路 1 号");
        sheet(page).getByLabel("教育背景").fill("本科，不在意学位");
        send(page, "保存");

        assertThat(filled).containsText("已填 " + (before + 2) + " 项");
        assertThat(page.locator(".top .ring")).not().hasAttribute("aria-label", ring);
        Browsers.picture(page, "dossier");
        page.context().close();
    }

    @Test
    @DisplayName(
            "REC-6 a consultant files a customer's wish for another, the supervisor decides, and the customer is that"
                    + " one's")
    void wishForAnother() {
        var consultant = at("li.na", Browsers.PHONE);
        consultant.getByRole(AriaRole.LINK, named("客户")).click();
        consultant.getByRole(AriaRole.BUTTON, named("登记客户")).click();
        sheet(consultant).getByLabel("电话").fill("13912340777");
        sheet(consultant).getByLabel("姓名").fill("郑换");
        send(consultant, "登记");
        assertThat(consultant.locator("main h1")).hasText("郑换");
        var customer = consultant.url();
        consultant.getByRole(AriaRole.BUTTON, named("申请归属裁定")).click();
        sheet(consultant).getByLabel("客户希望的顾问").selectOption("wang.lei");
        sheet(consultant).locator("textarea").fill("客户与王磊相熟，希望更换");
        send(consultant, "申请归属裁定");
        consultant.waitForURL(Pattern.compile(".*/cases/[0-9a-f-]{36}.*"));
        assertThat(consultant.locator(".matter")).containsText("待裁定");

        var supervisor = at("sun.li", Browsers.DESK);
        supervisor.navigate(consultant.url());
        supervisor.getByRole(AriaRole.BUTTON, named("裁定")).click();
        sheet(supervisor).getByLabel("客户归属").selectOption("wang.lei");
        sheet(supervisor).locator("textarea").fill("客户坚持更换，佣金仍归首接顾问");
        send(supervisor, "裁定");
        assertThat(supervisor.locator(".matter").first()).containsText("已裁定");
        Browsers.picture(supervisor, "ownership-decided");

        var other = at("wang.lei", Browsers.PHONE);
        other.navigate(customer);
        assertThat(other.locator(".facts").first()).containsText("王磊");
        assertThat(other.locator(".facts").first()).containsText("李娜");
        for (var page : new Page[] {consultant, supervisor, other}) {
            page.context().close();
        }
    }

    private static void newVisitor(Page desk, String receiver) {
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^新访客")))
                .click();
        sheet(desk).getByRole(AriaRole.BUTTON, within("请谁接待")).click();
        assertThat(sheet(desk).getByRole(AriaRole.STATUS)).containsText(receiver);
        sheet(desk).getByRole(AriaRole.BUTTON, within("知道了")).click();
        assertThat(sheet(desk)).hasCount(0);
    }

    /// PAP-1, PAP-2: the order form names its buyer to finance; what is printed is listed on the deal.
    private void printOrderForm(Page page) {
        var deal = page.url();
        page.locator(".deal-rows > li")
                .filter(new Locator.FilterOptions().setHasText("定单 第"))
                .getByRole(AriaRole.LINK, within("打印"))
                .click();
        var paper = page.frameLocator("iframe").locator("body");
        assertThat(paper).containsText("认购书");
        assertThat(paper).containsText(VISITOR);
        assertThat(paper).containsText("人民币（大写）");
        page.getByRole(AriaRole.BUTTON, named("打印")).click();
        assertThat(page.locator(".times")).containsText("1 份");
        assertThat(page.frameLocator("iframe").locator("body")).containsText("第一联　客户");
        Browsers.picture(page, "printed");
        page.navigate(deal);
        assertThat(page.locator(".prints")).containsText("认购书");
        addField(page, deal);
    }

    /// PAP-2: the office adds a field to the deal report; what is typed at the print stands on it.
    private void addField(Page page, String deal) {
        var manager = at("chen.jing", Browsers.PHONE);
        manager.navigate(deal.replaceFirst("/deals/.*", "/settings/papers"));
        var report = manager.locator(".panel").filter(new Locator.FilterOptions().setHasText("客户成交报告"));
        report.getByRole(AriaRole.BUTTON, within("增加字段")).click();
        sheet(manager).getByLabel("字段名称").fill("客户特别说明");
        send(manager, "保存");
        assertThat(report).containsText("客户特别说明");
        manager.context().close();
        page.locator(".prints").getByRole(AriaRole.LINK, within("客户成交报告")).click();
        page.getByLabel("客户特别说明").fill("喜欢高层");
        page.getByRole(AriaRole.BUTTON, named("打印")).click();
        assertThat(page.locator(".times")).containsText("1 份");
        assertThat(page.frameLocator("iframe").locator("body")).containsText("喜欢高层");
        page.navigate(deal);
    }

    /// DEP-5: by whose they are, among those of all deals.
    private static void findReceipts(Page page) {
        page.navigate(page.url().replaceFirst("/deals/.*", "/money/receipts"));
        var receipts = page.locator("table.records");
        assertThat(receipts).containsText(BUYER.substring(0, 1) + "*");
        page.getByLabel("搜索").fill(VISITOR.substring(0, 1));
        assertThat(receipts).not().containsText(BUYER.substring(0, 1) + "*");
        assertThat(receipts).containsText(VISITOR.substring(0, 1) + "*");
        Browsers.picture(page, "receipts");
    }

    private static void receive(Page page) {
        page.getByRole(AriaRole.LINK, named("客户")).click();
        page.getByRole(AriaRole.BUTTON, named("登记客户")).click();
        sheet(page).getByLabel("电话").fill("13912340123");
        sheet(page).getByLabel("姓名").fill(VISITOR);
        send(page, "登记");
        assertThat(page.locator("main h1")).hasText(VISITOR);
    }

    private static void hold(Page page, String unit, String customer) {
        page.getByRole(AriaRole.LINK, named("销控表")).click();
        page.locator("[data-unit='" + unit + "']").click();
        sheet(page)
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile(customer)))
                .click();
        sheet(page).getByRole(AriaRole.BUTTON, within("锁定此房")).click();
        assertThat(sheet(page)).containsText("我锁定的");
    }

    private static void openDeal(Page page) {
        page.getByRole(AriaRole.LINK, named("成交")).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^大定")))
                .click();
        page.locator(".card.deal a").first().click();
        page.waitForURL(Pattern.compile(".*/deals/[0-9a-f-]{36}.*"));
    }

    private void sign(String person) {
        var page = at(person, Browsers.DESK);
        page.getByRole(AriaRole.LINK, named("待办")).click();
        var task = page.locator(".task").filter(new Locator.FilterOptions().setHasText(WISH));
        assertThat(task).containsText("换房", IN_TIME);
        task.getByRole(AriaRole.BUTTON, within("同意")).click();
        assertThat(task).hasCount(0);
        page.context().close();
    }

    private static void pressAmongChanges(Page page, String command) {
        page.locator(".actions")
                .getByText("变更申请", new Locator.GetByTextOptions().setExact(true))
                .click();
        press(page, command);
    }

    /// A command that needs no more than what its form begins with.
    private static void carryOut(Page page, String command, Object button) {
        press(page, command);
        send(page, button);
    }

    /// What another did a moment ago may not be on this screen yet.
    private static void press(Page page, String command) {
        var button = page.locator(".actions").getByRole(AriaRole.BUTTON, within(command));
        if (button.count() == 0) {
            page.reload();
        }
        button.click();
        assertThat(sheet(page)).isVisible();
    }

    private static void send(Page page, Object button) {
        var options = button instanceof Pattern pattern
                ? new Locator.GetByRoleOptions().setName(pattern)
                : within(button.toString());
        sheet(page).getByRole(AriaRole.BUTTON, options).click();
        assertThat(sheet(page)).hasCount(0);
    }

    private static void found(Page page, String typed, String name) {
        page.getByRole(AriaRole.SEARCHBOX).fill(typed);
        assertThat(page.locator("a.row")).hasCount(1);
        assertThat(page.locator("a.row")).containsText(name);
    }
}
