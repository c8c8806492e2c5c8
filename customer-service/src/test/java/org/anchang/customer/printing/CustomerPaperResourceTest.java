package org.anchang.customer.printing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class CustomerPaperResourceTest {
    private static final String PAPERS = "/api/v1/customer-papers/";
    private static final String PRINTS = "/api/v1/customer-prints/";

    private final Office office = new Office();

    @Test
    @DisplayName(
            "TRK-3 PAP-1 who did not buy, bound by consultant: a row each of 16 points in the form's columns, looks first")
    void lossReports() throws IOException {
        var customer = office.customerOf("li.na", 12);
        fill(
                customer,
                Map.of("field", "district", "value", "=洛龙区"),
                Map.of("field", "areaAsked", "value", "98.5"),
                Map.of("field", "roomsAsked", "value", "R2_2"),
                Map.of("field", "birthDate", "value", "1990-01-01"));
        visit(customer, "看了三号楼");
        var loss = giveUp("li.na", customer);
        giveUp("wang.lei", office.customerOf("wang.lei"));
        office.siteManager()
                .post("/api/v1/losses/" + giveUp("li.na", office.customerOf("li.na")) + "/return", Map.of("word", "再约"))
                .then()
                .statusCode(200);

        var path = "/api/v1/loss-reports/of/" + office.project;
        try (var book = book(office.siteManager(), path)) {
            assertThat(book.getNumberOfSheets())
                    .as("a page for each consultant")
                    .isEqualTo(2);
            var sheet = book.getSheet("li.na");
            assertThat(sheet.getLastRowNum())
                    .as("the one that was returned is not among them")
                    .isEqualTo(1);
            assertThat(texts(sheet.getRow(0)))
                    .startsWith(
                            "未成交客户编号", "业务员", "第一次来访日期", "最后一次来访日期", "客户姓名", "性别", "年龄", "家庭人口", "出生日期", "联系电话", "联系地址")
                    .containsSubsequence("自首次看房至放弃时间", "家庭收入", "坐落位置", "来访/回访时间", "来访及回访内容", "客户反应", "客户未购买原因分析");
            var row = sheet.getRow(1);
            assertThat(said(sheet.getRow(0), row))
                    .containsEntry("客户姓名", "张三")
                    .containsEntry("主要异议", "总价")
                    .containsEntry("自首次看房至放弃时间", "10天")
                    .containsEntry("坐落位置", "3-1-1203")
                    .containsEntry("现住区域", "=洛龙区")
                    .containsEntry("建筑面积", "98.5")
                    .containsEntry("出生日期", "1990-01-01")
                    .containsEntry("来访及回访内容", "看了三号楼")
                    .containsEntry("客户未购买原因分析", "总价超预算")
                    .containsEntry("家庭人口", "/");
            row.forEach(cell -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING));
            assertThat(row.getHeightInPoints()).isEqualTo(16);
            var font = book.getFontAt(row.getCell(0).getCellStyle().getFontIndex());
            assertThat(font.getFontName()).isEqualTo("宋体");
            assertThat(font.getFontHeightInPoints()).isEqualTo((short) 12);
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        }
        assertThat(office.siteManager()
                        .get("/api/v1/customer-looks?project=" + office.project + "&by=chen.jing&of=" + customer)
                        .jsonPath()
                        .getList("items"))
                .isNotEmpty();
        try (var book = book(office.with("sales-statistician"), path)) {
            assertThat(said(
                            book.getSheet("li.na").getRow(0),
                            book.getSheet("li.na").getRow(1)))
                    .as("CUS-6")
                    .containsEntry("主要异议", "总价")
                    .containsEntry("客户未购买原因分析", "/")
                    .containsEntry("现住区域", "/")
                    .extractingByKey("客户姓名")
                    .isNotEqualTo("张三");
        }
        try (var book = book(office.as("wang.lei"), path + "?from=2020-01-01&consultant=li.na")) {
            assertThat(book.getSheetAt(0).getLastRowNum()).as("SEC-1").isZero();
        }
        var page = page(office.as("li.na"), PAPERS + "loss-report/" + loss);
        assertThat(page).contains("未成交客户分析报告", "■总价", "■2/2", "看了三号楼", "总价超预算", "张三");
        assertThat(office.as("wang.lei").get(PAPERS + "loss-report/" + loss).statusCode())
                .isEqualTo(404);
        assertThat(office.with("finance").get(PAPERS + "loss-report/" + loss).statusCode())
                .as("finance sees no customers")
                .isEqualTo(404);
    }

    @Test
    @DisplayName(
            "PAP-1 PAP-2 CUS-7 the dossier as a sheet, for owner and manager; what was printed is gone with a consent")
    void dossier() throws IOException {
        var customer = office.customerOf("li.na");
        consent(customer, true);
        fill(
                customer,
                Map.of("field", "health", "value", "良好"),
                Map.of("field", "carPlate", "value", "豫C12345"),
                Map.of("field", "concerns", "chosen", List.of("B", "C")));
        var path = PAPERS + "customer-dossier/" + customer;
        assertThat(page(office.as("li.na"), path)).contains("客户信息档案", "良好", "豫C12345", "■B、户型设计", "□A、社区规划", "现住区域");
        assertThat(office.with("sales-supervisor").get(path).statusCode()).isEqualTo(404);

        var printed = office.as("li.na").post(path + "/prints", Map.of("copies", 1));
        assertThat(printed.statusCode()).as(printed.asString()).isEqualTo(201);
        var id = printed.jsonPath().getString("id");
        try (var book = book(office.siteManager(), PRINTS + id + "/xlsx")) {
            var all = new ArrayList<String>();
            book.getSheetAt(0).forEach(row -> all.addAll(texts(row)));
            assertThat(all)
                    .containsSubsequence(
                            "22、健康状况（病历及目前身体状况）", "良好", "35、车牌号", "豫C12345", "42、主见（是不是有主见的人，对外来意见接受程度）", "/");
        }
        var pdf = office.siteManager().request().accept("application/pdf").get(PRINTS + id + "/pdf");
        assertThat(pdf.statusCode()).as("with no font of the system").isEqualTo(200);
        assertThat(office.as("li.na")
                        .get("/api/v1/customers/" + customer + "/prints")
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(id);
        assertThat(office.with("sales-manager")
                        .get("/api/v1/customers/" + customer + "/prints")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();

        consent(customer, false);
        assertThat(page(office.as("li.na"), path)).contains("豫C12345").doesNotContain("良好");
        assertThat(office.siteManager()
                        .request()
                        .accept("text/html")
                        .get(PRINTS + id + "/page")
                        .statusCode())
                .isEqualTo(404);
        assertThat(office.siteManager().get(PRINTS + id).jsonPath().getList("prints.copies"))
                .as("that it was printed stays")
                .containsExactly(1);
    }

    @Test
    @DisplayName("REC-3 PAP-1 a confirmation of a visit: who received, whose customer it is, and why the two differ")
    void visitConfirmation() {
        var customer = office.customerOf("li.na", 12);
        visit(customer, "看了三号楼");
        office.absence(
                "li.na", "LEAVE", Instant.now().minusSeconds(60), Instant.now().plusSeconds(3600));
        var second = office.visit("wang.lei", customer);
        second.then().statusCode(201);
        var path = PAPERS + "visit-confirmation/" + second.jsonPath().getString("id");
        assertThat(page(office.as("li.na"), path))
                .contains("来访确认单", "张三", "第2次", "■再次来访", "归属置业顾问请假，由当值置业顾问代接待", "wang.lei", "预览");
        assertThat(page(office.as("wang.lei"), path)).contains("第2次").doesNotContain("张三");
        assertThat(office.as("zhou.ting").get(path).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("PAP-1 CUS-6 what the deal report takes from the dossier: in full for owner and manager, with a look")
    void reportFields() {
        var customer = office.customerOf("li.na", 12);
        fill(customer, Map.of("field", "occupation", "value", "教师"), Map.of("field", "carPlate", "value", "豫C12345"));
        visit(customer, "看了三号楼");
        var path = "/api/v1/customers/" + customer + "/report-fields";
        var own = office.as("li.na").get(path).jsonPath();
        assertThat(own.getInt("visits")).isEqualTo(1);
        assertThat(own.getMap("dossier")).isEqualTo(Map.of("occupation", "教师"));
        assertThat(office.with("sales-manager").get(path).jsonPath().getMap("dossier"))
                .isNull();
        assertThat(office.as("wang.lei").get(path).statusCode()).isEqualTo(404);
    }

    private void visit(UUID customer, String note) {
        Office.at(
                        Instant.now().minus(Duration.ofDays(10)),
                        office.as("li.na"),
                        "/api/v1/visits",
                        Map.of("project", office.project, "customer", customer, "note", note))
                .then()
                .statusCode(201);
    }

    private String giveUp(String consultant, UUID customer) {
        var applied = office.as(consultant)
                .post(
                        "/api/v1/losses",
                        Map.of(
                                "customer", customer,
                                "objection", "TOTAL_PRICE",
                                "reason", "总价超预算",
                                "units", "3-1-1203"));
        assertThat(applied.statusCode()).as(applied.asString()).isEqualTo(201);
        return applied.jsonPath().getString("id");
    }

    private void consent(UUID customer, boolean given) {
        var said = office.as("li.na")
                .post(
                        "/api/v1/customers/" + customer + "/dossier/consents",
                        Map.of("purpose", "HEALTH", "given", given, "way", "IN_WRITING"));
        assertThat(said.statusCode()).as(said.asString()).isEqualTo(200);
    }

    @SafeVarargs
    private void fill(UUID customer, Map<String, ?>... values) {
        var path = "/api/v1/customers/" + customer + "/dossier";
        var filled = office.as("li.na")
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", office.as("li.na").get(path).header("ETag"))
                .contentType("application/json")
                .body(Map.of("values", values))
                .post(path);
        assertThat(filled.statusCode()).as(filled.asString()).isEqualTo(200);
    }

    private static String page(Ask who, String path) {
        var page = who.request().accept("text/html").get(path);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page.asString();
    }

    private static XSSFWorkbook book(Ask who, String path) throws IOException {
        Response file = who.request()
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get(path);
        assertThat(file.statusCode()).isEqualTo(200);
        return new XSSFWorkbook(new ByteArrayInputStream(file.asByteArray()));
    }

    private static List<String> texts(Row row) {
        var texts = new ArrayList<String>();
        row.forEach(cell -> texts.add(cell.getStringCellValue()));
        return texts;
    }

    private static Map<String, String> said(Row labels, Row row) {
        var said = new java.util.HashMap<String, String>();
        labels.forEach(label -> said.putIfAbsent(
                label.getStringCellValue(), row.getCell(label.getColumnIndex()).getStringCellValue()));
        return said;
    }
}
