package org.anchang.deal.printing;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class PaperResourceTest {
    private final TestOffice office = new TestOffice();

    @Test
    @DisplayName(
            "PAP-1 PAP-3 an order form names its buyers to finance, whose numbers stay masked; its consultant reads all")
    void orderForm() {
        var deal = office.subscribed();
        var content = new HashMap<>(office.orderForm());
        content.put("payingBy", "MORTGAGE");
        var form = office.signedForm(deal, content);
        var asFinance = page(office.finance, "/api/v1/deal-papers/order-form/" + form);
        assertThat(page(office.liNa, "/api/v1/deal-papers/deal-report/" + deal))
                .as("付款方式 is known before the contract")
                .contains("按揭付款");
        assertThat(asFinance)
                .contains("认购书", "按揭付款", "张三", "980000.00", "玖拾捌万元整", "三室两厅", "3栋-1单元-3101", "deed tax", "按建筑面积", "预览")
                .doesNotContain("410303199001011231", "13800138000");
        assertThat(page(office.liNa, "/api/v1/deal-papers/order-form/" + form))
                .contains("410303199001011231", "13800138000");
        var looks = ok(Ask.as(office.manager).get("/api/v1/deal-looks?of=" + deal), 200);
        assertThat(looks.<List<String>>path("items.right")).contains("PAPER", "OWNER");
        refused(Ask.as(office.wangWei).get("/api/v1/deal-papers/order-form/" + form), 404, "NOT_FOUND");
        refused(
                Ask.as(Person.administrator().in(office.project)).get("/api/v1/deal-papers/order-form/" + form),
                403,
                "ROLE_NOT_ALLOWED");
    }

    @Test
    @DisplayName("PAP-2 a print is kept with its hash, who, when and how many copies, and is printed again as it was")
    void keptPrint() throws IOException {
        var deal = office.subscribed();
        var form = office.signedForm(deal);
        var path = "/api/v1/deal-papers/order-form/" + form + "/prints";
        // Whoever has seen a paper is called by name on it from then on.
        for (var person : List.of(office.liNa, office.manager, office.finance)) {
            page(person, "/api/v1/deal-papers/order-form/" + form);
        }
        var first = ok(Ask.as(office.finance).post(path, Map.of("copies", 3)), 201);
        var id = first.<String>path("id");
        var hash = first.<String>path("hash");
        ok(Ask.as(office.liNa).post(path, Map.of("copies", 1)), 201).then().extract();
        // The deal goes on: the form is taken back at signing; what was printed says what it said.
        office.checkBuyer(deal);
        ok(
                office.signContract(
                        deal,
                        Map.of(
                                "type",
                                "LUMP_SUM",
                                "payBy",
                                TestOffice.today().plusDays(7).toString())),
                201);
        var again = ok(Ask.as(office.manager).post("/api/v1/deal-prints/" + id + "/copies", Map.of("copies", 2)), 201);
        assertThat(again.<List<Integer>>path("prints.copies")).containsExactly(3, 1, 2);
        assertThat(again.<List<String>>path("prints.by")).containsExactly("sun.li", "li.na", "zhao.min");
        assertThat(page(office.finance, "/api/v1/deal-prints/" + id + "/page"))
                .contains("已签字生效", "第一联　客户", "第二联　销售部", "第三联　财务部", first.path("number"))
                .doesNotContain("410303199001011231");
        var later = ok(Ask.as(office.finance).post(path, Map.of("copies", 1)), 201);
        assertThat(later.<String>path("id"))
                .as("another content is another paper")
                .isNotEqualTo(id);
        assertThat(ok(Ask.as(office.liNa).get("/api/v1/deals/" + deal + "/prints"), 200)
                        .<List<String>>path("items.id"))
                .containsExactly(later.path("id"), id);

        var check = "/api/v1/deal-prints/" + id + "/check?hash=";
        assertThat(ok(Ask.as(office.finance).get(check + hash), 200).<Boolean>path("genuine"))
                .isTrue();
        assertThat(ok(Ask.as(office.finance).get(check + "0".repeat(64)), 200).<Boolean>path("genuine"))
                .isFalse();
        refused(Ask.as(office.wangWei).get("/api/v1/deal-prints/" + id + "/page"), 404, "NOT_FOUND");
        assertThat(cells(file(office.liNa, "/api/v1/deal-prints/" + id + "/xlsx")))
                .containsSubsequence("认购书", "客户姓名", "张三", "身份证号", "410303199001011231", "总价（元）");
    }

    @Test
    @DisplayName(
            "PAP-1 receipts and the forms of changes come out filled; what people wrote is on the approval for others")
    void receiptsAndChanges() {
        var deal = office.subscribed();
        office.signedForm(deal);
        var receipts = ok(Ask.as(office.finance).get("/api/v1/receipts?deal=" + deal), 200);
        assertThat(receipts.<List<String>>path("items[0].actions.name")).contains("print");
        assertThat(page(office.finance, "/api/v1/deal-papers/deposit-receipt/" + receipts.path("items[0].id")))
                .contains("定金收据", "张三", "5000.00", "伍仟元整", "POS机刷卡", receipts.<String>path("items[0].number"));
        var asked = ok(
                Ask.as(office.liNa)
                        .post(
                                "/api/v1/deals/" + deal + "/discount-requests",
                                Map.of("requestedDiscount", "60000.00", "reason", "老客户推荐")),
                201);
        assertThat(asked.<List<String>>path("actions.name")).contains("print");
        var paper = "/api/v1/deal-papers/discount/" + asked.path("id");
        assertThat(page(office.liNa, paper))
                .contains("特惠申请单", "张三", "大定", "三室两厅", "20000.00", "60000.00", "940000.00", "老客户推荐");
        assertThat(page(office.finance, paper)).contains("张三", "（见审批单）").doesNotContain("老客户推荐");
    }

    @Test
    @DisplayName("PAP-1 PAP-3 the deal report lists a project's deals, a row each of 25 points, with a look at each")
    void dealReport() throws IOException {
        var deal = office.subscribed();
        office.signedForm(deal);
        office.reserved();
        office.confirmed();
        var report = file(office.finance, "/api/v1/deal-reports/of/" + office.project);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(report))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum())
                    .as("two deals on which money was taken")
                    .isEqualTo(2);
            assertThat(sheet.getRow(0).getCell(0)).hasToString("客户编号");
            var row = StreamSupport.stream(sheet.getRow(2).spliterator(), false)
                    .map(Object::toString)
                    .toList();
            assertThat(row).contains("张三", "3栋-1单元-3101", "住宅", "/").doesNotContain("13800138000");
            assertThat(sheet.getRow(2).getHeightInPoints()).isEqualTo(25);
        }
        assertThat(ok(Ask.as(office.manager).get("/api/v1/deal-looks?project=" + office.project + "&by=sun.li"), 200)
                        .<List<String>>path("items.right"))
                .containsExactly("PAPER", "PAPER");
        assertThat(page(office.liNa, "/api/v1/deal-papers/deal-report/" + deal))
                .contains("客户成交报告", "■住宅", "13800138000");
        refused(Ask.as(office.finance).get("/api/v1/deal-reports/of/" + UUID.randomUUID()), 404, "NOT_FOUND");
    }

    @Test
    @DisplayName(
            "PAP-1 CUS-6 the deal report says what the dossier says, masked for others, and kept with the paper; without"
                    + " customer-service there is no half-filled one")
    void dossierOnTheDealReport() {
        var customer = office.customer();
        var deal = office.confirmed(office.home(customer));
        ok(office.deposit(deal, "SMALL", "5000.00"), 201);
        ok(office.deposit(deal, "TOP_UP", "45000.00"), 201);
        office.signedForm(deal);
        var paper = "/api/v1/deal-papers/deal-report/" + deal;
        tell(customer, """
                {"customer":"%s","project":"p","number":"XLY-ZS001","gender":"FEMALE","source":"听说","visits":3,
                "firstVisit":"%s","dossier":{"occupation":"教师","address":"洛阳市王城路","birthDate":"1990-01-01",
                "purpose":"OWN_USE","whichPurchase":"FIRST","householdIncome":"20–30 万元/年"}}""".formatted(customer, TestOffice.today().minusDays(9)));
        assertThat(page(office.liNa, paper))
                .contains("XLY-ZS001", "■女", "教师", "洛阳市王城路", "1990-01-01", "■自用", "■一次", "■听说", "■三次", "9天");
        var printed = ok(Ask.as(office.liNa).post(paper + "/prints", Map.of("copies", 1)), 201);

        tell(customer, "");

        refused(Ask.as(office.liNa).request().accept("text/html").get(paper), 503, "CUSTOMERS_DO_NOT_ANSWER");
        refused(Ask.as(office.liNa).post(paper + "/prints", Map.of("copies", 1)), 503, "CUSTOMERS_DO_NOT_ANSWER");
        var kept = "/api/v1/deal-prints/" + printed.path("id") + "/page";
        assertThat(page(office.liNa, kept)).contains("教师", "洛阳市王城路", "■听说");
        assertThat(page(office.finance, kept)).contains("■听说").doesNotContain("教师", "洛阳市王城路", "1990-01-01");
    }

    /// What customer-service says of a customer from now on; empty: it does not answer.
    private static void tell(UUID customer, String fields) {
        RestAssured.given()
                .contentType("application/json; charset=UTF-8")
                .body(fields)
                .put(System.getProperty(InventoryStandIn.ADDRESS) + "/customers/" + customer)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName(
            "PAP-2 an office adds a field to a paper, with a constant or typed at the print; what was printed keeps its own")
    void addedFields() {
        var deal = office.subscribed();
        var form = office.signedForm(deal);
        var path = "/api/v1/deal-papers/order-form/" + form;
        var before = ok(Ask.as(office.finance).post(path + "/prints", Map.of("copies", 1)), 201);
        var fields = "/api/v1/deal-papers/fields/" + office.project;
        ok(
                Ask.as(office.manager)
                        .post(fields + "/order-form", Map.of("label", "土地性质", "behind", "房号", "value", "国有出让")),
                201);
        var added = ok(Ask.as(office.manager).post(fields + "/order-form", Map.of("label", "备注二")), 201);
        assertThat(added.<List<String>>path("added.key")).containsExactly("added1", "added2");
        assertThat(added.<Integer>path("version")).isEqualTo(before.<Integer>path("version") + 2);
        refused(
                Ask.as(office.manager).post(fields + "/order-form", Map.of("label", "x", "behind", "没有这个")),
                404,
                "NOT_FOUND");
        refused(Ask.as(office.liNa).post(fields + "/order-form", Map.of("label", "y")), 403, "ROLE_NOT_ALLOWED");
        var print = ok(
                Ask.as(office.finance).post(path + "/prints", Map.of("copies", 1, "typed", Map.of("added2", "三楼有露台"))),
                201);
        assertThat(page(office.finance, "/api/v1/deal-prints/" + print.path("id") + "/page"))
                .contains("土地性质", "国有出让", "三楼有露台");
        ok(
                Ask.as(office.manager)
                        .post(fields + "/order-form", Map.of("key", "added1", "label", "土地性质", "value", "划拨")),
                201);
        assertThat(page(office.finance, "/api/v1/deal-prints/" + print.path("id") + "/page"))
                .contains("国有出让")
                .doesNotContain("划拨");
        assertThat(page(office.finance, "/api/v1/deal-prints/" + before.path("id") + "/page"))
                .doesNotContain("土地性质");
        assertThat(page(office.finance, path)).contains("划拨");
        assertThat(ok(Ask.as(office.manager).get(fields), 200).<List<String>>path("items.paper"))
                .contains("order-form", "refund", "quarter-progress");
    }

    private static String page(Person person, String path) {
        return ok(Ask.as(person).request().accept("text/html").get(path), 200).asString();
    }

    private static byte[] file(Person person, String path) {
        return ok(
                        Ask.as(person)
                                .request()
                                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                                .get(path),
                        200)
                .asByteArray();
    }

    private static List<String> cells(byte[] workbook) throws IOException {
        var cells = new ArrayList<String>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            book.getSheetAt(0).forEach(row -> row.forEach(cell -> cells.add(cell.toString())));
        }
        return cells;
    }
}
