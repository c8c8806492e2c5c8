package org.anchang.deal.printing;

import static org.anchang.deal.TestOffice.ok;
import static org.anchang.deal.TestOffice.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
class ProjectPaperTest {
    private final TestOffice office = new TestOffice();

    @Test
    @DisplayName(
            "RPT-1 FIN-1 PAP-1 the quarter is a sheet of as many columns as it has weeks, the week's receipts one for both to check")
    void projectPapers() throws IOException {
        var deal = office.contracted();
        ok(office.pay(deal, "100000.00"), 201);
        var monday = TestOffice.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var quarter = "%d-Q%d".formatted(monday.getYear(), (monday.getMonthValue() - 1) / 3 + 1);

        var print = ok(print("quarter-progress", quarter + " 3栋"), 201);
        var cells = cells(print.path("id"));
        assertThat(cells).containsSubsequence("周别", "第一周", "第二周", "第十二周", "日期", "计划进度", "本周户数");
        assertThat(cells).contains("实际进度", "98.00", "3栋-1单元-3101").anyMatch(text -> text.contains("3栋　"));
        assertThat(page(office.finance, "/api/v1/deal-prints/" + print.path("id") + "/page"))
                .contains("A4 landscape", "季度全案进度掌控表（案场经理版）");

        var week = ok(print("weekly-check", monday.toString()), 201);
        assertThat(cells(week.path("id")))
                .containsSubsequence("财务周对账表", "定金", "5000.00", "购房款", "100000.00", "有效", "本周回款额（元）", "150000.00")
                .contains("已换开", "购房款（定金收据换开）", "第一联　财务部；第二联　销售部");

        refused(print(office.liNa, "weekly-check", monday.toString()), 404, "NOT_FOUND");
        refused(print("weekly-check", "nonsense"), 404, "NOT_FOUND");
        refused(print("quarter-progress", "2026-Q5"), 404, "NOT_FOUND");
        refused(print("order-form", "2026-Q4"), 404, "NOT_FOUND");
        refused(Ask.as(office.finance).get("/api/v1/deal-papers/weekly-check/" + UUID.randomUUID()), 404, "NOT_FOUND");
        assertThat(ok(Ask.as(office.finance).get("/api/v1/finance/collections?project=" + office.project), 200)
                        .<List<List<String>>>path("items.actions.name"))
                .first()
                .isEqualTo(List.of("print-week"));
    }

    @Test
    @DisplayName(
            "CON-2 CON-5 COL-2 PAP-1 what was exchanged, the contract with its approved terms, and what is overdue come out filled")
    void exchangeContractDunning() {
        var deal = office.readyToSign();
        var due = TestOffice.today().minusDays(3);
        sign(deal, due);
        var receipts = ok(Ask.as(office.finance).get("/api/v1/receipts?deal=" + deal), 200);
        var purchase = receipts.<String>path("items.find { it.kind == 'PURCHASE' }.id");
        assertThat(receipts.<List<String>>path("items.find { it.kind == 'PURCHASE' }.actions.name"))
                .containsExactly("print", "print-exchange");
        var taken = receipts.<List<String>>path("items.findAll { it.state == 'EXCHANGED' }.number");
        assertThat(page(office.finance, "/api/v1/deal-papers/receipt-exchange/" + purchase))
                .contains("收据换开单", "50000.00", "伍万元整", "张三")
                .contains(taken);

        var term = ok(
                Ask.as(office.liNa).post("/api/v1/supplementary-terms", Map.of("deal", deal, "text", "交房前更换入户门锁")),
                201);
        var another = Person.withRole("he.jun", "sales-manager").in(office.project);
        var approval = "/api/v1/supplementary-terms/" + term.path("id") + "/approval";
        var contract = office.get(deal).<String>path("contract.id");
        assertThat(page(office.liNa, "/api/v1/deal-papers/contract/" + contract))
                .doesNotContain("更换入户门锁");
        refused(Ask.as(office.liNa).post(approval), 403, "ROLE_NOT_ALLOWED");
        ok(Ask.as(another).post(approval), 200);
        refused(Ask.as(another).post(approval), 409, "TERM_IS_APPROVED");
        assertThat(page(office.liNa, "/api/v1/deal-papers/contract/" + contract))
                .contains("商品房买卖合同", "交房前更换入户门锁", "第1款", "980000.00", "玖拾捌万元整", "410303199001011231", "分期付款");
        assertThat(page(office.finance, "/api/v1/deal-papers/contract/" + contract))
                .contains("张三")
                .doesNotContain("410303199001011231");

        assertThat(ok(Ask.as(office.finance).get("/api/v1/deals/" + deal + "/prints"), 200)
                        .<List<String>>path("actions.name"))
                .containsExactly("print-report", "print-contract", "print-dunning");
        assertThat(ok(Ask.as(office.finance).get("/api/v1/finance/outstanding?project=" + office.project), 200)
                        .<List<String>>path("items[0].actions.name"))
                .containsExactly("print-dunning");
        assertThat(page(office.finance, "/api/v1/deal-papers/dunning-letter/" + deal))
                .contains("催款函", "FIRST", due.toString(), "430000.00", "肆拾叁万元整", "逾期天数", ">3<", "收到本函之日起 7 日内");
    }

    private void sign(UUID deal, LocalDate due) {
        var lines = List.of(
                Map.of("label", "FIRST", "dueOn", due.toString(), "amount", "480000.00"),
                Map.of("label", "SECOND", "dueOn", due.plusDays(90).toString(), "amount", "500000.00"));
        ok(
                Ask.as(office.liNa)
                        .request()
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header(
                                "X-Office-Clock",
                                OffsetDateTime.now().minusDays(10).toString())
                        .contentType("application/json")
                        .body(Map.of(
                                "number",
                                "HT-" + deal.toString().substring(24),
                                "scheme",
                                Map.of("type", "INSTALMENTS", "lines", lines)))
                        .post("/api/v1/deals/" + deal + "/contracts"),
                201);
    }

    private io.restassured.response.Response print(String paper, String key) {
        return print(office.finance, paper, key);
    }

    private io.restassured.response.Response print(Person person, String paper, String key) {
        return Ask.as(person)
                .post(
                        "/api/v1/deal-papers/" + paper + "/of/" + office.project + "/prints",
                        Map.of("copies", 1, "key", key));
    }

    private static String page(Person person, String path) {
        return ok(Ask.as(person).request().accept("text/html").get(path), 200).asString();
    }

    private List<String> cells(String print) throws IOException {
        var workbook = ok(
                        Ask.as(office.finance)
                                .request()
                                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                                .get("/api/v1/deal-prints/" + print + "/xlsx"),
                        200)
                .asByteArray();
        var cells = new ArrayList<String>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            book.getSheetAt(0).forEach(row -> row.forEach(cell -> cells.add(cell.toString())));
        }
        return cells;
    }
}
